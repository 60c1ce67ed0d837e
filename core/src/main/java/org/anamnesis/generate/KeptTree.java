package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A tree as it is kept: every leaf is a small table of weights by donor, in the order of the
 * donors, so that nothing tells which row stood where.
 */
final class KeptTree {
    /** Whole weights below this are exact as a float. */
    private static final float WHOLE = 1 << 24;

    private KeptTree() {}

    /**
     * The same tree with the donors of each leaf taken together.
     *
     * @param of new donor by old one
     */
    static Tree of(Tree tree, int[] of) {
        int n = tree.nodes();
        var made = new Builder(n);
        double[] sums = new double[Arrays.stream(of).max().orElse(0) + 1];
        for (int node = 0; node < n; node++) {
            if (tree.column(node) >= 0) {
                made.inner(node, tree.column(node), tree.goesLeft(node), tree.first(node));
                continue;
            }
            int first = tree.first(node);
            int[] met = new int[tree.end(node) - first];
            for (int k = 0; k < met.length; k++) {
                met[k] = of[tree.donor(first + k)];
                sums[met[k]] += tree.weight(node, first + k);
            }
            made.leaf(node);
            for (int donor : Arrays.stream(met).sorted().distinct().toArray()) {
                made.donor(node, donor, (float) sums[donor]);
                sums[donor] = 0;
            }
        }
        return made.tree();
    }

    static void write(Tree tree, DataOutput out) throws IOException {
        Compact.count(out, tree.nodes());
        boolean whole = whole(tree);
        out.writeBoolean(whole);
        for (int node = 0; node < tree.nodes(); node++) {
            Compact.count(out, tree.column(node) + 1);
            if (tree.column(node) >= 0) {
                out.writeLong(tree.goesLeft(node));
                Compact.count(out, tree.first(node) - node);
                continue;
            }
            Compact.count(out, tree.end(node) - tree.first(node));
            int last = 0;
            for (int k = tree.first(node); k < tree.end(node); k++) {
                Compact.count(out, tree.donor(k) - last);
                last = tree.donor(k);
                float weight = (float) tree.weight(node, k);
                if (whole) {
                    Compact.count(out, (int) weight);
                } else {
                    out.writeFloat(weight);
                }
            }
        }
    }

    private static boolean whole(Tree tree) {
        for (int node = 0; node < tree.nodes(); node++) {
            for (int k = tree.first(node); tree.column(node) < 0 && k < tree.end(node); k++) {
                float weight = (float) tree.weight(node, k);
                if (weight != (int) weight || weight >= WHOLE) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param columns number of columns that may be asked
     * @param donors number of donors that there are
     */
    static Tree read(DataInput in, int columns, int donors) throws IOException {
        int n = Compact.count(in, Integer.MAX_VALUE - 2, "nodes");
        boolean whole = in.readBoolean();
        var made = new Builder(n);
        for (int node = 0; node < n; node++) {
            int column = Compact.count(in, columns, "column") - 1;
            if (column >= 0) {
                long goesLeft = in.readLong();
                // children come later, so that no path goes round
                int child = node + Compact.count(in, n - 2 - node, "child");
                if (child <= node) {
                    throw new IOException("a node that is its own child");
                }
                made.inner(node, column, goesLeft, child);
                continue;
            }
            made.leaf(node);
            int size = Compact.count(in, donors, "donors");
            int donor = 0;
            for (int k = 0; k < size; k++) {
                donor += Compact.count(in, donors - 1 - donor, "donor");
                float weight = whole ? Compact.count(in, (int) WHOLE, "weight") : in.readFloat();
                if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) {
                    throw new IOException("a donor of weight " + weight);
                }
                made.donor(node, donor, weight);
            }
            if (size == 0) {
                throw new IOException("a leaf without donors");
            }
        }
        if (n == 0) {
            throw new IOException("a tree without nodes");
        }
        return made.tree();
    }

    /** Puts a tree together, node after node. */
    private static final class Builder {
        private final int n;
        private int[] column;
        private long[] goesLeft;
        private int[] first;
        private int[] end;
        private int[] donors = new int[64];
        private double[] cumulative = new double[64];
        private int places;
        private int nodes;

        Builder(int n) {
            this.n = n;
            int room = Compact.room(0, n);
            column = new int[room];
            goesLeft = new long[room];
            first = new int[room];
            end = new int[room];
        }

        void inner(int node, int asked, long left, int child) {
            reserve();
            column[node] = asked;
            goesLeft[node] = left;
            first[node] = child;
        }

        void leaf(int node) {
            reserve();
            column[node] = -1;
            first[node] = places;
            end[node] = places;
        }

        void donor(int node, int donor, float weight) {
            if (places == donors.length) {
                donors = Arrays.copyOf(donors, 2 * places);
                cumulative = Arrays.copyOf(cumulative, 2 * places);
            }
            boolean begins = places == first[node];
            donors[places] = donor;
            cumulative[places] = weight + (begins ? 0 : cumulative[places - 1]);
            places++;
            end[node] = places;
        }

        private void reserve() {
            if (nodes == column.length) {
                int room = Compact.room(nodes, n);
                column = Arrays.copyOf(column, room);
                goesLeft = Arrays.copyOf(goesLeft, room);
                first = Arrays.copyOf(first, room);
                end = Arrays.copyOf(end, room);
            }
            nodes++;
        }

        Tree tree() {
            return new Tree(
                    column,
                    goesLeft,
                    first,
                    end,
                    Arrays.copyOf(donors, places),
                    Arrays.copyOf(cumulative, places));
        }
    }
}
