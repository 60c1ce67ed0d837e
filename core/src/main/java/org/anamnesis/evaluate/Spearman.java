package org.anamnesis.evaluate;

import java.util.Arrays;

/**
 * Rank correlation of weighted rows: Pearson's correlation of weighted mid-ranks, where the rank of
 * a value is the weight below it plus half the weight of its ties. With equal weights it is
 * Spearman's ρ (1904) with mean ranks for ties. Each pair uses the rows in which both have a value.
 */
final class Spearman {
    private Spearman() {}

    /**
     * @param columns p × n, NaN = missing
     * @param weights n, not negative
     * @return p × p, symmetric, 1 on the diagonal; NaN where fewer than 3 rows have both or one
     *     does not vary
     */
    static double[][] matrix(double[][] columns, double[] weights) {
        int p = columns.length;
        int[][] codes = new int[p][];
        int[] levels = new int[p];
        for (int k = 0; k < p; k++) {
            double[] distinct = distinct(columns[k]);
            levels[k] = distinct.length;
            codes[k] = codes(columns[k], distinct);
        }
        double[][] out = new double[p][p];
        for (int a = 0; a < p; a++) {
            out[a][a] = 1;
            for (int b = 0; b < a; b++) {
                out[a][b] = pair(codes[a], levels[a], codes[b], levels[b], weights);
                out[b][a] = out[a][b];
            }
        }
        return out;
    }

    private static double[] distinct(double[] column) {
        return Sorted.distinct(Sorted.present(column));
    }

    private static int[] codes(double[] column, double[] distinct) {
        int[] out = new int[column.length];
        for (int i = 0; i < out.length; i++) {
            double x = column[i];
            out[i] = Double.isNaN(x) ? -1 : Arrays.binarySearch(distinct, x + 0.0);
        }
        return out;
    }

    private static double pair(int[] a, int levelsA, int[] b, int levelsB, double[] weights) {
        double[] weightA = new double[levelsA];
        double[] weightB = new double[levelsB];
        double sum = 0;
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0 && weights[i] > 0) {
                weightA[a[i]] += weights[i];
                weightB[b[i]] += weights[i];
                sum += weights[i];
                n++;
            }
        }
        if (n < 3) {
            return Double.NaN;
        }
        double varianceA = centredRanks(weightA, sum);
        double varianceB = centredRanks(weightB, sum);
        double covariance = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0) {
                covariance += weights[i] * weightA[a[i]] * weightB[b[i]];
            }
        }
        double scale = Math.sqrt(varianceA * varianceB);
        return scale > 0 ? Math.max(-1, Math.min(1, covariance / scale)) : Double.NaN;
    }

    /** Turns weights by level into mid-ranks around their mean; returns Σ weight · rank². */
    private static double centredRanks(double[] weights, double sum) {
        double below = 0;
        double squares = 0;
        for (int k = 0; k < weights.length; k++) {
            double here = weights[k];
            double rank = (below + here / 2) / sum - 0.5; // the mean of mid-ranks is a half
            squares += here * rank * rank;
            below += here;
            weights[k] = rank;
        }
        return squares;
    }
}
