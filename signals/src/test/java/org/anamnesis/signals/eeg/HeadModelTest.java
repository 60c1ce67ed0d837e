package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadModelTest {
    private static final double[] DIPOLE = {0.3 * 0.86, 0.5 * 0.86, Math.sqrt(0.66) * 0.86};
    private static final double[] MOMENT = {0.4, -0.2, 0.7};

    /** A sphere of one conductivity has a closed form: the sum of 2n+1 terms of Legendre. */
    @Test
    void oneConductivityGivesTheClosedForm() {
        var even = new HeadModel(new double[] {0.9, 1}, new double[] {0.33, 0.33});
        double b = 0.7;
        for (double degrees : new double[] {5, 40, 90, 150}) {
            double[] point = Space.direction(degrees, 30);
            double cos = Math.cos(Math.toRadians(degrees));
            double d = Math.sqrt(1 + b * b - 2 * b * cos);
            double radial = 2 * (cos - b) / (d * d * d) + (1 / d - 1) / b;
            assertEquals(
                    radial / (4 * Math.PI * 0.33),
                    even.potential(point, new double[] {0, 0, b}, new double[] {0, 0, 1}),
                    1e-9);
        }
    }

    /**
     * The same dipole by MNE-Python 1.13.2 (make_sphere_model, make_forward_solution), which uses
     * another method, the three equivalent dipoles of Berg and Scherg, good to one part in a
     * hundred.
     */
    @Test
    void agreesWithMne() {
        var mne =
                Map.of(
                        "Fp1", -0.421506, "F3", -0.320433, "C3", -0.058531, "Cz", 0.766949, "Pz",
                        0.183345, "O2", 0.011089, "T4", 0.061549, "P4", 0.222221);
        mne.forEach((name, v) -> assertEquals(v, at(HeadModel.FOUR_SPHERES, name), 0.003, name));
    }

    @Test
    void withoutASkullItWouldNotAgree() {
        var bare = new HeadModel(new double[] {0.9, 1}, new double[] {0.33, 0.33});
        double off = 0;
        for (String name : new String[] {"Fp1", "F3", "C3", "Cz", "Pz", "P4"}) {
            off = Math.max(off, Math.abs(at(bare, name) - at(HeadModel.FOUR_SPHERES, name)));
        }
        assertTrue(off > 0.03, "largest difference " + off);
    }

    private static double at(HeadModel model, String electrode) {
        return model.potential(Electrodes.position(electrode), DIPOLE, MOMENT);
    }

    @Test
    void linkedEarlobesSumToNothing() {
        float[] field = Scalp.patch(Electrodes.position("T3"), 15);
        assertEquals(0, field[Electrodes.SCALP] + field[Electrodes.SCALP + 1], 1e-6);
        assertEquals(1, field[Electrodes.index("T3")], 1e-6);
    }
}
