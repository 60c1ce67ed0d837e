package org.anamnesis.evaluate;

import static org.anamnesis.evaluate.Cases.category;
import static org.anamnesis.evaluate.Cases.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.cohort.Field;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double NONE = Double.NaN;

    private static Cases cases(double... hba1c) {
        return new Cases()
                .with(category("group", Field.Role.DEMOGRAPHIC, "a", "b"), 0, 0, 0, 1, 1, 1)
                .with(category("sex", Field.Role.DEMOGRAPHIC, "female", "male"), 0, 0, 1, 0, 1, 1)
                .with(number("hba1c", Field.Role.OBSERVATION, "%", 1), hba1c)
                .with(
                        category("class:statin", Field.Role.MEDICATION, "atorvastatin"),
                        0,
                        0,
                        0,
                        NONE,
                        NONE,
                        NONE);
    }

    private static Comparison.Line line(Comparison c, String id) {
        return c.lines().stream().filter(l -> l.field().id().equals(id)).findFirst().orElseThrow();
    }

    /** By hand: means 6 and 8, variances 2/3 and 2/3: 2 / 0.8165 = 2.449. */
    @Test
    void groupsAreCountedApart() {
        Cases cases = cases(5, 6, 7, 7, 8, 9);
        CohortSpec plain = cases.spec();
        var groups =
                new Groups(
                        List.of(
                                new StudyGroup("a", 50, List.of()),
                                new StudyGroup("b", 50, List.of())),
                        List.of());
        Evaluation found = cases.evaluate(plain.withBeyond(plain.beyond().with(groups)));

        Comparison c = found.groups().orElseThrow();
        assertEquals(List.of("a", "b"), c.names());
        assertEquals(List.of(3L, 3L), c.sizes());
        Comparison.Line hba1c = line(c, "hba1c");
        assertEquals(6, hba1c.sides().get(0).mean(), 1e-12);
        assertEquals(8, hba1c.sides().get(1).mean(), 1e-12);
        assertEquals(2 / Math.sqrt(2.0 / 3), hba1c.apart(), 1e-9);
        Comparison.Line sex = line(c, "sex");
        assertEquals("female", sex.level());
        assertEquals(2.0 / 3, sex.sides().get(0).mean(), 1e-12);
        assertEquals((1.0 / 3) / Math.sqrt(2.0 / 9), sex.apart(), 1e-9);
        Comparison.Line statin = line(c, "class:statin");
        assertEquals(1, statin.sides().get(0).mean());
        assertEquals(0, statin.sides().get(1).mean());
        assertEquals(Double.POSITIVE_INFINITY, statin.apart());
        assertTrue(c.lines().stream().noneMatch(l -> l.field().id().equals("group")));
    }

    @Test
    void aCohortWithoutGroupsHasNone() {
        Cases cases = cases(5, 6, 7, 7, 8, 9);
        assertTrue(cases.evaluate(cases.spec()).groups().isEmpty());
    }

    @Test
    void aBaselineBesideItsVariant() {
        Cases before = cases(5, 6, 7, 7, 8, 9);
        Cases after = cases(6, 7, 8, 8, 9, 10);
        Comparison c = Comparison.of(before.evaluate(before.spec()), after.evaluate(after.spec()));

        Comparison.Line hba1c = line(c, "hba1c");
        assertEquals(7, hba1c.sides().get(0).mean(), 1e-9);
        assertEquals(8, hba1c.sides().get(1).mean(), 1e-9);
        assertEquals(0, line(c, "sex").apart());
        assertEquals(0.5, line(c, "class:statin").sides().get(1).mean(), 1e-12);
    }
}
