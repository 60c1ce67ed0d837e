package org.anamnesis.generate.dp;

import java.util.Arrays;

/**
 * Noisy counts of each column by itself.
 *
 * @param shares by column and cell, together 1 in each column
 * @param total people, as all columns together tell it; at least 1
 * @param sd of the noise on each count
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record Singles(double[][] shares, double total, double sd) {
    /** Standard deviations of noise from which on a level is believed: 1 in 44 by chance. */
    static final double SEEN = 2;

    /**
     * @param cells by column and row
     */
    static Singles measure(Coding[] codings, int[][] cells, Budget budget) {
        int p = codings.length;
        double rho = budget.left(Budget.Pot.SINGLES) / p;
        double sd = Budget.sd(rho);
        long[][] noisy = new long[p][];
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < p; k++) {
            long[] counts = new long[codings[k].cells()];
            for (int cell : cells[k]) {
                counts[cell]++;
            }
            noisy[k] = budget.noisy(Budget.Pot.SINGLES, codings[k].variable().name(), rho, counts);
            // the noise of a column's sum grows with its cells
            sum += Arrays.stream(noisy[k]).sum() / (double) counts.length;
            weight += 1.0 / counts.length;
        }
        double total = Math.max(1, sum / weight);
        double[][] shares = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] counts = Arrays.stream(noisy[k]).asDoubleStream().toArray();
            // complete columns are frequent, and noise should not make gaps or levels in them
            int from = codings[k].variable().isCategory() ? 0 : codings[k].missing();
            for (int c = from; c < counts.length; c++) {
                counts[c] = counts[c] < SEEN * sd ? 0 : counts[c];
            }
            double[] near = Simplex.nearest(counts, total);
            shares[k] = Arrays.stream(near).map(c -> c / total).toArray();
        }
        return new Singles(shares, total, sd);
    }
}
