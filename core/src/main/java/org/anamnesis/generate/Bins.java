package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.anamnesis.table.Variable;

/**
 * One column cut into at most 63 ordered bins; bin 0 is "missing". With 64 codes a split of a tree
 * is one {@code long}: bit c says whether code c goes left, for numbers and categories alike.
 */
final class Bins {
    static final int CODES = 64;

    /**
     * Upper ends of bins 1 to {@code edges.length} + 1; the last bin is open. Empty for categories.
     */
    private final double[] edges;

    /** Code of each level; empty for numbers. */
    private final byte[] levels;

    private final int count;

    /** The edges and then infinities, so that every search takes the same steps. */
    private final double[] ends = new double[CODES - 1];

    private Bins(double[] edges, byte[] levels, int count) {
        this.edges = edges;
        this.levels = levels;
        this.count = count;
        Arrays.fill(ends, Double.POSITIVE_INFINITY);
        System.arraycopy(edges, 0, ends, 0, edges.length);
    }

    /** A number. */
    private Bins(double[] edges) {
        this(edges, new byte[0], edges.length + 2);
    }

    /**
     * A category whose levels share codes.
     *
     * @param groups by level, 0 to 62
     */
    static Bins of(byte[] groups) {
        byte[] codes = new byte[groups.length];
        int most = 0;
        for (int level = 0; level < codes.length; level++) {
            codes[level] = (byte) (1 + groups[level]);
            most = Math.max(most, codes[level]);
        }
        return new Bins(new double[0], codes, most + 1);
    }

    /**
     * Cuts a column so that each bin holds about the same weight; few distinct values get a bin
     * each.
     */
    static Bins of(Variable variable, Ranks ranks) {
        if (variable.isCategory()) {
            if (variable.levels().size() >= CODES) {
                throw new IllegalArgumentException("too many levels: " + variable.name());
            }
            byte[] own = new byte[variable.levels().size()];
            for (int level = 0; level < own.length; level++) {
                own[level] = (byte) level;
            }
            return of(own);
        }
        double[] distinct = ranks.distinct();
        int wanted = CODES - 1;
        if (distinct.length <= wanted) {
            double[] edges = new double[Math.max(0, distinct.length - 1)];
            Arrays.setAll(edges, k -> (distinct[k] + distinct[k + 1]) / 2);
            return new Bins(edges);
        }
        double[] edges = new double[wanted - 1];
        int used = 0;
        for (int k = 1; k < wanted; k++) {
            int at = ranks.indexAt((double) k / wanted);
            double edge =
                    at + 1 < distinct.length ? (distinct[at] + distinct[at + 1]) / 2 : distinct[at];
            if (used == 0 || edge > edges[used - 1]) {
                edges[used++] = edge;
            }
        }
        return new Bins(Arrays.copyOf(edges, used));
    }

    /** Codes in order that are made elsewhere. */
    static Bins inOrder(int codes) {
        return new Bins(new double[codes - 2]);
    }

    /** Number of codes, "missing" included. */
    int count() {
        return count;
    }

    boolean ordered() {
        return levels.length == 0;
    }

    /** 1 if a value is above an edge, else 0: the sign of their difference, without a branch. */
    private static int above(double value, double edge) {
        return (int) (Double.doubleToRawLongBits(edge - value) >>> (Long.SIZE - 1));
    }

    /** Code of a value: 0 if missing, else 1 to 63. */
    byte code(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        if (levels.length > 0) {
            return levels[(int) value];
        }
        int below = 0;
        for (int step = CODES / 2; step > 0; step /= 2) {
            below += step * above(value, ends[below + step - 1]);
        }
        return (byte) (1 + below);
    }

    void write(DataOutput out) throws IOException {
        if (ordered()) {
            Compact.doubles(out, edges);
        } else {
            out.write(levels);
        }
    }

    /** Reads what {@link #write} wrote for this variable. */
    static Bins read(Variable variable, DataInput in) throws IOException {
        if (!variable.isCategory()) {
            double[] edges = Compact.doubles(in, CODES - 2, "bins");
            for (int k = 1; k < edges.length; k++) {
                if (edges[k] <= edges[k - 1]) {
                    throw new IOException("bins out of order");
                }
            }
            return new Bins(edges);
        }
        byte[] groups = new byte[variable.levels().size()];
        in.readFully(groups);
        for (int level = 0; level < groups.length; level++) {
            if (groups[level] < 1 || groups[level] >= CODES) {
                throw new IOException("a level in bin " + groups[level]);
            }
            groups[level]--;
        }
        return of(groups);
    }

    byte[] codes(double[] values) {
        byte[] codes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            codes[i] = code(values[i]);
        }
        return codes;
    }
}
