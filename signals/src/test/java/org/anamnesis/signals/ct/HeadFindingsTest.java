package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HeadFindingsTest {
    private static final Map<String, String> HEAD =
            Map.of("region", "head", "matrix", "256", "slice_mm", "3");

    /**
     * Thick enough for what is measured over the whole of a finding, at three fifths of the time.
     */
    private static final Map<String, String> THICK =
            Map.of("region", "head", "matrix", "256", "slice_mm", "5");

    @Tag("slow")
    @Test
    void bleedingsHaveTheirVolumeSideAndCtNumber() {
        bleeding(
                Made.finding("epidural-haematoma", "side", "left", "volume_ml", "40", "hu", "64"),
                40,
                1);
        bleeding(
                Made.finding(
                        "subdural-haematoma",
                        "side",
                        "right",
                        "volume_ml",
                        "70",
                        "age",
                        "acute",
                        "hu",
                        "64"),
                70,
                -1);
        bleeding(
                Made.finding(
                        "intracerebral-haemorrhage",
                        "side",
                        "right",
                        "volume_ml",
                        "30",
                        "hu",
                        "64"),
                30,
                -1);
    }

    private static void bleeding(Finding asked, double ml, int side) {
        Study study = Made.study(THICK, asked);
        Finding f = study.findings().get(0);
        assertEquals(ml, Details.number(f, "volume_ml"), 0.05 * ml);
        Made made = new Made(study);
        double[] mask = made.mask(0);
        assertEquals(ml, mask[0], 0.1 * ml, f.id());
        assertTrue(mask[1] * side > 8, f.id() + " at x " + mask[1]);
        assertEquals(64, mask[4], 14, f.id());
        // The twin without it has brain there.
        Made well = Made.well(THICK);
        var brain = java.util.stream.IntStream.builder();
        for (int k = 0; k < made.grid().count(); k++) {
            boolean[] mark = made.slice(k).marks[0];
            for (int i = 0; mark != null && i < mark.length; i++) {
                if (mark[i]) {
                    brain.add(well.slice(k).hu[i]);
                }
            }
        }
        int[] sorted = brain.build().sorted().toArray();
        double healthy = sorted[sorted.length / 2];
        assertTrue(healthy < mask[4] - 15, f.id() + " healthy " + healthy);
    }

    @Test
    void anEpiduralTouchesTheSkullAndASubduralIsThinAndLong() {
        double[] epidural =
                extent(
                        Made.study(
                                HEAD,
                                Made.finding(
                                        "epidural-haematoma", "side", "left", "volume_ml", "40")));
        double[] subdural =
                extent(
                        Made.study(
                                HEAD,
                                Made.finding(
                                        "subdural-haematoma",
                                        "side",
                                        "left",
                                        "volume_ml",
                                        "40",
                                        "age",
                                        "acute")));
        assertTrue(
                subdural[1] > 1.5 * epidural[1],
                "longer from front to back: " + subdural[1] + ", " + epidural[1]);
        assertTrue(epidural[0] > 1.5 * subdural[0], "thicker: " + epidural[0] + ", " + subdural[0]);
    }

    /** Most of a mask along x at one height and row, and from front to back, mm. */
    private static double[] extent(Study study) {
        Made made = new Made(study);
        Grid g = made.grid();
        boolean[] mark = made.slice(g.slice(48)).marks[0];
        int thick = 0;
        int rows = 0;
        for (int j = 0; j < g.n(); j++) {
            int row = 0;
            for (int i = 0; i < g.n(); i++) {
                row += mark[j * g.n() + i] ? 1 : 0;
            }
            thick = Math.max(thick, Math.abs(g.x(j)) < 45 ? row : 0);
            rows += row > 0 ? 1 : 0;
        }
        return new double[] {thick * g.pixel(), rows * g.pixel()};
    }

    @Tag("slow")
    @Test
    void anInfarctDarkensWithAge() {
        double before = 31;
        for (String age : new String[] {"acute", "subacute", "chronic"}) {
            Study study =
                    Made.study(
                            THICK,
                            Made.finding(
                                    "ischaemic-stroke",
                                    "side",
                                    "left",
                                    "territory",
                                    "MCA",
                                    "age",
                                    age));
            double[] mask = new Made(study).mask(0);
            assertTrue(mask[1] > 20, "left");
            assertTrue(mask[4] < before - 2, age + " " + mask[4]);
            assertEquals(
                    Details.number(study.findings().get(0), "volume_ml"),
                    mask[0],
                    0.15 * mask[0],
                    age);
            before = mask[4];
        }
    }

    @Test
    void aRecordedStrokeIsOldUnlessABleedingWasAskedFor() {
        var studio = new CtStudio();
        var person = Made.person(70, true, 160, 60, "stroke");
        var plain = new org.anamnesis.study.AskedStudy("ct", HEAD, Map.of(), java.util.List.of());
        assertEquals(
                "chronic", studio.plan(person, plain, 3).findings().get(0).details().get("age"));
        var bleed =
                new org.anamnesis.study.AskedStudy(
                        "ct",
                        HEAD,
                        Map.of(),
                        java.util.List.of(Made.finding("intracerebral-haemorrhage")));
        assertEquals(1, studio.plan(person, bleed, 3).findings().size());
    }
}
