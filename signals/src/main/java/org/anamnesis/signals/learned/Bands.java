package org.anamnesis.signals.learned;

import java.util.Arrays;
import org.anamnesis.signals.Fourier;

/** Bands of frequency in which spectra are compared: 1 Hz wide to 20 Hz, 2 Hz to 40 Hz. */
final class Bands {
    /** Lower ends, and the upper end of the last, in Hz. */
    private static final double[] ENDS = ends();

    /** Bands of {@link #ENDS}. */
    static final int COUNT = ENDS.length - 1;

    private Bands() {}

    private static double[] ends() {
        double[] ends = new double[30];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i < 20 ? 0.5 + i : 19.5 + 2 * (i - 19);
        }
        return ends;
    }

    /** Lower end in Hz. */
    static double low(int band) {
        return ENDS[band];
    }

    /** Upper end in Hz. */
    static double high(int band) {
        return ENDS[band + 1];
    }

    /** In Hz. */
    static double width(int band) {
        return ENDS[band + 1] - ENDS[band];
    }

    /** Power in all bands of a density in each. */
    static double total(double[] density) {
        double sum = 0;
        for (int b = 0; b < COUNT; b++) {
            sum += density[b] * width(b);
        }
        return sum;
    }

    /** The band of a frequency; the nearest beyond the ends. */
    static int of(double hertz) {
        int at = Arrays.binarySearch(ENDS, hertz);
        int band = at >= 0 ? at : -at - 2;
        return Math.max(0, Math.min(COUNT - 1, band));
    }

    /**
     * Mean power density in each band by Welch's method (1967, doi:10.1109/TAU.1967.1161901): Hann
     * windows of about two seconds, half overlapping.
     *
     * @param x in some unit
     * @param rate samples a second, at least 80
     * @return in unit²/Hz, never 0
     */
    static double[] power(double[] x, double rate) {
        int n = Math.min(Fourier.below(x.length), Fourier.below(2.1 * rate));
        Fourier fourier = new Fourier(n);
        double[] sums = new double[COUNT];
        int[] counts = new int[COUNT];
        for (int from = 0; from + n <= x.length; from += n / 2) {
            double[] re = windowed(x, from, n);
            double[] im = new double[n];
            fourier.transform(re, im);
            for (int k = 1; k < n / 2; k++) {
                double hertz = k * rate / n;
                if (hertz >= ENDS[0] && hertz < ENDS[COUNT]) {
                    int band = of(hertz);
                    sums[band] += (re[k] * re[k] + im[k] * im[k]) / (rate * n * 3 / 16.0);
                    counts[band]++;
                }
            }
        }
        for (int b = 0; b < COUNT; b++) {
            sums[b] = Math.max(1e-12, counts[b] == 0 ? 0 : sums[b] / counts[b]);
        }
        return sums;
    }

    /** Without its mean, under a Hann window. */
    static double[] windowed(double[] x, int from, int n) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += x[from + i] / n;
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double window = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / n);
            out[i] = (x[from + i] - mean) * window;
        }
        return out;
    }
}
