package org.anamnesis.population;

import org.anamnesis.random.SeedTree;

/**
 * Places a condition or a drug on rows by published figures: log odds of a row = a + its offset
 * (odds ratios of the facts), with a chosen so that the weighted share is exactly the fact's.
 */
public final class Placement {
    private Placement() {}

    /**
     * Probability of each row.
     *
     * @param offsets log odds ratio of each row against the reference; −∞ where it cannot be
     * @param weights of rows
     * @param share wanted weighted share among all rows, in (0, 1)
     * @return n probabilities whose weighted mean is {@code share} to 1e−9, or as near as the
     *     possible rows allow
     */
    public static double[] probabilities(double[] offsets, double[] weights, double share) {
        double low = -60;
        double high = 60;
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            if (mean(offsets, weights, middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] p = new double[offsets.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = logistic(offsets[i] + high);
        }
        return p;
    }

    /** One keyed draw a row: 1 with its probability, else 0. */
    public static double[] draw(double[] probabilities, SeedTree seeds, String purpose) {
        long key = seeds.purpose(purpose);
        double[] out = new double[probabilities.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = SeedTree.uniform(SeedTree.key(key, i), 0) < probabilities[i] ? 1 : 0;
        }
        return out;
    }

    private static double mean(double[] offsets, double[] weights, double a) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < offsets.length; i++) {
            sum += weights[i] * logistic(offsets[i] + a);
            total += weights[i];
        }
        return sum / total;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
