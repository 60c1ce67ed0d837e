package org.anamnesis.generate.dp;

import java.util.Arrays;

/** The nearest counts that can be: none below 0, all together a given number. */
final class Simplex {
    private Simplex() {}

    /**
     * Least squares projection: a constant is taken off, what falls below 0 becomes 0. Source:
     * Duchi et al. (2008), doi:10.1145/1390156.1390191.
     *
     * @param total above 0
     */
    static double[] nearest(double[] counts, double total) {
        double[] sorted = counts.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double off = 0;
        for (int i = sorted.length - 1, n = 1; i >= 0; i--, n++) {
            sum += sorted[i];
            double now = (sum - total) / n;
            if (sorted[i] <= now) {
                break;
            }
            off = now;
        }
        double[] out = new double[counts.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0, counts[i] - off);
        }
        return out;
    }
}
