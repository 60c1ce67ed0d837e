package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.signals.Draws;
import org.junit.jupiter.api.Test;

class LumpTest {
    /** However uneven, a lump lies where its record says and holds as much as the ball. */
    @Test
    void itsCentreAndVolumeAreThoseOfTheBall() {
        double farthest = 0;
        for (int key = 0; key < 20; key++) {
            var lump = new Lump(10, -20, 30, 20, 0.18, Draws.of(key, "lump"));
            double[] sum = new double[4];
            for (double x = -30; x < 30; x += 0.9) {
                for (double y = -30; y < 30; y += 0.9) {
                    for (double z = -30; z < 30; z += 0.9) {
                        double inside = lump.inside(10 + x, -20 + y, 30 + z);
                        if (inside > 0) {
                            sum[0] += x;
                            sum[1] += y;
                            sum[2] += z;
                            sum[3]++;
                            farthest = Math.max(farthest, Math.hypot(Math.hypot(x, y), z));
                        }
                    }
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(0, sum[axis] / sum[3], 0.15, "key " + key);
            }
            assertEquals(1, sum[3] * 0.9 * 0.9 * 0.9 / (4 * Math.PI / 3 * 8000), 0.01);
        }
        assertTrue(farthest > 22, "no ball: " + farthest);
    }
}
