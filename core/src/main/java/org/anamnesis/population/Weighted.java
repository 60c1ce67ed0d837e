package org.anamnesis.population;

import java.util.Arrays;

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
     * What is known of a column among some rows.
     *
     * @param known rows that have a value
     */
    public record Spread(int known, double mean, double sd) {}

    /**
     * Mean and SD of a column among some rows, in one go.
     *
     * @param w weights, one per row of {@code rows}
     */
    public static Spread among(int[] rows, double[] column, double[] w) {
        var sums = new Sums(rows.length == 0 ? Double.NaN : column[rows[0]]);
        sums.add(rows, rows.length, column, w);
        return sums.known() ? sums.spread(rows.length) : present(rows, column, w);
    }

    /** The same where some of the rows have no value. */
    private static Spread present(int[] rows, double[] column, double[] w) {
        int[] measured = new int[rows.length];
        double[] weights = new double[rows.length];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            measured[n] =
                    rows[i]; // overwritten by the next unless it counts, which takes no branch
            weights[n] = w[i];
            n += Double.isNaN(column[rows[i]]) ? 0 : 1;
        }
        var sums = new Sums(n == 0 ? Double.NaN : column[measured[0]]);
        sums.add(measured, n, column, weights);
        return sums.spread(n);
    }

    /**
     * The same of a column that all rows have, which is faster when most of them count.
     *
     * @param known how many rows count
     * @param w by row of the column: 0 where it does not count
     */
    public static Spread among(int known, double[] column, double[] w) {
        var sums = new Sums(column[0]);
        sums.add(column, w);
        return sums.spread(known);
    }

    /**
     * The least value at which the share of weight at or below it reaches {@code p}.
     *
     * @param p 0 to 1
     */
    public static double quantile(double[] x, double[] w, double p) {
        double[] values = new double[x.length];
        double[] weights = new double[x.length];
        int n = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && w[i] > 0) {
                values[n] = x[i];
                weights[n++] = w[i];
                total += w[i];
            }
        }
        return n == 0 ? Double.NaN : reaching(p * total, values, weights, n);
    }

    /** The value at which the sum of weights of what is not greater reaches an amount. */
    private static double reaching(double amount, double[] values, double[] weights, int n) {
        int from = 0;
        int to = n;
        double below = 0;
        while (true) {
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to - 1]);
            int less = from;
            int more = to;
            double lessWeight = 0;
            double equalWeight = 0;
            for (int i = from; i < more; ) {
                if (values[i] < pivot) {
                    lessWeight += weights[i];
                    swap(values, weights, i++, less++);
                } else if (values[i] > pivot) {
                    swap(values, weights, i, --more);
                } else {
                    equalWeight += weights[i++];
                }
            }
            if (below + lessWeight >= amount && less > from) {
                to = less;
            } else if (below + lessWeight + equalWeight >= amount || more == to) {
                return pivot;
            } else {
                below += lessWeight + equalWeight;
                from = more;
            }
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void swap(double[] values, double[] weights, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
        double weight = weights[i];
        weights[i] = weights[j];
        weights[j] = weight;
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

    /**
     * Spearman's ρ: the weighted correlation of mid-ranks, over those of some rows that have both
     * values.
     *
     * @param w weights, one per row of {@code rows}
     */
    public static double rankCorrelation(Places x, Places y, int[] rows, double[] w) {
        int[] timesX = new int[x.values().length];
        int[] timesY = new int[y.values().length];
        for (int row : rows) {
            if (x.of()[row] != Places.MISSING && y.of()[row] != Places.MISSING) {
                timesX[x.of()[row]]++;
                timesY[y.of()[row]]++;
            }
        }
        double[] rankX = middles(timesX);
        double[] rankY = middles(timesY);
        double[] a = new double[rows.length];
        double[] b = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int atX = x.of()[rows[i]];
            int atY = y.of()[rows[i]];
            boolean both = atX != Places.MISSING && atY != Places.MISSING;
            a[i] = both ? rankX[atX] : Double.NaN;
            b[i] = both ? rankY[atY] : Double.NaN;
        }
        double meanA = mean(a, w);
        double meanB = mean(b, w);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i])) {
                sum += w[i] * (a[i] - meanA) * (b[i] - meanB);
                total += w[i];
            }
        }
        return sum / total / (sd(a, w) * sd(b, w));
    }

    /** The same of two columns of numbers, row by row. */
    public static double rankCorrelation(double[] x, double[] y, double[] w) {
        int[] rows = new int[x.length];
        Arrays.setAll(rows, i -> i);
        return rankCorrelation(Places.of(x), Places.of(y), rows, w);
    }

    /** Mid-rank of each value by how often it comes. */
    private static double[] middles(int[] times) {
        double[] middle = new double[times.length];
        int below = 0;
        for (int k = 0; k < times.length; k++) {
            middle[k] = below + (times[k] - 1) / 2.0;
            below += times[k];
        }
        return middle;
    }
}
