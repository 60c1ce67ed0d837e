package org.anamnesis.population;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Summaries of weighted values; missing values (NaN) do not count. All return NaN when nothing is
 * left.
 */
public final class Weighted {
    private Weighted() {}

    /** Σ w x / Σ w. */
    public static double mean(double[] x, double[] w) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                sum += w[i] * x[i];
                total += w[i];
            }
        }
        return sum / total;
    }

    /** √(Σ w (x − mean)² / Σ w). */
    public static double sd(double[] x, double[] w) {
        double mean = mean(x, w);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                sum += w[i] * (x[i] - mean) * (x[i] - mean);
                total += w[i];
            }
        }
        return Math.sqrt(sum / total);
    }

    /**
     * The least value at which the share of weight at or below it reaches {@code p}.
     *
     * @param p 0 to 1
     */
    public static double quantile(double[] x, double[] w, double p) {
        Integer[] order =
                IntStream.range(0, x.length)
                        .filter(i -> !Double.isNaN(x[i]) && w[i] > 0)
                        .boxed()
                        .sorted((a, b) -> Double.compare(x[a], x[b]))
                        .toArray(Integer[]::new);
        double total = 0;
        for (int i : order) {
            total += w[i];
        }
        double below = 0;
        for (int i : order) {
            below += w[i];
            if (below >= p * total) {
                return x[i];
            }
        }
        return Double.NaN;
    }

    /** Kish's effective number of rows: (Σ w)² / Σ w². Source: Kish 1965, Survey Sampling. */
    public static double effectiveRows(double[] w) {
        double sum = 0;
        double squares = 0;
        for (double one : w) {
            sum += one;
            squares += one * one;
        }
        return sum * sum / squares;
    }

    /** Crude odds ratio of two yes/no columns (1, 0, NaN): ad / bc of the weighted table. */
    public static double oddsRatio(double[] outcome, double[] exposure, double[] w) {
        double[] cell = new double[4];
        for (int i = 0; i < w.length; i++) {
            if (!Double.isNaN(outcome[i]) && !Double.isNaN(exposure[i])) {
                cell[(int) (2 * exposure[i] + outcome[i])] += w[i];
            }
        }
        return cell[3] * cell[0] / (cell[2] * cell[1]);
    }

    /** Spearman's ρ: the weighted correlation of mid-ranks. */
    public static double rankCorrelation(double[] x, double[] y, double[] w) {
        double[] a = ranks(x);
        double[] b = ranks(y);
        double meanA = mean(a, w);
        double meanB = mean(b, w);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                sum += w[i] * (a[i] - meanA) * (b[i] - meanB);
                total += w[i];
            }
        }
        return sum / total / (sd(a, w) * sd(b, w));
    }

    /** Mid-ranks of the values that are there; NaN where none is. */
    private static double[] ranks(double[] x) {
        double[] known = Arrays.stream(x).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] rank = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rank[i] =
                    Double.isNaN(x[i])
                            ? Double.NaN
                            : (below(known, x[i]) + below(known, Math.nextUp(x[i])) - 1) / 2.0;
        }
        return rank;
    }

    /** How many of the sorted values are less. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (sorted[mid] < value) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
