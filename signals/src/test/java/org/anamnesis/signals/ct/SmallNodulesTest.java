package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodules as they are measured: what is denser than half way from the lung to the middle. */
@Tag("slow")
class SmallNodulesTest {
    private static final double LUNG = -860;

    private static final double HAZE = -590;

    /** Strands were as thick about a nodule of 6 mm as of 10, and denser than a hazy one. */
    @Test
    void strandsAreNotTakenForTheNodule() {
        for (String size : new String[] {"4.6", "5.8", "7.5", "10"}) {
            measure(size, "solid", "20");
            measure(size, "ground-glass", "-600");
            measure(size, "part-solid", "30");
        }
    }

    private static void measure(String size, String density, String hu) {
        Study study =
                Made.study(
                        Map.of("region", "chest"),
                        Made.finding(
                                "lung-nodule",
                                "diameter_mm",
                                size,
                                "density",
                                density,
                                "hu",
                                hu,
                                "spiculation",
                                "yes"));
        Finding f = study.findings().get(0);
        boolean part = density.equals("part-solid");
        double d = Details.number(f, part ? "solid_mm" : "diameter_mm");
        double x = Details.number(f, "x_mm");
        double y = Details.number(f, "y_mm");
        double z = Details.number(f, "z_mm");
        var made = new Made(study);
        double middle = made.mean(x, y, z, Math.max(d / 4, made.grid().pixel()));
        double half = (middle + (part ? HAZE : LUNG)) / 2;
        double within = part ? d : d * 0.56 + 2.2; // vessels leave so much free
        double ml = made.above(half, x, y, z, within);
        double seen = Math.cbrt(6000 * ml / Math.PI);
        assertEquals(d, seen, Math.max(1, 0.08 * d), size + " mm " + density);
    }
}
