package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Test;

class BodySizeTest {
    @Test
    void theSkinGrowsWithWeightAndTheSkeletonWithHeight() {
        double before = 0;
        for (double kg = 50; kg <= 150; kg += 10) {
            var size = new TrunkSize(new Build(50, true, 165, kg));
            double area = size.skinWidth(80) * size.skinDepth(80);
            assertTrue(area > before, kg + " kg");
            before = area;
        }
        double shorter = 0;
        for (double cm = 120; cm <= 200; cm += 10) {
            double lung =
                    (Lungs.TOP - Lungs.BOTTOM)
                            * new TrunkSize(new Build(50, false, cm, 22 * cm * cm / 1e4)).kz;
            assertTrue(lung > shorter, cm + " cm");
            shorter = lung;
        }
    }

    @Test
    void theSkinIsOutsideOfTheWallInEveryBody() {
        for (double age : new double[] {0.1, 3, 12, 40, 90}) {
            for (double bmi : new double[] {11, 18, 30, 60}) {
                for (double cm : new double[] {55, 110, 160, 205}) {
                    var size = new TrunkSize(new Build(age, cm < 170, cm, bmi * cm * cm / 1e4));
                    for (double z = -40; z < 410; z += 25) {
                        double h = z * size.kz;
                        assertTrue(size.skinWidth(h) > size.cavityWidth(h) + size.wall(h));
                        assertTrue(
                                size.skinDepth(h) - size.skinCentre(h)
                                        > size.cavityDepth(h)
                                                - size.cavityCentre(h)
                                                + size.wall(h)
                                                - 1);
                    }
                }
            }
        }
    }

    @Test
    void theImagesHaveTheWidthThatTheStudySays() {
        for (double kg : new double[] {55, 80, 120}) {
            var asked =
                    new AskedStudy(
                            "ct",
                            Map.of("region", "abdomen", "matrix", "256"),
                            Map.of(),
                            List.of());
            Study study = new CtStudio().plan(Made.person(45, false, 176, kg), asked, 9);
            Made made = new Made(study);
            Grid g = made.grid();
            short[] hu = made.slice(g.slice(80 * 1.0)).hu;
            int first = g.n();
            int last = 0;
            int row = g.n() / 2;
            for (int i = 0; i < g.n(); i++) {
                for (int j = row - 30; j < row + 30; j++) {
                    if (hu[j * g.n() + i] > -400) {
                        first = Math.min(first, i);
                        last = Math.max(last, i);
                    }
                }
            }
            assertEquals(
                    study.measurements().get("width_mm"),
                    (last - first + 1) * g.pixel(),
                    5,
                    kg + " kg");
        }
    }

    @Test
    void whatTheRecordSaysWinsOverMedians() {
        assertEquals(190, Build.of(Made.person(40, true, 190, 77), 1).height());
        assertEquals(77, Build.of(Made.person(40, true, 190, 77), 1).weight());
    }
}
