package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What shows that a slice was projected, counted and back-projected. All draws are fixed. */
class ProjectedSliceTest {
    private static final int N = 256;
    private static final Grid GRID = new Grid(N, 1.6, 5, 0, 2);
    private static final Kernel KERNEL = Kernel.SOFT;

    /** So many mAs that no noise is left. */
    private static final double BRIGHT = 1e12;

    private static float[] scan(float[] hu, double mas, boolean projected, long key) {
        float[] out = hu.clone();
        new Scanner(GRID, KERNEL, mas, 120, projected, key).scan(out, 0);
        return out;
    }

    /** An ellipse of water; with bones, two dense blocks left and right of its middle. */
    private static float[] body(double a, double b, boolean bones) {
        float[] hu = new float[N * N];
        for (int i = 0; i < hu.length; i++) {
            double x = GRID.x(i % N);
            int row = i / N;
            double y = GRID.x(row);
            boolean bone = bones && Math.abs(y) < 14 && Math.abs(x) > 40 && Math.abs(x) < 110;
            hu[i] = bone ? 900 : x * x / (a * a) + y * y / (b * b) < 1 ? 0 : -1000;
        }
        return hu;
    }

    /** Noise of one scan: half the power of the difference of two of the same body. */
    private static double[] noise(float[] hu, double mas, boolean projected) {
        return noise(hu, mas, projected, 5);
    }

    private static double[] noise(float[] hu, double mas, boolean projected, long key) {
        float[] one = scan(hu, mas, projected, key);
        float[] other = scan(hu, mas, projected, key + 1);
        double[] out = new double[N * N];
        for (int i = 0; i < out.length; i++) {
            out[i] = (one[i] - other[i]) / Math.sqrt(2);
        }
        return out;
    }

    @Test
    void waterIsWaterFromMiddleToRim() {
        float[] hu = scan(body(160, 160, false), BRIGHT, true, 5);
        for (int ring = 0; ring < 150; ring += 10) {
            double sum = 0;
            int n = 0;
            for (int i = 0; i < hu.length; i++) {
                int row = i / N;
                double r = Math.hypot(GRID.x(i % N), GRID.x(row));
                if (r >= ring && r < ring + 10) {
                    sum += hu[i];
                    n++;
                }
            }
            assertEquals(0, sum / n, 1, ring + " mm from the middle");
        }
    }

    /**
     * Within 15 % of the point spread of the kernel; blurred by two triangles more, those of rays
     * and back-projection, a point would be 35 % lower.
     */
    @Test
    void aPointIsAsSharpAsItsKernelSays() {
        float[] plain = body(160, 160, false);
        float[] dotted = plain.clone();
        int[] points = {120 * N + 140, 150 * N + 97, 90 * N + 160};
        for (int p : points) {
            dotted[p] = 120;
        }
        float[] without = scan(plain, BRIGHT, true, 5);
        float[] with = scan(dotted, BRIGHT, true, 5);
        for (int p : points) {
            double height = (with[p] - without[p]) / 120;
            double kernel = height(0);
            assertEquals(1, height / kernel, 0.15);
            assertTrue(Math.abs(height / height(2 / 6.0) - 1) > 0.3, "blurred twice more");
        }
    }

    /**
     * The transfer function of the sharper kernels, by the spectrum of four points, along a row and
     * across: within 5 % up to 0.35 cycles a pixel. A shorter filter before the rays left 6 to 7 %
     * less there.
     */
    @Test
    void sharpKernelsPassWhatTheirFormulaSays() {
        int[] points = {120 * N + 140, 150 * N + 97, 90 * N + 160, 133 * N + 180};
        float[] plain = body(160, 160, false);
        float[] dotted = plain.clone();
        for (int p : points) {
            dotted[p] = 100;
        }
        for (Kernel kernel : new Kernel[] {Kernel.LUNG, Kernel.BONE}) {
            float[] without = plain.clone();
            float[] with = dotted.clone();
            new Scanner(GRID, kernel, BRIGHT, 120, true, 5).scan(without, 0);
            new Scanner(GRID, kernel, BRIGHT, 120, true, 5).scan(with, 0);
            double sigma = kernel.sigma(GRID.pixel()) / GRID.pixel();
            for (double nu = 0.1; nu < 0.36; nu += 0.05) {
                double passed = 0;
                for (int p : points) {
                    for (int k = -9 * 19 - 9; k <= 9 * 19 + 9; k++) {
                        int dy = Math.floorDiv(k + 9, 19);
                        int dx = k - 19 * dy;
                        int at = p + dy * N + dx;
                        double wave =
                                Math.cos(2 * Math.PI * nu * dx) + Math.cos(2 * Math.PI * nu * dy);
                        passed += (with[at] - without[at]) * wave / 200 / points.length;
                    }
                }
                double formula = Math.exp(-2 * Math.PI * Math.PI * sigma * sigma * nu * nu);
                assertEquals(1, passed / formula, 0.05, kernel + " at " + nu);
            }
        }
    }

    /** Of a point under the kernel and a further variance in square pixels. */
    private static double height(double more) {
        float[] image = new float[33 * 33];
        image[16 * 33 + 16] = 1;
        double own = KERNEL.sigma(GRID.pixel()) / GRID.pixel();
        Blur.gauss(image, 33, Math.sqrt(own * own + more));
        return image[16 * 33 + 16];
    }

    /**
     * From 25 to 400 mAs; 2,500 pixels of which about 600 are independent: 3 % a standard error.
     */
    @Test
    void noiseFallsWithTheRootOfTheDose() {
        double before = spread(noise(body(160, 160, false), 25, true), 0, 25);
        for (double mas : new double[] {50, 100, 200, 400}) {
            double now = spread(noise(body(160, 160, false), mas, true), 0, 25);
            assertEquals(Math.sqrt(2), before / now, 0.12, mas + " mAs");
            before = now;
        }
    }

    /**
     * The ramp leaves little at low frequencies. White noise under the same kernel, the twin, has
     * the most there.
     */
    @Test
    void noiseHasTheSpectrumOfARamp() {
        double[] projected = noise(body(160, 160, false), 100, true);
        assertTrue(share(projected) < 0.5, "projected " + share(projected));
        float[] white = new float[N * N];
        Normals.fill(white, 9);
        Blur.gauss(white, N, KERNEL.sigma(GRID.pixel()) / GRID.pixel());
        double[] blurred = new double[N * N];
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] = white[i];
        }
        assertTrue(share(blurred) > 1.5, "blurred " + share(blurred));
        // Neighbours are alike: noise of single pixels would be caught.
        assertTrue(alike(projected, 1) > 0.2 && alike(projected, N) > 0.2);
    }

    /** Mean power of waves longer than 15 pixels over that of waves of 4 to 10 pixels. */
    private static double share(double[] noise) {
        int m = 48;
        double[] power = new double[2];
        int[] waves = new int[2];
        for (int u = -12; u <= 12; u++) {
            for (int v = 0; v <= 12; v++) {
                double f = Math.hypot(u, v);
                int band = f >= 1 && f <= 3.2 ? 0 : f >= 4.8 && f <= 12 ? 1 : -1;
                if (band < 0) {
                    continue;
                }
                double re = 0;
                double im = 0;
                for (int j = 0; j < m; j++) {
                    for (int i = 0; i < m; i++) {
                        double turn = 2 * Math.PI * (u * i + v * j) / m;
                        double value = noise[(104 + j) * N + 104 + i];
                        re += value * Math.cos(turn);
                        im += value * Math.sin(turn);
                    }
                }
                power[band] += re * re + im * im;
                waves[band]++;
            }
        }
        return power[0] / waves[0] / (power[1] / waves[1]);
    }

    /** At a low dose what is seen through both bones is noisy, and the noise lies in streaks. */
    @Tag("slow")
    @Test
    void denseBonesDrawStreaksBetweenThemAtALowDose() {
        double[] bones = noise(body(150, 90, true), 20, true);
        double[] none = noise(body(150, 90, false), 20, true);
        assertTrue(spread(bones, 0, 6) > 1.5 * spread(none, 0, 6));
        assertTrue(spread(bones, 0, 6) > 1.5 * spread(bones, 30, 6), "more than below them");
        double streaks = along(true, true);
        assertTrue(streaks > along(false, true) + 0.15, "streaks " + streaks);
        // The twin: noise added in the image is as large there, but has no direction.
        assertEquals(0, along(true, false), 0.1);
    }

    /** How much more alike noise is along the line between the bones than across; ten scans. */
    private static double along(boolean bones, boolean projected) {
        double sum = 0;
        for (int key = 10; key < 30; key += 2) {
            double[] noise = noise(body(150, 90, bones), 20, projected, key);
            sum += (alike(noise, 6) - alike(noise, 6 * N)) / 10;
        }
        return sum;
    }

    private static double alike(double[] noise, int step) {
        double both = 0;
        double own = 0;
        for (int j = 122; j < 134; j++) {
            for (int i = 108; i < 148; i++) {
                both += noise[j * N + i] * noise[j * N + i + step];
                own += noise[j * N + i] * noise[j * N + i];
            }
        }
        return both / own;
    }

    /** Standard deviation in 50 columns of the middle, rows around one so far below it. */
    private static double spread(double[] noise, int below, int rows) {
        double sum = 0;
        int n = 0;
        for (int j = 128 + below - rows; j < 128 + below + rows; j++) {
            for (int i = 103; i < 153; i++) {
                sum += noise[j * N + i] * noise[j * N + i];
                n++;
            }
        }
        return Math.sqrt(sum / n);
    }
}
