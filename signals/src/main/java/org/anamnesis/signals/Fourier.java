package org.anamnesis.signals;

/**
 * The fast Fourier transform of Cooley and Tukey (1965, doi:10.1090/S0025-5718-1965-0178586-1) of
 * one length. Safe for several threads.
 */
public final class Fourier {
    private final double[] cos;
    private final double[] sin;

    /**
     * @param n numbers to transform, a power of two
     */
    public Fourier(int n) {
        cos = new double[n / 2];
        sin = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            double angle = -2 * StrictMath.PI * k / n;
            cos[k] = StrictMath.cos(angle);
            sin[k] = StrictMath.sin(angle);
        }
    }

    /** Largest power of two that is at most x. */
    public static int below(double x) {
        return Integer.highestOneBit((int) x);
    }

    /**
     * In place: X<sub>k</sub> = Σ<sub>i</sub> x<sub>i</sub> e<sup>−2πjik/n</sup>.
     *
     * @param re n real parts
     * @param im n imaginary parts
     */
    public void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            int half = length / 2;
            int step = n / length;
            for (int at = 0; at < n; at += length) {
                for (int k = 0; k < half; k++) {
                    double c = cos[k * step];
                    double s = sin[k * step];
                    int p = at + k;
                    int q = p + half;
                    double r = re[q] * c - im[q] * s;
                    double i = re[q] * s + im[q] * c;
                    re[q] = re[p] - r;
                    im[q] = im[p] - i;
                    re[p] += r;
                    im[p] += i;
                }
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }
}
