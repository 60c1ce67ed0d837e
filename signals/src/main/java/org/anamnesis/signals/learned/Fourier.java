package org.anamnesis.signals.learned;

/** The fast Fourier transform of Cooley and Tukey (1965, doi:10.1090/S0025-5718-1965-0178586-1). */
final class Fourier {
    private Fourier() {}

    /** Largest power of two that is at most x. */
    static int below(double x) {
        return Integer.highestOneBit((int) x);
    }

    /**
     * In place: X<sub>k</sub> = Σ<sub>i</sub> x<sub>i</sub> e<sup>−2πjik/n</sup>.
     *
     * @param re real parts, n a power of two
     * @param im imaginary parts
     */
    static void transform(double[] re, double[] im) {
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
            for (int k = 0; k < length / 2; k++) {
                double angle = -2 * StrictMath.PI * k / length;
                double c = StrictMath.cos(angle);
                double s = StrictMath.sin(angle);
                for (int at = k; at < n; at += length) {
                    int other = at + length / 2;
                    double r = re[other] * c - im[other] * s;
                    double i = re[other] * s + im[other] * c;
                    re[other] = re[at] - r;
                    im[other] = im[at] - i;
                    re[at] += r;
                    im[at] += i;
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
