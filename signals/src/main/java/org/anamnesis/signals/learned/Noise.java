package org.anamnesis.signals.learned;

import org.anamnesis.signals.Draws;
import org.anamnesis.signals.Fourier;

/**
 * Gaussian noise of given spectra: pieces of random phase under overlapping windows whose squares
 * add up to one.
 */
final class Noise {
    private Noise() {}

    /** How one channel goes together with itself. */
    static double[][][] alone() {
        return new double[][][] {{{1}}, {{1}}, {{1}}, {{1}}};
    }

    /**
     * @param density a row a channel, unit²/Hz in each of {@link Bands}; none outside
     * @param mix for each group of {@link Groups} a triangle: what channels share
     * @return a row a channel
     */
    static double[][] of(
            double[][] density, double[][][] mix, double rate, int samples, Draws draws) {
        int channels = density.length;
        int n = Fourier.below(4.2 * rate);
        Fourier fourier = new Fourier(n);
        double[][] out = new double[channels][samples];
        for (int from = -n / 2; from < samples; from += n / 2) {
            double[][] re = new double[channels][n];
            double[][] im = new double[channels][n];
            for (int k = 1; k < n / 2; k++) {
                double hertz = k * rate / n;
                if (hertz >= Bands.low(0) && hertz < Bands.high(Bands.COUNT - 1)) {
                    int band = Bands.of(hertz);
                    bin(density, mix[Groups.of(band)], band, rate * n / 4, draws, re, im, k);
                }
            }
            for (int c = 0; c < channels; c++) {
                fourier.transform(re[c], im[c]);
                for (int i = 0; i < n; i++) {
                    if (from + i >= 0 && from + i < samples) {
                        double window = StrictMath.sin(StrictMath.PI * (i + 0.5) / n);
                        out[c][from + i] += re[c][i] / n * window;
                    }
                }
            }
        }
        return out;
    }

    private static void bin(
            double[][] density,
            double[][] mix,
            int band,
            double scale,
            Draws draws,
            double[][] re,
            double[][] im,
            int k) {
        int channels = density.length;
        int n = re[0].length;
        double[] a = new double[channels];
        double[] b = new double[channels];
        for (int c = 0; c < channels; c++) {
            a[c] = draws.normal();
            b[c] = draws.normal();
        }
        for (int c = 0; c < channels; c++) {
            double height = StrictMath.sqrt(density[c][band] * scale);
            double x = 0;
            double y = 0;
            for (int j = 0; j <= c; j++) {
                x += mix[c][j] * a[j];
                y += mix[c][j] * b[j];
            }
            re[c][k] = height * x;
            im[c][k] = height * y;
            re[c][n - k] = re[c][k];
            im[c][n - k] = -im[c][k];
        }
    }
}
