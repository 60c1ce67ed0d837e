package org.anamnesis.signals.ct;

/**
 * The filter before back-projection: ramp times the kernel's transfer function, as long as the
 * detector, so that water is water from the middle to the rim (Kak, Slaney 1988, chapter 3).
 */
final class Ramp {
    private final int n;
    private final double[] gain;
    private final double[] cos;
    private final double[] sin;
    private final double[] re;
    private final double[] im;

    /**
     * @param bins rays of a view
     * @param bin their distance, mm
     * @param sigma standard deviation of the kernel's point spread, mm; back-projection blurs by a
     *     triangle, the values between two rays, and the filter makes up for it
     */
    Ramp(int bins, double bin, double sigma) {
        n = Integer.highestOneBit(2 * bins - 1) << 1;
        int fine = 8 * n; // the ramp sampled in frequency would lift what lies between the bodies
        double[] f = new double[fine];
        double[] none = new double[fine];
        for (int k = 0; k < fine; k++) {
            double nu = Math.min(k, fine - k) / (fine * bin);
            double half = Math.PI * nu * bin;
            double triangle = k == 0 ? 1 : StrictMath.sin(half) / half;
            f[k] =
                    nu
                            * StrictMath.exp(-2 * Math.PI * Math.PI * sigma * sigma * nu * nu)
                            / (triangle * triangle);
        }
        transform(f, none, turns(fine, true), turns(fine, false));
        cos = turns(n, true);
        sin = turns(n, false);
        gain = new double[n];
        for (int k = 0; k < n / 2; k++) {
            gain[k] = f[k] / fine;
            gain[(n - k) % n] = f[k] / fine;
        }
        re = new double[n];
        im = new double[n];
        transform(gain, new double[n], cos, sin);
    }

    private Ramp(Ramp of) {
        n = of.n;
        gain = of.gain;
        cos = of.cos;
        sin = of.sin;
        re = new double[n];
        im = new double[n];
    }

    /** The same filter for another thread. */
    Ramp own() {
        return new Ramp(this);
    }

    /** Filters two views at once: one is real, the other imaginary. */
    void filter(float[] a, float[] b) {
        java.util.Arrays.fill(re, 0);
        java.util.Arrays.fill(im, 0);
        for (int i = 0; i < a.length; i++) {
            re[i] = a[i];
            im[i] = b[i];
        }
        transform(re, im, cos, sin);
        for (int k = 0; k < n; k++) {
            // Conjugated, so that the same transform leads back.
            re[k] *= gain[k];
            im[k] *= -gain[k];
        }
        transform(re, im, cos, sin);
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (re[i] / n);
            b[i] = (float) (-im[i] / n);
        }
    }

    private static double[] turns(int n, boolean cosine) {
        double[] out = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            double angle = -2 * Math.PI * k / n;
            out[k] = cosine ? StrictMath.cos(angle) : StrictMath.sin(angle);
        }
        return out;
    }

    /** Cooley and Tukey 1965, doi:10.1090/S0025-5718-1965-0178586-1. */
    private static void transform(double[] re, double[] im, double[] cos, double[] sin) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double kept = re[i];
                re[i] = re[j];
                re[j] = kept;
                kept = im[i];
                im[i] = im[j];
                im[j] = kept;
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
}
