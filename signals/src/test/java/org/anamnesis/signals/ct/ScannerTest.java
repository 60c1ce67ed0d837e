package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScannerTest {
    private static final Grid GRID = new Grid(256, 1.6, 5, 0, 2);

    private static float[] water(double a, double b) {
        float[] hu = new float[256 * 256];
        Arrays.fill(hu, -1000);
        for (int j = 0; j < 256; j++) {
            for (int i = 0; i < 256; i++) {
                double u = GRID.x(i) / a;
                double v = GRID.x(j) / b;
                if (u * u + v * v < 1) {
                    hu[j * 256 + i] = 0;
                }
            }
        }
        return hu;
    }

    private static float[] scanned(double a, double b, double mas, boolean projected) {
        float[] hu = water(a, b);
        new Scanner(GRID, Kernel.SOFT, mas, 120, projected, 7).scan(hu, 0);
        return hu;
    }

    /** Mean and standard deviation in the middle. */
    private static double[] middle(float[] hu) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int j = 103; j < 153; j++) {
            for (int i = 103; i < 153; i++) {
                sum += hu[j * 256 + i];
                squares += (double) hu[j * 256 + i] * hu[j * 256 + i];
                n++;
            }
        }
        double mean = sum / n;
        return new double[] {mean, Math.sqrt(squares / n - mean * mean)};
    }

    @Test
    void noiseIsAsCalculatedAndHalvesWithFourTimesTheDose() {
        double[] low = middle(scanned(160, 160, 100, true));
        double[] high = middle(scanned(160, 160, 400, true));
        double expected = Scanner.noise(Kernel.SOFT.sigma(1.6), 100, 5, 120, Scanner.WATER * 320);
        assertEquals(expected, low[1], 0.2 * expected);
        assertEquals(2, low[1] / high[1], 0.15);
        assertEquals(0, low[0], 1.5, "water stays water");
    }

    @Test
    void aSmallerBodyHasLessNoise() {
        assertTrue(
                middle(scanned(120, 120, 100, true))[1]
                        < 0.6 * middle(scanned(160, 160, 100, true))[1]);
    }

    @Test
    void filteredNoiseIsOfTheSameSize() {
        double projected = middle(scanned(160, 160, 100, true))[1];
        double filtered = middle(scanned(160, 160, 100, false))[1];
        assertEquals(1, filtered / projected, 0.25);
    }

    @Test
    void raysAlongAWideBodyDrawStreaksThatFilteredNoiseLacks() {
        assertTrue(
                lengthwise(scanned(190, 70, 60, true))
                        > lengthwise(scanned(190, 70, 60, false)) + 0.08);
    }

    /** Correlation of noise six pixels apart along x less that along y. */
    private static double lengthwise(float[] hu) {
        return correlation(hu, 6) - correlation(hu, 6 * 256);
    }

    private static double correlation(float[] hu, int step) {
        double sum = 0;
        double own = 0;
        for (int j = 103; j < 153; j++) {
            for (int i = 90; i < 166; i++) {
                double v = hu[j * 256 + i];
                sum += v * hu[j * 256 + i + step];
                own += v * v;
            }
        }
        return sum / own;
    }

    @Test
    void denseBonesShadeWhatLiesBetweenThem() {
        float[] hu = water(100, 100);
        for (int j = 120; j < 136; j++) {
            for (int i = 0; i < 256; i++) {
                double x = Math.abs(GRID.x(i));
                if (x > 25 && x < 70) {
                    hu[j * 256 + i] = 1300;
                }
            }
        }
        new Scanner(GRID, Kernel.SOFT, 4000, 120, true, 7).scan(hu, 0);
        double between = 0;
        double beside = 0;
        for (int i = 122; i < 134; i++) {
            for (int j = 124; j < 132; j++) {
                between += hu[j * 256 + i] / 96;
                beside += hu[(j + 36) * 256 + i] / 96;
            }
        }
        assertTrue(between < beside - 4, between + " between, " + beside + " beside");
    }
}
