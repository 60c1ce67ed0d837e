package org.anamnesis.generate.dp;

import java.util.Arrays;

/** Joint shares of two columns' groups from noisy counts, in step with the shares of each. */
final class PairTables {
    /** Rounds of proportional fitting; the sums are then right to less than one person. */
    private static final int ROUNDS = 200;

    /** Part of the independent table that is mixed in, so that no sum has only empty cells. */
    private static final double MIXED_IN = 1e-9;

    private PairTables() {}

    /**
     * @param counts noisy, a × b by rows
     * @param sd of their noise
     * @param total people
     * @param first a shares, together 1
     * @param second b shares, together 1
     * @return a × b shares, sums of rows and columns as given
     */
    static double[] fitted(
            long[] counts, double sd, double total, double[] first, double[] second) {
        double[] independent = new double[counts.length];
        for (int i = 0; i < independent.length; i++) {
            independent[i] = first[i / second.length] * second[i % second.length];
        }
        double[] nearest = Simplex.nearest(Arrays.stream(counts).asDoubleStream().toArray(), total);
        double kept = kept(counts, sd, total, independent);
        double[] table = new double[counts.length];
        for (int i = 0; i < table.length; i++) {
            double mixed = kept * nearest[i] / total + (1 - kept) * independent[i];
            table[i] = (1 - MIXED_IN) * mixed + MIXED_IN * independent[i];
        }
        fit(table, first, second);
        return table;
    }

    /**
     * How much of the distance from independence is not noise, 0 to 1: the positive part of James
     * and Stein's factor, 1 − mσ²/‖y − μ‖² for m cells.
     */
    private static double kept(long[] counts, double sd, double total, double[] independent) {
        double off = 0;
        for (int i = 0; i < counts.length; i++) {
            off += Math.pow(counts[i] - total * independent[i], 2);
        }
        return off == 0 ? 0 : Math.max(0, 1 - counts.length * sd * sd / off);
    }

    /** Iterative proportional fitting. */
    private static void fit(double[] table, double[] first, double[] second) {
        int b = second.length;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < first.length; i++) {
                double sum = 0;
                for (int j = 0; j < b; j++) {
                    sum += table[i * b + j];
                }
                for (int j = 0; j < b; j++) {
                    table[i * b + j] *= sum > 0 ? first[i] / sum : 0;
                }
            }
            for (int j = 0; j < b; j++) {
                double sum = 0;
                for (int i = 0; i < first.length; i++) {
                    sum += table[i * b + j];
                }
                for (int i = 0; i < first.length; i++) {
                    table[i * b + j] *= sum > 0 ? second[j] / sum : 0;
                }
            }
        }
    }
}
