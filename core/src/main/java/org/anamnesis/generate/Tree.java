package org.anamnesis.generate;

/**
 * A grown tree: inner nodes ask for one code of one column, leaves hold donors with their weights.
 *
 * <p>Flat arrays, so that drawing allocates nothing and stays in cache.
 */
final class Tree {
    /** Column asked at a node, or −1 at a leaf. */
    private final int[] column;

    /** Codes that go left. */
    private final long[] goesLeft;

    /** Left child at an inner node (the right one is next), first donor at a leaf. */
    private final int[] first;

    /** One past the last donor at a leaf. */
    private final int[] end;

    private final int[] donors;

    /** Running sum of donors' weights within their leaf, from just after its first donor. */
    private final double[] cumulative;

    /**
     * Two numbers a node, side by side so that a step meets one line of cache: the codes that go
     * left; left child and column asked. A leaf leads to itself, so that rows walk together.
     */
    private final long[] steps;

    /** Bit of the second number of a node that is a leaf. */
    private static final int LEAF = 1 << 31;

    /**
     * By place of a leaf: of as many equal parts of its weight as it has donors, the place with
     * which a part begins. A search that begins there ends after one or two looks (Chen, Asau 1974,
     * doi:10.1080/05695557408974949).
     */
    private final int[] begins;

    Tree(int[] column, long[] goesLeft, int[] first, int[] end, int[] donors, double[] cumulative) {
        this.column = column;
        this.goesLeft = goesLeft;
        this.first = first;
        this.end = end;
        this.donors = donors;
        this.cumulative = cumulative;
        this.steps = new long[2 * column.length];
        this.begins = new int[donors.length];
        for (int node = 0; node < column.length; node++) {
            boolean leaf = column[node] < 0;
            steps[2 * node] = leaf ? -1 : goesLeft[node];
            long asked = leaf ? Integer.toUnsignedLong(LEAF) : column[node];
            steps[2 * node + 1] = (long) (leaf ? node : first[node]) << 32 | asked;
            if (leaf) {
                begin(node);
            }
        }
    }

    private void begin(int leaf) {
        int from = first[leaf];
        int n = end[leaf] - from;
        int place = from;
        for (int part = 0; part < n; part++) {
            double at = (double) part / n * cumulative[end[leaf] - 1];
            while (place < end[leaf] - 1 && cumulative[place] <= at) {
                place++;
            }
            begins[from + part] = place;
        }
    }

    /**
     * Draws a donor for one person.
     *
     * @param codes codes by column and row
     * @param row whose codes to follow
     * @param u uniform on [0, 1): which donor of the leaf, by weight
     */
    int draw(byte[][] codes, int row, double u) {
        return donor(leaf(codes, row), u);
    }

    /** Draws a donor of a leaf, {@code u} uniform on [0, 1). */
    int donor(int leaf, double u) {
        int from = first[leaf];
        int last = end[leaf] - 1;
        double at = u * cumulative[last];
        int place = begins[from + (int) (u * (last + 1 - from))];
        while (place > from && cumulative[place - 1] > at) { // by a last digit of the parts
            place--;
        }
        while (place < last && cumulative[place] <= at) {
            place++;
        }
        return donors[place];
    }

    /**
     * The leaves to which the codes of rows 0 to {@code count} − 1 lead. Four rows walk at a time:
     * what one waits for from memory, the others fill.
     */
    void leaves(byte[][] codes, int count, int[] out) {
        for (int i = 0; i < count; i += 4) {
            int j = Math.min(i + 1, count - 1);
            int k = Math.min(i + 2, count - 1);
            int l = Math.min(i + 3, count - 1);
            int a = 0;
            int b = 0;
            int c = 0;
            int d = 0;
            long atA = steps[1];
            long atB = atA;
            long atC = atA;
            long atD = atA;
            while (((int) atA & (int) atB & (int) atC & (int) atD) >= 0) {
                a = next(a, atA, codes, i);
                b = next(b, atB, codes, j);
                c = next(c, atC, codes, k);
                d = next(d, atD, codes, l);
                atA = steps[2 * a + 1];
                atB = steps[2 * b + 1];
                atC = steps[2 * c + 1];
                atD = steps[2 * d + 1];
            }
            out[i] = a;
            out[j] = b;
            out[k] = c;
            out[l] = d;
        }
    }

    private int next(int node, long at, byte[][] codes, int row) {
        int left = (int) (steps[2 * node] >>> codes[(int) at & ~LEAF][row]) & 1;
        return (int) (at >>> 32) + 1 - left;
    }

    /** The leaf to which a row's codes lead. */
    int leaf(byte[][] codes, int row) {
        int node = 0;
        while (column[node] >= 0) {
            boolean left = (goesLeft[node] >>> codes[column[node]][row] & 1) != 0;
            node = first[node] + (left ? 0 : 1);
        }
        return node;
    }

    int nodes() {
        return column.length;
    }

    /** Column asked at a node, or −1 at a leaf. */
    int column(int node) {
        return column[node];
    }

    /** Codes that go left at an inner node. */
    long goesLeft(int node) {
        return goesLeft[node];
    }

    /** Left child of an inner node, or first place of a leaf's donors. */
    int first(int node) {
        return first[node];
    }

    /** One past the last place of a leaf's donors. */
    int end(int leaf) {
        return end[leaf];
    }

    int donor(int place) {
        return donors[place];
    }

    /** Weight of the donor at a place of a leaf. */
    double weight(int leaf, int place) {
        return place == first[leaf] ? cumulative[place] : cumulative[place] - cumulative[place - 1];
    }

    /** Weight of all donors of a leaf. */
    double weight(int leaf) {
        return cumulative[end[leaf] - 1];
    }
}
