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

/** Findings hardly thicker than the slices that were asked for, or thinner. */
class ThickSlicesTest {
    private static final Map<String, String> THICK = Map.of("slice_mm", "5");

    /** It lay between two slices, so that no voxel was near its centre. */
    @Tag("slow")
    @Test
    void aSmallFindingLiesInTheMiddleOfASlice() {
        for (long key = 1; key <= 6; key++) {
            inTheMiddle(planned("abdomen", key, Made.finding("kidney-stone", "diameter_mm", "6")));
            inTheMiddle(planned("chest", key, Made.finding("lung-nodule", "diameter_mm", "7")));
            inTheMiddle(
                    planned(
                            "chest",
                            key,
                            Made.finding(
                                    "lung-nodule", "diameter_mm", "20", "density", "part-solid")));
            Finding bleed = Made.finding("intracerebral-haemorrhage", "volume_ml", "1");
            inTheMiddle(planned("head", key, bleed));
        }
    }

    private static void inTheMiddle(Study study) {
        Grid grid = Phantom.of(study).grid();
        double z = Details.number(study.findings().get(0), "z_mm");
        assertEquals(grid.z(grid.slice(z)), z, 0.06, study.findings().toString());
    }

    /** The same that is said of a size asked for: one thinner than a slice vanishes in it. */
    @Test
    void aDrawnSizeIsOneThatTheSlicesShow() {
        for (String id : List.of("kidney-stone", "lung-nodule")) {
            String region = CtPlan.regionOf(id);
            for (long key = 1; key <= 12; key++) {
                Finding f = planned(region, key, Made.finding(id)).findings().get(0);
                assertTrue(Details.number(f, "diameter_mm") >= 5, f.toString());
            }
        }
    }

    @Test
    void theMiddleOfAStoneIsBright() {
        for (String site : List.of("upper", "middle", "lower", "pelvis")) {
            Finding stone =
                    Made.finding("kidney-stone", "diameter_mm", "6", "hu", "1000", "site", site);
            Study study = planned("abdomen", 3, stone);
            Finding f = study.findings().get(0);
            var made = new Made(study);
            Grid g = made.grid();
            int column = (int) Math.round(g.index(Details.number(f, "x_mm")));
            int row = (int) Math.round(g.index(Details.number(f, "y_mm")));
            int slice = g.slice(Details.number(f, "z_mm"));
            int hu = made.slice(slice).hu[row * g.n() + column];
            assertTrue(hu > 700, site + ": " + hu + " HU");
        }
    }

    private static Study planned(String region, long key, Finding finding) {
        var asked =
                new AskedStudy(
                        "ct",
                        Map.of("region", region, "slice_mm", THICK.get("slice_mm")),
                        Map.of(),
                        List.of(finding));
        return new CtStudio().plan(Made.person(58, false, 176, 80), asked, key);
    }
}
