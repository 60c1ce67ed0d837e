package org.anamnesis.signals.ct;

import org.anamnesis.signals.Fourier;

/**
 * The filter before back-projection: ramp times the kernel's transfer function, as long as the
 * detector, so that water is water from the middle to the rim (Kak, Slaney 1988, chapter 3).
 */
final class Ramp {
    private final int n;
    private final double[] gain;
    private final Fourier fourier;
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
        new Fourier(fine).transform(f, none);
        fourier = new Fourier(n);
        gain = new double[n];
        for (int k = 0; k < n / 2; k++) {
            gain[k] = f[k] / fine;
            gain[(n - k) % n] = f[k] / fine;
        }
        re = new double[n];
        im = new double[n];
        fourier.transform(gain, new double[n]);
    }

    private Ramp(Ramp of) {
        n = of.n;
        gain = of.gain;
        fourier = of.fourier;
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
        fourier.transform(re, im);
        for (int k = 0; k < n; k++) {
            // Conjugated, so that the same transform leads back.
            re[k] *= gain[k];
            im[k] *= -gain[k];
        }
        fourier.transform(re, im);
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (re[i] / n);
            b[i] = (float) (-im[i] / n);
        }
    }
}
