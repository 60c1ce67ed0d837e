package org.anamnesis.generate;

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

    private final boolean category;

    private final int count;

    private Bins(double[] edges, int levels) {
        this.edges = edges;
        this.category = levels > 0;
        this.count = 1 + (category ? levels : edges.length + 1);
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
            return new Bins(new double[0], variable.levels().size());
        }
        double[] distinct = ranks.distinct();
        int wanted = CODES - 1;
        if (distinct.length <= wanted) {
            double[] edges = new double[Math.max(0, distinct.length - 1)];
            Arrays.setAll(edges, k -> (distinct[k] + distinct[k + 1]) / 2);
            return new Bins(edges, 0);
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
        return new Bins(Arrays.copyOf(edges, used), 0);
    }

    /** Number of codes, "missing" included. */
    int count() {
        return count;
    }

    boolean ordered() {
        return !category;
    }

    /** Code of a value: 0 if missing, else 1 to 63. */
    byte code(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        if (category) {
            return (byte) (1 + (int) value);
        }
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > edges[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (byte) (1 + low);
    }

    byte[] codes(double[] values) {
        byte[] codes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            codes[i] = code(values[i]);
        }
        return codes;
    }
}
