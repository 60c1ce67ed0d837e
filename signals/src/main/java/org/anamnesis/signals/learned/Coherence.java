package org.anamnesis.signals.learned;

import org.anamnesis.signals.Fourier;

/**
 * How channels go together without delay, in each of {@link Groups}: the real part of the cross
 * spectrum over the root of the powers. Volume conduction has no delay.
 */
final class Coherence {
    private Coherence() {}

    /** Pairs of one group, each but once: (1, 0), (2, 0), (2, 1), ... */
    static int pairs(int channels) {
        return channels * (channels - 1) / 2;
    }

    /**
     * @param samples a row a channel
     * @return pairs of each group
     */
    static float[] of(double[][] samples, double rate) {
        int channels = samples.length;
        int n = Math.min(Fourier.below(samples[0].length), Fourier.below(2.1 * rate));
        Fourier fourier = new Fourier(n);
        double[][][] cross = new double[Groups.COUNT][channels][channels];
        double[][] re = new double[channels][];
        double[][] im = new double[channels][];
        for (int from = 0; from + n <= samples[0].length; from += n / 2) {
            for (int c = 0; c < channels; c++) {
                re[c] = Bands.windowed(samples[c], from, n);
                im[c] = new double[n];
                fourier.transform(re[c], im[c]);
            }
            for (int k = 1; k < n / 2; k++) {
                double hertz = k * rate / n;
                if (hertz >= Bands.low(0) && hertz < Bands.high(Bands.COUNT - 1)) {
                    add(cross[Groups.of(Bands.of(hertz))], re, im, k);
                }
            }
        }
        float[] out = new float[Groups.COUNT * pairs(channels)];
        int at = 0;
        for (double[][] group : cross) {
            for (int a = 1; a < channels; a++) {
                for (int b = 0; b < a; b++) {
                    double powers = Math.sqrt(group[a][a] * group[b][b]);
                    out[at++] = (float) (powers > 0 ? group[a][b] / powers : 0);
                }
            }
        }
        return out;
    }

    private static void add(double[][] group, double[][] re, double[][] im, int k) {
        for (int a = 0; a < re.length; a++) {
            for (int b = 0; b <= a; b++) {
                group[a][b] += re[a][k] * re[b][k] + im[a][k] * im[b][k];
            }
        }
    }

    /** Cholesky's triangles, a little noise of each channel's own added until there is one. */
    static double[][][] triangles(double[] together, int channels) {
        double[][][] out = new double[Groups.COUNT][][];
        for (int g = 0; g < Groups.COUNT; g++) {
            double own = 1e-3;
            while ((out[g] = triangle(together, g * pairs(channels), channels, own)) == null) {
                own *= 2;
            }
        }
        return out;
    }

    private static double[][] triangle(double[] together, int from, int channels, double own) {
        double[][] l = new double[channels][channels];
        int at = from;
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : together[at++] / (1 + own);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j && !(sum > 1e-6)) {
                    return null;
                }
                l[i][j] = i == j ? StrictMath.sqrt(sum) : sum / l[j][j];
            }
        }
        return l;
    }
}
