package org.anamnesis.signals.ct;

import org.anamnesis.random.SeedTree;

/**
 * What a scanner adds to a slice: the blur of its kernel, quantum noise with streaks, and the
 * shading between dense bones. Parallel beams over half a turn.
 *
 * <p>With {@code projected} each slice goes the way of a real one: the attenuation p is summed
 * along each ray ({@link Rays}), the detector counts N = Poisson(N<sub>0</sub> e<sup>-p</sup>),
 * what is measured is ln(N<sub>0</sub> / N), so rays through shoulders or hips are noisier and draw
 * streaks; bone hardens the beam by -β p<sub>bone</sub>² (second order after correction for water:
 * Joseph, Spital 1978, doi:10.1097/00004728-197801000-00017; β is an assumption, set for a band of
 * about 10 HU between the petrous bones). It is filtered by ramp times kernel (Kak, Slaney 1988,
 * chapter 3) and back-projected. Else the object is blurred by the kernel's point spread and
 * band-passed noise of the same size is added in the image: faster, without streaks.
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
    private final Ramp ramp;

    /**
     * @param mas tube current and time
     * @param projected whether noise is back-projected; else it is filtered in the image
     */
    Scanner(Grid grid, Kernel kernel, double mas, double kvp, boolean projected, long key) {
        this.grid = grid;
        this.kernel = kernel;
        this.projected = projected;
        this.key = new SeedTree(key).purpose("ct quanta");
        this.views = projected ? views(grid, kernel) : 36;
        this.bin = Math.min(grid.pixel(), 1.0);
        this.bins = (int) Math.ceil(grid.n() * grid.pixel() * 1.42 / bin) | 1;
        this.photons = PHOTONS * mas * grid.step() * bin * StrictMath.pow(kvp / 120, 2.6) / views;
        this.ramp = new Ramp(bins, bin, kernel.sigma(grid.pixel()));
    }

    /**
     * So many that what lies at the edge of the image casts no streaks of too few views: 2π r f for
     * the radius r and the frequency f at which the kernel has fallen to a twentieth.
     */
    private static int views(Grid grid, Kernel kernel) {
        double top = Math.sqrt(StrictMath.log(20) / 2) / Math.PI / kernel.sigma(grid.pixel());
        int enough = (int) Math.ceil(Math.PI * grid.n() * grid.pixel() * top);
        return Math.max(240, (enough + TOGETHER - 1) / TOGETHER * TOGETHER);
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

    /** Turns a painted slice into what the scanner shows, HU, in place. */
    void scan(float[] hu, int slice) {
        float[][] sino = Projection.of(grid, hu, views, COARSE);
        long own = SeedTree.key(key, slice);
        if (projected) {
            var rays = new Rays(grid, hu, bins, bin);
            java.util.Arrays.fill(hu, -1000);
            backProject(rays, sino[1], hu, own);
        } else {
            Blur.gauss(hu, grid.n(), kernel.sigma(grid.pixel()) / grid.pixel());
            filtered(sino, hu, own);
        }
    }

    private void backProject(Rays rays, float[] bone, float[] hu, long own) {
        int n = grid.n();
        float[] sums = new float[bins];
        Ramp filter = ramp.own();
        float[][] measured = new float[TOGETHER][bins];
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
                rays.sum(angle, sums);
                measure(sums, bone, v + t, coarse, measured[t], SeedTree.key(own, v + t));
                if (t % 2 == 1) {
                    filter.filter(measured[t - 1], measured[t]);
                    refine(measured[t - 1], fine[t - 1], scale);
                    refine(measured[t], fine[t], scale);
                }
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

    /** What the detector measures of the rays of one view. */
    private void measure(
            float[] sums, float[] bone, int view, double coarse, float[] out, long own) {
        Normals.fill(out, own);
        int m = Projection.bins(COARSE);
        int coarseMiddle = m / 2;
        int middle = bins / 2;
        for (int b = 0; b < bins; b++) {
            double p = sums[b];
            if (p == 0) {
                out[b] *= (float) Math.sqrt(1 / photons);
                continue;
            }
            double at = (b - middle) * bin / coarse + coarseMiddle;
            int i = Math.max(0, Math.min(m - 2, (int) at));
            double t = Math.max(0, Math.min(1, at - i));
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
            out[b] = (float) (p + noise - HARDENING * q * q);
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
