package org.anamnesis.signals.learned;

import java.util.Arrays;
import org.anamnesis.signals.Draws;

/** Distances of beats, in ms: how they vary and how each follows the one before. */
final class Gaps {
    /** Sequences that are drawn, of which the one nearest to what is asked is taken. */
    private static final int DRAWN = 24;

    /** Shortest distance of two beats. */
    private static final double LEAST = 280;

    private Gaps() {}

    /** Standard deviation around a mean. */
    static double deviation(double[] x, double mean) {
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    /** Correlation of each with the one before. */
    static double lag(double[] x, double mean) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
            products += i > 0 ? (x[i] - mean) * (x[i - 1] - mean) : 0;
        }
        return squares > 0 ? Math.max(-0.9, Math.min(0.9, products / squares)) : 0;
    }

    /**
     * Onsets of beats in s. Their distances have the mean, the standard deviation and the
     * correlation that are asked for in these few seconds, not only on average over many.
     */
    static double[] onsets(double mean, double spread, double lag, double seconds, Draws draws) {
        int heard = (int) Math.max(3, Math.round(1000 * seconds / mean) - 1);
        double[] best = gaps(mean, spread, lag, heard, draws);
        for (int k = 1; k < DRAWN; k++) {
            double[] other = gaps(mean, spread, lag, heard, draws);
            if (off(other, lag) < off(best, lag)) {
                best = other;
            }
        }
        double[] onsets = new double[heard + 4];
        // the first beat of those heard lies within the stretch, those around it outside
        double at = (0.05 + 0.9 * draws.uniform()) * best[0] / 1000 - best[1] / 1000;
        onsets[0] = at;
        onsets[1] = at + best[1] / 1000;
        for (int k = 2; k < onsets.length; k++) {
            onsets[k] = onsets[k - 1] + best[(k - 2) % heard] / 1000;
        }
        return onsets;
    }

    private static double off(double[] gaps, double lag) {
        double mean = Arrays.stream(gaps).average().orElse(0);
        return Math.abs(lag(gaps, mean) - lag);
    }

    /** An autoregression whose logarithm is normal, brought to its mean and spread. */
    private static double[] gaps(double mean, double spread, double lag, int count, Draws draws) {
        double share = Math.min(0.45, spread / mean);
        double sigma = StrictMath.sqrt(StrictMath.log(1 + share * share));
        double[] x = new double[count];
        double state = draws.normal();
        for (int k = 0; k < count; k++) {
            x[k] = mean * StrictMath.exp(sigma * state);
            state = lag * state + StrictMath.sqrt(1 - lag * lag) * draws.normal();
        }
        double drawn = Arrays.stream(x).average().orElse(mean);
        double deviation = Math.max(1e-9, deviation(x, drawn));
        for (int k = 0; k < count; k++) {
            x[k] = Math.max(LEAST, mean + (x[k] - drawn) * share * mean / deviation);
        }
        return x;
    }
}
