package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Columns cut into at most 255 bins each, so that a tree looks at counts instead of values. Bin 0
 * is "missing", which is what makes it a direction of its own. Numbers are cut at quantiles of the
 * table that the bins were made from; a category has a bin a level, the rarest levels sharing the
 * last one when there are too many.
 */
final class Bins {
    /** Bins beside "missing": a byte holds no more. */
    private static final int MOST = 254;

    private final List<Variable> variables;
    private final double[][] cuts; // numbers: bin b + 1 holds the values in (cut b − 1, cut b]
    private final int[][] ofLevel; // categories

    private Bins(List<Variable> variables, double[][] cuts, int[][] ofLevel) {
        this.variables = variables;
        this.cuts = cuts;
        this.ofLevel = ofLevel;
    }

    /** Chosen by the values of one table. */
    static Bins of(Table table) {
        int p = table.variables().size();
        double[][] cuts = new double[p][];
        int[][] ofLevel = new int[p][];
        for (int k = 0; k < p; k++) {
            if (table.variables().get(k).isCategory()) {
                ofLevel[k] = levels(table.column(k), table.variables().get(k).levels().size());
            } else {
                cuts[k] = cuts(table.column(k));
            }
        }
        return new Bins(table.variables(), cuts, ofLevel);
    }

    /** p × n bins of a table with the same columns. */
    byte[][] apply(Table table) {
        byte[][] out = new byte[variables.size()][];
        for (int k = 0; k < out.length; k++) {
            double[] column = table.column(k);
            byte[] bins = new byte[column.length];
            for (int i = 0; i < bins.length; i++) {
                bins[i] = (byte) bin(k, column[i]);
            }
            out[k] = bins;
        }
        return out;
    }

    boolean isCategory(int k) {
        return variables.get(k).isCategory();
    }

    /** Number of bins of each column, "missing" included. */
    int[] sizes() {
        return IntStream.range(0, variables.size())
                .map(
                        k ->
                                isCategory(k)
                                        ? 1 + Arrays.stream(ofLevel[k]).max().orElse(0)
                                        : cuts[k].length + 2)
                .toArray();
    }

    private int bin(int k, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        if (isCategory(k)) {
            return ofLevel[k][(int) value];
        }
        int at = Arrays.binarySearch(cuts[k], value);
        return 1 + (at >= 0 ? at : -at - 1);
    }

    /** Midpoints between distinct values, or between quantiles when there are too many. */
    private static double[] cuts(double[] column) {
        double[] sorted = Sorted.present(column);
        double[] distinct = Sorted.distinct(sorted);
        if (distinct.length > MOST) {
            double[] quantiles = new double[MOST];
            for (int b = 0; b < MOST; b++) {
                quantiles[b] = sorted[(int) ((long) b * (sorted.length - 1) / (MOST - 1))];
            }
            distinct = Sorted.distinct(quantiles);
        }
        double[] out = new double[Math.max(0, distinct.length - 1)];
        for (int b = 0; b < out.length; b++) {
            out[b] = distinct[b] + (distinct[b + 1] - distinct[b]) / 2;
        }
        return out;
    }

    private static int[] levels(double[] column, int count) {
        long[] seen = new long[count];
        for (double x : column) {
            if (!Double.isNaN(x)) {
                seen[(int) x]++;
            }
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        order.sort(Comparator.comparingLong(level -> -seen[level]));
        int[] out = new int[count];
        for (int rank = 0; rank < count; rank++) {
            out[order.get(rank)] = Math.min(rank, MOST - 1) + 1;
        }
        return out;
    }
}
