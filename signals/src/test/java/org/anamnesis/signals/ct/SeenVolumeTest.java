package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The volume on record is the one in the mask, whatever lies over and beside a finding. */
@Tag("slow")
class SeenVolumeTest {
    private static final Person MAN = Made.person(58, false, 176, 80);
    private static final Person WOMAN = Made.person(34, true, 160, 52);

    private static Study study(Person person, String region, Finding... findings) {
        Map<String, String> settings =
                Map.of("region", region, "matrix", "256", "slice_mm", "4", "noise", "filtered");
        return new CtStudio()
                .plan(person, new AskedStudy("ct", settings, Map.of(), List.of(findings)), 7);
    }

    /** All masks hold what the record says. */
    private static void agree(Study study, double part) {
        Made made = new Made(study);
        for (int i = 0; i < study.findings().size(); i++) {
            Finding f = study.findings().get(i);
            double ml = Details.number(f, "volume_ml");
            assertEquals(ml, made.mask(i)[0], part * ml, f.toString());
        }
    }

    /**
     * Ribs, spine, heart and diaphragm left up to a tenth less, a coarse lattice up to 13 % more.
     */
    @Test
    void effusionsHoldWhatWasAskedInEveryBody() {
        String[][] asked = {{"right", "150"}, {"left", "400"}, {"left", "900"}};
        for (Person person : List.of(MAN, WOMAN)) {
            for (String[] a : asked) {
                Study study =
                        study(
                                person,
                                "chest",
                                Made.finding("pleural-effusion", "side", a[0], "volume_ml", a[1]));
                assertEquals(a[1], study.findings().get(0).details().get("volume_ml"));
                agree(study, 0.025);
            }
        }
    }

    /** One had covered half of the other. */
    @Test
    void bloodOverAndUnderTheDuraOfOneSideEachHaveTheirVolume() {
        Study study =
                study(
                        MAN,
                        "head",
                        Made.finding("subdural-haematoma", "side", "right", "volume_ml", "60"),
                        Made.finding("epidural-haematoma", "side", "right", "volume_ml", "40"));
        assertEquals("60", study.findings().get(0).details().get("volume_ml"));
        assertEquals("40", study.findings().get(1).details().get("volume_ml"));
        agree(study, 0.03);
    }

    @Test
    void anInfarctIsWhatIsSeenOfItBesideBlood() {
        Study study =
                study(
                        WOMAN,
                        "head",
                        Made.finding("ischaemic-stroke", "side", "left", "territory", "MCA"),
                        Made.finding(
                                "intracerebral-haemorrhage",
                                "side",
                                "left",
                                "site",
                                "basal-ganglia",
                                "volume_ml",
                                "30"),
                        Made.finding("ischaemic-stroke", "side", "right", "territory", "ACA"));
        agree(study, 0.03);
    }

    /** A nodule of 30 HU in fluid or in filled lung would not be seen. */
    @Test
    void whatLiesBesideAnEffusionIsSeen() {
        Study study =
                study(
                        MAN,
                        "chest",
                        Made.finding(
                                "lung-nodule",
                                "diameter_mm",
                                "16",
                                "density",
                                "solid",
                                "lobe",
                                "LLL"),
                        Made.finding("pneumonia", "lobe", "LLL", "extent", "patchy"),
                        Made.finding("pleural-effusion", "side", "left", "volume_ml", "700"),
                        Made.finding("pneumonia", "lobe", "RLL", "extent", "lobar"));
        agree(study, 0.04);
        Finding f = study.findings().get(0);
        double x = Details.number(f, "x_mm");
        double y = Details.number(f, "y_mm");
        double z = Details.number(f, "z_mm");
        double air = 0;
        for (int side = -1; side <= 1; side += 2) { // beyond its border, to both sides
            air += new Made(study).mean(x + side * 15, y, z, 3) / 2;
        }
        assertTrue(air < -500, "lung about the nodule: " + air);
        Made made = new Made(study);
        for (int k = 0; k < made.grid().count(); k++) {
            boolean[][] marks = made.slice(k).marks;
            for (int i = 0; i < made.grid().n() * made.grid().n(); i++) {
                int at = i;
                long here = java.util.Arrays.stream(marks).filter(m -> m != null && m[at]).count();
                assertTrue(here <= 1, "a voxel of two findings");
            }
        }
    }
}
