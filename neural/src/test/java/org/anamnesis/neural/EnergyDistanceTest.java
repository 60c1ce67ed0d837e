package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class EnergyDistanceTest {
    private static final Kernel KERNEL = new PlainKernel();

    @Test
    void oneCloudIsNotApartFromItself() {
        Matrix cloud = cloud(0, 200);

        assertEquals(0, new EnergyDistance(KERNEL, cloud).to(cloud), 1e-6);
    }

    /** By hand: two points at 5 from each other are 2·5 − 0 − 0 apart. */
    @Test
    void twoPointsAreTwiceTheirDistanceApart() {
        Matrix origin = Matrix.in(new float[] {0, 0}, 0, 1, 2);
        Matrix other = Matrix.in(new float[] {3, 4}, 0, 1, 2);

        assertEquals(10, new EnergyDistance(KERNEL, origin).to(other), 1e-5);
    }

    @Test
    void theFurtherTheLarger() {
        var distance = new EnergyDistance(KERNEL, cloud(0, 300));

        assertTrue(distance.to(cloud(0.5f, 300)) > distance.to(cloud(0.2f, 300)));
        assertTrue(distance.to(cloud(0.2f, 300)) > distance.to(cloud(0, 200)));
    }

    @Test
    void theSameRowsSayWhichOfTwoCloudsIsFarther() {
        var distance = new EnergyDistance(KERNEL, cloud(0, 300));
        double[] near = distance.parts(cloud(0, 200));

        assertEquals(distance.to(cloud(0, 200)), EnergyDistance.mean(near), 1e-9);
        assertTrue(EnergyDistance.farther(distance.parts(cloud(1, 200)), near) > 3);
        assertEquals(0, EnergyDistance.farther(near, near));
    }

    /** Three normal numbers a row, the first moved. */
    private static Matrix cloud(float moved, int rows) {
        Draws draws = Draws.of(11, "cloud", rows + (long) (100 * moved));
        Matrix out = Matrix.zeros(rows, 3);
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < 3; c++) {
                out.cells[out.at(i, c)] = (float) draws.normal() + (c == 0 ? moved : 0);
            }
        }
        return out;
    }
}
