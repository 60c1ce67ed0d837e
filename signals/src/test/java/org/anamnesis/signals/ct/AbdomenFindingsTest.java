package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AbdomenFindingsTest {
    private static final Map<String, String> BELLY =
            Map.of("region", "abdomen", "matrix", "256", "slice_mm", "2.5");

    @Tag("slow")
    @Test
    void aStoneHasItsSizePlaceAndCtNumber() {
        for (String side : List.of("left", "right")) {
            Study study =
                    Made.study(
                            BELLY,
                            Made.finding(
                                    "kidney-stone",
                                    "side",
                                    side,
                                    "diameter_mm",
                                    "12",
                                    "hu",
                                    "900"));
            Finding f = study.findings().get(0);
            double x = Details.number(f, "x_mm");
            assertEquals(side.equals("left") ? 1 : -1, Math.signum(x));
            Made made = new Made(study);
            double y = Details.number(f, "y_mm");
            double z = Details.number(f, "z_mm");
            assertEquals(900, made.mean(x, y, z, 1.8), 90);
            assertEquals(12, Math.cbrt(6000 * made.above(465, x, y, z, 11) / Math.PI), 1.1);
            assertTrue(Made.well(BELLY).mean(x, y, z, 3) < 80, "without it no stone");
        }
    }

    @Tag("slow")
    @Test
    void aFattyLiverIsAsDarkAsItSaysAndDarkerThanSpleen() {
        Made fat = new Made(Made.study(BELLY, Made.finding("fatty-liver", "hu", "15")));
        Made lean = Made.well(BELLY);
        assertEquals(15, fat.mean(-75, 0, 150, 9), 6);
        double healthy = lean.mean(-75, 0, 150, 9);
        assertTrue(healthy > 45, "healthy " + healthy);
        assertTrue(fat.mean(90, 36, 150, 6) > 35, "spleen");
    }

    @Tag("slow")
    @Test
    void aLesionOfTheLiverHasItsSizeAndCtNumber() {
        Study study =
                Made.study(
                        BELLY,
                        Made.finding(
                                "liver-lesion", "kind", "cyst", "diameter_mm", "30", "hu", "5"));
        double[] mask = new Made(study).mask(0);
        assertEquals(30, Math.cbrt(6000 * mask[0] / Math.PI), 1.5);
        assertEquals(8, mask[4], 9);
        assertEquals(Details.number(study.findings().get(0), "x_mm"), mask[1], 1.5);
    }

    @Test
    void anAneurysmIsAsWideAsItSays() {
        Study study = Made.study(BELLY, Made.finding("aortic-aneurysm", "diameter_mm", "52"));
        Finding f = study.findings().get(0);
        Made made = new Made(study);
        Grid g = made.grid();
        boolean[] mark = made.slice(g.slice(Details.number(f, "z_mm"))).marks[0];
        int area = 0;
        for (boolean m : mark) {
            area += m ? 1 : 0;
        }
        assertEquals(52, 2 * Math.sqrt(area * g.pixel() * g.pixel() / Math.PI), 1.5);
        assertEquals(52, study.measurements().get("aorta_mm"));
    }

    @Test
    void askedMeasurementsAreShown() {
        var asked =
                new AskedStudy("ct", BELLY, Map.of("liver_hu", 66.0, "aorta_mm", 40.0), List.of());
        Study study = new CtStudio().plan(Made.person(60, false, 176, 80), asked, 5);
        assertEquals("aortic-aneurysm", study.findings().get(0).id());
        assertEquals("40", study.findings().get(0).details().get("diameter_mm"));
        assertEquals(66, new Made(study).mean(-75, 0, 150, 9), 6);
    }
}
