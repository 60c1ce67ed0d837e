package org.anamnesis.signals.ct;

import org.anamnesis.random.SeedTree;

/**
 * What a scanner adds to a slice: the blur of its kernel, quantum noise with streaks, and the
 * shading between dense bones. Parallel beams over half a turn.
 *
 * <p>Filtered back-projection is linear: the image of (object + noise + error) is the sum of their
 * images. That of the object alone is the object under the point spread of the kernel, which is
 * taken directly. The other two are projected, filtered and back-projected: per ray the attenuation
 * p is summed through the slice, the detector counts N = Poisson(N<sub>0</sub> e<sup>-p</sup>), the
 * noise is ln(N<sub>0</sub> e<sup>-p</sup> / N), so rays through shoulders or hips are noisier and
 * draw streaks; bone hardens the beam by -β p<sub>bone</sub>² (second order after correction for
 * water: Joseph, Spital 1978, doi:10.1097/00004728-197801000-00017; β is an assumption, set for a
 * band of about 10 HU between the petrous bones). The sum is filtered by ramp times kernel (Kak,
 * Slaney 1988, chapter 3) and back-projected.
 */
final class Scanner {
    /** Attenuation of water at the mean energy of 120 kVp, about 70 keV (NIST XCOM), per mm. */
    static final double WATER = 0.0193;

    /** Photons a ray per mAs, mm of slice and mm of detector, over all views at 120 kVp. */
    private static final double PHOTONS = 1.1e6;

    private static final double HARDENING = 0.016;
    private static final int COARSE = 128;
    private static final int OVER = 4;
    private static final int TOGETHER = 4;

    private final Grid grid;
    private final Kernel kernel;
    private final double photons;
    private final boolean projected;
    private final long key;
    private final int views;
    private final int bins;
    private final double bin;
    private final float[] filter;

    /**
     * @param mas tube current and time
     * @param projected whether noise is back-projected; else it is filtered in the image
     */
    Scanner(Grid grid, Kernel kernel, double mas, double kvp, boolean projected, long key) {
        this.grid = grid;
        this.kernel = kernel;
        this.projected = projected;
        this.key = new SeedTree(key).purpose("ct quanta");
        this.views = projected ? Math.max(240, grid.n() * 5 / 8) : 36;
        this.bin = Math.min(grid.pixel(), 1.0);
        this.bins = (int) Math.ceil(grid.n() * grid.pixel() * 1.42 / bin) | 1;
        this.photons = PHOTONS * mas * grid.step() * bin * StrictMath.pow(kvp / 120, 2.6) / views;
        this.filter = filter();
    }

    /**
     * Standard deviation of the noise, HU, where rays are weakened by p on average: (π/√V) √(2 b
     * bin e<sup>p</sup> / N<sub>0</sub>) over the attenuation of water, V the views (they cancel)
     * and b = ∫ f² mtf² df = 1 / (32 π<sup>5/2</sup> σ³). Calibrated to 14 HU in 32 cm of water at
     * 120 kVp, 100 mAs, 5 mm and a soft kernel: an assumption, in the range of body protocols.
     */
    static double noise(double sigma, double mas, double step, double kvp, double p) {
        double band = 1 / (32 * StrictMath.pow(Math.PI, 2.5) * sigma * sigma * sigma);
        double dose = PHOTONS * mas * step * StrictMath.pow(kvp / 120, 2.6);
        return Math.PI * Math.sqrt(2 * band * StrictMath.exp(p) / dose) * 1000 / WATER;
    }

    /** Ramp times the kernel's transfer function, sampled in space; its sum is 0. */
    private float[] filter() {
        int reach = (int) Math.ceil(28 / bin);
        double sigma = kernel.sigma(grid.pixel());
        float[] taps = new float[2 * reach + 1];
        int steps = 400;
        double top = 0.5 / bin;
        double sum = 0;
        for (int k = 0; k <= reach; k++) {
            double v = 0;
            for (int i = 0; i < steps; i++) { // cosine transform over the frequencies
                double f = top * (i + 0.5) / steps;
                double mtf = StrictMath.exp(-2 * Math.PI * Math.PI * sigma * sigma * f * f);
                v += 2 * f * mtf * StrictMath.cos(2 * Math.PI * f * k * bin) * top / steps;
            }
            taps[reach + k] = (float) (v * bin);
            taps[reach - k] = (float) (v * bin);
            sum += k == 0 ? v * bin : 2 * v * bin;
        }
        for (int k = 0; k < taps.length; k++) {
            taps[k] -= (float) (sum / taps.length);
        }
        return taps;
    }

    /** Turns a painted slice into what the scanner shows, HU, in place. */
    void scan(float[] hu, int slice) {
        float[][] sino = Projection.of(grid, hu, views, COARSE);
        Blur.gauss(hu, grid.n(), kernel.sigma(grid.pixel()) / grid.pixel());
        long own = SeedTree.key(key, slice);
        if (projected) {
            backProject(sino, hu, own);
        } else {
            filtered(sino, hu, own);
        }
    }

    private void backProject(float[][] sino, float[] hu, long own) {
        int n = grid.n();
        float[] noise = new float[bins];
        float[] clean = new float[bins];
        float[][] fine = new float[TOGETHER][bins * OVER + OVER];
        float[] c = new float[TOGETHER];
        float[] s = new float[TOGETHER];
        double scale = Math.PI / views * 1000 / WATER;
        double coarse = grid.n() * grid.pixel() / COARSE;
        for (int v = 0;
                v < views;
                v += TOGETHER) { // several views a pass: fewer walks over the image
            for (int t = 0; t < TOGETHER; t++) {
                double angle = Math.PI * (v + t) / views;
                ray(sino[0], sino[1], v + t, coarse, noise, SeedTree.key(own, v + t));
                convolve(noise, clean);
                refine(clean, fine[t], scale);
                c[t] = (float) (StrictMath.cos(angle) * grid.pixel() / bin * OVER);
                s[t] = (float) (StrictMath.sin(angle) * grid.pixel() / bin * OVER);
            }
            int centre = bins / 2 * OVER;
            float from = centre + 0.5f;
            float mid = (n - 1) / 2f;
            for (int j = 0; j < n; j++) {
                line(
                        hu,
                        j * n,
                        n,
                        fine,
                        c,
                        from + (j - mid) * s[0] - mid * c[0],
                        from + (j - mid) * s[1] - mid * c[1],
                        from + (j - mid) * s[2] - mid * c[2],
                        from + (j - mid) * s[3] - mid * c[3]);
            }
        }
    }

    private static void line(
            float[] hu,
            int row,
            int n,
            float[][] fine,
            float[] c,
            float a0,
            float a1,
            float a2,
            float a3) {
        float[] f0 = fine[0];
        float[] f1 = fine[1];
        float[] f2 = fine[2];
        float[] f3 = fine[3];
        float c0 = c[0];
        float c1 = c[1];
        float c2 = c[2];
        float c3 = c[3];
        for (int i = 0; i < n; i++) {
            hu[row + i] +=
                    f0[(int) (a0 + i * c0)]
                            + f1[(int) (a1 + i * c1)]
                            + f2[(int) (a2 + i * c2)]
                            + f3[(int) (a3 + i * c3)];
        }
    }

    private void refine(float[] clean, float[] fine, double scale) {
        for (int b = 0; b + 1 < bins; b++) {
            for (int o = 0; o < OVER; o++) {
                fine[b * OVER + o] =
                        (float) (scale * (clean[b] + (clean[b + 1] - clean[b]) * o / OVER));
            }
        }
    }

    /** Noise and hardening of the rays of one view, from its coarse sums. */
    private void ray(float[] total, float[] bone, int view, double coarse, float[] out, long own) {
        Normals.fill(out, own);
        int m = Projection.bins(COARSE);
        int half = m / 2;
        int middle = bins / 2;
        for (int b = 0; b < bins; b++) {
            double at = (b - middle) * bin / coarse + half;
            int i = (int) at;
            if (at < 0 || i >= m - 1) {
                out[b] *= (float) Math.sqrt(1 / photons);
                continue;
            }
            double t = at - i;
            double p = total[view * m + i] * (1 - t) + total[view * m + i + 1] * t;
            double q = bone[view * m + i] * (1 - t) + bone[view * m + i + 1] * t;
            double counts = Math.max(photons * StrictMath.exp(-p), 0.5);
            double noise;
            if (counts > 60) {
                noise = out[b] / Math.sqrt(counts);
            } else {
                noise =
                        StrictMath.log(
                                counts / Math.max(0.5, poisson(counts, SeedTree.key(own, b + 1))));
            }
            out[b] = (float) (noise - HARDENING * q * q);
        }
    }

    private static int poisson(double mean, long key) {
        double limit = StrictMath.exp(-mean);
        double product = 1;
        int n = -1;
        do {
            n++;
            product *= SeedTree.uniform(key, n);
        } while (product > limit);
        return n;
    }

    private void convolve(float[] in, float[] out) {
        int reach = filter.length / 2;
        for (int b = 0; b < bins; b++) {
            int from = Math.max(0, b - reach);
            int to = Math.min(bins - 1, b + reach);
            float sum = 0;
            for (int k = from; k <= to; k++) {
                sum += in[k] * filter[k - b + reach];
            }
            out[b] = sum;
        }
    }

    /**
     * Noise in the image instead: white noise under a band-pass like that of ramp and kernel, its
     * size by the mean over rays through each point. Faster, without streaks.
     */
    private void filtered(float[][] sino, float[] hu, long own) {
        int n = grid.n();
        float[] white = new float[n * n];
        Normals.fill(white, own);
        float[] wide = white.clone();
        double sigma = kernel.sigma(grid.pixel()) / grid.pixel();
        Blur.gauss(white, n, sigma);
        Blur.gauss(wide, n, sigma * 2.2);
        double sum = 0;
        for (int i = 0; i < white.length; i++) {
            white[i] -= wide[i];
            sum += (double) white[i] * white[i];
        }
        double unit = Math.sqrt(white.length / sum);
        float[] spread = Projection.spread(sino[0], views, COARSE);
        double size =
                Math.PI
                        * Math.sqrt(
                                2
                                        * bin
                                        / (photons * views)
                                        / (32
                                                * StrictMath.pow(Math.PI, 2.5)
                                                * Math.pow(kernel.sigma(grid.pixel()), 3)))
                        * 1000
                        / WATER;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                float local = spread[j * COARSE / n * COARSE + i * COARSE / n];
                hu[j * n + i] += (float) (unit * white[j * n + i] * size * local);
            }
        }
    }
}
