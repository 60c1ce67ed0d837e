package org.anamnesis.evaluate;

import java.util.Arrays;

/** Sorted copies of a column. */
final class Sorted {
    private Sorted() {}

    /** The values that are not missing, ascending; −0 becomes 0. */
    static double[] present(double[] column) {
        double[] kept = new double[column.length];
        int n = 0;
        for (double x : column) {
            if (!Double.isNaN(x)) {
                kept[n++] = x + 0.0;
            }
        }
        double[] all = Arrays.copyOf(kept, n);
        Arrays.sort(all);
        return all;
    }

    /** Each value once. */
    static double[] distinct(double[] sorted) {
        double[] out = new double[sorted.length];
        int n = 0;
        for (double x : sorted) {
            if (n == 0 || x != out[n - 1]) {
                out[n++] = x;
            }
        }
        return Arrays.copyOf(out, n);
    }
}
