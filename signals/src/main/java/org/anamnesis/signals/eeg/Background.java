package org.anamnesis.signals.eeg;

import org.anamnesis.signals.Draws;

/**
 * The aperiodic part of all channels: as if every place of cortex made noise of its own, seen
 * through the head. The covariance that follows is computed once a person; its Cholesky factor
 * mixes as many sources as there are electrodes.
 */
final class Background {
    /** Amplifier noise under all, in µV. */
    private static final double AMPLIFIER = 0.35;

    private final Aperiodic filter;
    private final float[][] mix;
    private final float[][] memory = new float[Electrodes.COUNT][Aperiodic.memory()];
    private final Noise[] noises = new Noise[Electrodes.COUNT];
    private final float[] source;
    private final float floor;
    private float gain = -1;

    /**
     * @param size root mean square over the scalp, in µV
     */
    Background(double size, double exponent, int rate, long key) {
        filter = new Aperiodic(exponent, rate);
        mix = cholesky(covariance(size, Draws.of(key, "cortex")));
        source = new float[rate];
        floor = (float) (AMPLIFIER / size);
        for (int s = 0; s < noises.length; s++) {
            noises[s] = new Noise(org.anamnesis.random.SeedTree.key(key, s + 1));
        }
    }

    /** Variance that a channel has between two frequencies, in µV². */
    double variance(int electrode, double low, double high) {
        double sum = 0;
        for (float m : mix[electrode]) {
            sum += m * m;
        }
        return sum * filter.variance(low, high);
    }

    /**
     * Adds one second.
     *
     * @param gains at the end of each step
     */
    void add(float[][] out, int count, float[] gains) {
        float first = gain < 0 ? gains[0] : gain;
        for (int s = 0; s < noises.length; s++) {
            noises[s].fill(source, count);
            float[] white = source;
            // the floor is the same noise unfiltered: one draw for both
            filter.run(white, count, memory[s], floor);
            ramp(white, count, first, gains);
            for (int e = s; e < Electrodes.COUNT; e++) {
                float m = mix[e][s];
                float[] channel = out[e];
                for (int i = 0; i < count; i++) {
                    channel[i] += m * white[i];
                }
            }
        }
        gain = gains[gains.length - 1];
    }

    private static void ramp(float[] x, int count, float first, float[] gains) {
        float g = first;
        for (int step = 0; step < gains.length; step++) {
            int from = count * step / gains.length;
            int to = count * (step + 1) / gains.length;
            float slope = (gains[step] - g) / Math.max(1, to - from);
            for (int i = from; i < to; i++) {
                g += slope;
                x[i] *= g;
            }
            g = gains[step];
        }
    }

    /** Every place weighs differently, smoothly over the head and from place to place. */
    private static double[][] covariance(double size, Draws draws) {
        double[][] sum = new double[Electrodes.COUNT][Electrodes.COUNT];
        double[] slope = {draws.normal(0, 0.15), draws.normal(0, 0.2), draws.normal(0, 0.15)};
        for (int p = 0; p < Scalp.places().size(); p++) {
            double weight =
                    StrictMath.exp(
                            2 * Space.dot(slope, Scalp.places().get(p)) + 0.8 * draws.normal());
            double[] field = Scalp.radial(p);
            for (int a = 0; a < Electrodes.COUNT; a++) {
                for (int b = 0; b <= a; b++) {
                    sum[a][b] += weight * field[a] * field[b];
                }
            }
        }
        double mean = 0;
        for (int e = 0; e < Electrodes.SCALP; e++) {
            mean += sum[e][e] / Electrodes.SCALP;
        }
        for (int a = 0; a < Electrodes.COUNT; a++) {
            for (int b = 0; b <= a; b++) {
                sum[a][b] *= size * size / mean;
            }
            sum[a][a] += AMPLIFIER * AMPLIFIER;
        }
        return sum;
    }

    /** The lower triangle whose product with its transpose is the matrix. */
    private static float[][] cholesky(double[][] c) {
        int n = c.length;
        double[][] l = new double[n][n];
        float[][] rounded = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = c[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? StrictMath.sqrt(sum) : sum / l[j][j];
                rounded[i][j] = (float) l[i][j];
            }
        }
        return rounded;
    }
}
