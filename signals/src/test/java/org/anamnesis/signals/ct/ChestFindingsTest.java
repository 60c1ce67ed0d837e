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

class ChestFindingsTest {
    private static final Map<String, String> CHEST =
            Map.of("region", "chest", "matrix", "256", "slice_mm", "3");

    /** Three findings that do not meet: one scan shows them all. */
    private static final Study SICK =
            Made.study(
                    CHEST,
                    Made.finding(
                            "lung-nodule",
                            "diameter_mm",
                            "16",
                            "density",
                            "solid",
                            "lobe",
                            "RUL",
                            "hu",
                            "30"),
                    Made.finding("pleural-effusion", "side", "left", "volume_ml", "600"),
                    Made.finding("pneumonia", "lobe", "RLL", "extent", "lobar"));

    private static final Made SCAN = new Made(SICK);

    @Tag("slow")
    @Test
    void aNoduleHasItsSizePlaceAndCtNumber() {
        Finding f = SICK.findings().get(0);
        double x = Details.number(f, "x_mm");
        double y = Details.number(f, "y_mm");
        double z = Details.number(f, "z_mm");
        assertTrue(x < 0, "the right lung lies at negative x");
        assertEquals(30, SCAN.mean(x, y, z, 3), 15);
        double diameter = Math.cbrt(6000 * SCAN.above(-415, x, y, z, 14) / Math.PI);
        assertEquals(16, diameter, 1);
        double[] mask = SCAN.mask(0);
        assertEquals(16, Math.cbrt(6000 * mask[0] / Math.PI), 0.8);
        assertEquals(x, mask[1], 1);
        assertEquals(y, mask[2], 1);
        assertEquals(z, mask[3], 1);
        // The twin without it has lung there.
        double healthy = Made.well(CHEST).mean(x, y, z, 3);
        assertTrue(healthy < -700, "lung " + healthy);
    }

    @Test
    void everyLobeHoldsItsNodule() {
        var lungs = new TrunkBody(new Build(58, false, 176, 80)).lungs;
        for (String lobe : List.of("RUL", "RML", "RLL", "LUL", "LLL")) {
            Finding f =
                    Made.study(
                                    CHEST,
                                    Made.finding("lung-nodule", "diameter_mm", "12", "lobe", lobe))
                            .findings()
                            .get(0);
            double x = Details.number(f, "x_mm");
            double y = Details.number(f, "y_mm");
            double z = Details.number(f, "z_mm");
            assertEquals(lobe, lungs.lobe(x, y, z));
            assertTrue(lungs.holds(x, y, z, 6), lobe);
        }
    }

    @Test
    void densitiesDifferAsTheirNamesSay() {
        double before = -900;
        for (String density : List.of("ground-glass", "solid", "calcified")) {
            Study study =
                    Made.study(
                            CHEST,
                            Made.finding("lung-nodule", "diameter_mm", "14", "density", density));
            Finding f = study.findings().get(0);
            double hu =
                    new Made(study)
                            .mean(
                                    Details.number(f, "x_mm"),
                                    Details.number(f, "y_mm"),
                                    Details.number(f, "z_mm"),
                                    2.5);
            assertEquals(Details.number(f, "hu"), hu, 45, density);
            assertTrue(hu > before + 100, density);
            before = hu;
        }
    }

    /** Strands so thin that no pixel showed them were said to be there. */
    @Tag("slow")
    @Test
    void spiculesAreSeenAroundASpiculatedNodule() {
        double smooth = strands("no");
        double spiculated = strands("yes");
        assertTrue(spiculated > smooth + 0.03, spiculated + " against " + smooth);
    }

    /** Share of what surrounds a nodule of 20 mm, beyond its border, that is denser than lung. */
    private static double strands(String spiculated) {
        Study study =
                Made.study(
                        Map.of("region", "chest", "matrix", "256", "slice_mm", "2", "mas", "500"),
                        Made.finding(
                                "lung-nodule",
                                "diameter_mm",
                                "20",
                                "density",
                                "solid",
                                "lobe",
                                "RUL",
                                "spiculation",
                                spiculated));
        Finding f = study.findings().get(0);
        double x = Details.number(f, "x_mm");
        double y = Details.number(f, "y_mm");
        double z = Details.number(f, "z_mm");
        Made made = new Made(study);
        double shell = made.above(-1100, x, y, z, 14.5) - made.above(-1100, x, y, z, 12.5);
        return (made.above(-700, x, y, z, 14.5) - made.above(-700, x, y, z, 12.5)) / shell;
    }

    /**
     * Read off the pixels as a reader of scans does. Within 2 points; the slices read are not those
     * on which the holes were settled.
     */
    @Tag("slow")
    @Test
    void emphysemaLowersTheShareOfLungItSays() {
        double[] sick = low(emphysema("30"));
        assertEquals(30, sick[0], 2);
        assertEquals(30, sick[1], 2, "of its mask");
        double healthy = low(Made.well(CHEST))[0];
        assertTrue(healthy < 1, "healthy " + healthy);
        // The twin: a lung with less is not taken for it.
        assertEquals(22, low(emphysema("22"))[0], 2);
    }

    private static Made emphysema(String share) {
        return new Made(Made.study(CHEST, Made.finding("emphysema", "laa_percent", share)));
    }

    /** Of the lung, all below -500 HU within it: % below -950 HU and % in the mask. */
    private static double[] low(Made made) {
        var lungs = new TrunkBody(new Build(58, false, 176, 80)).lungs;
        Grid g = made.grid();
        int low = 0;
        int marked = 0;
        int all = 0;
        for (int k = 2; k < g.count(); k += 6) {
            Phantom.Slice slice = made.slice(k);
            for (int i = 0; i < slice.hu.length; i++) {
                int v = slice.hu[i];
                int row = i / g.n();
                if (v < -500 && lungs.inside(g.x(i % g.n()), g.x(row), g.z(k))) {
                    all++;
                    low += v < -950 ? 1 : 0;
                    marked +=
                            slice.marks.length > 0 && slice.marks[0] != null && slice.marks[0][i]
                                    ? 1
                                    : 0;
                }
            }
        }
        return new double[] {100.0 * low / all, 100.0 * marked / all};
    }

    @Tag("slow")
    @Test
    void anEffusionHasItsVolumeBehindOnItsSide() {
        double[] mask = SCAN.mask(1);
        assertEquals(600, mask[0], 15);
        assertTrue(mask[1] > 20, "left");
        assertTrue(mask[2] > 20, "behind");
        assertEquals(10, mask[4], 12);
    }

    @Tag("slow")
    @Test
    void pneumoniaFillsItsLobeAndLeavesTheOtherLungAlone() {
        double[] mask = SCAN.mask(2);
        assertEquals(Details.number(SICK.findings().get(2), "volume_ml"), mask[0], 0.05 * mask[0]);
        assertTrue(mask[1] < -20);
        assertEquals(32, mask[4], 25);
    }

    @Test
    void theRecordsConditionsAreSeen() {
        var asked = new AskedStudy("ct", Map.of("region", "chest"), Map.of(), List.of());
        var studio = new CtStudio();
        assertEquals(
                List.of("emphysema"),
                ids(studio.plan(Made.person(70, true, 160, 60, "copd"), asked, 3)));
        assertEquals(
                List.of("lung-nodule"),
                ids(studio.plan(Made.person(70, true, 160, 60, "lung-cancer"), asked, 3)));
        assertEquals(
                List.of(), ids(studio.plan(Made.person(70, true, 160, 60, "stroke"), asked, 3)));
    }

    private static List<String> ids(Study study) {
        return study.findings().stream().map(Finding::id).toList();
    }
}
