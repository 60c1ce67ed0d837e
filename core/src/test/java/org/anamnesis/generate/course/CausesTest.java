package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.cohort.DeathCause;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;

/** Causes of death are as frequent as linked mortality has them; fixed seed. */
class CausesTest {
    private static final int PEOPLE = 40_000;

    private static double share(String condition, DeathCause of, boolean diabetes, double age) {
        var causes = new Causes(condition, new SeedTree(11));
        var life = new Life();
        int n = 0;
        for (int p = 0; p < PEOPLE; p++) {
            life.patient = p;
            n += causes.of(life, diabetes, age).orElseThrow() == of ? 1 : 0;
        }
        return (double) n / PEOPLE;
    }

    /** Four standard errors, 0.01: a false alarm once in 15,000 seeds. */
    @Test
    void sharesAreThoseOfTheTable() {
        assertEquals(0.376, share("heart-failure", DeathCause.HEART_DISEASE, false, 80), 0.01);
        assertEquals(0.305, share("heart-failure", DeathCause.HEART_DISEASE, false, 50), 0.01);
        assertEquals(0.329, share("", DeathCause.CANCER, false, 64.9), 0.01);
        assertEquals(0.079, share("type-2-diabetes", DeathCause.DIABETES, true, 70), 0.01);
    }

    @Test
    void nobodyWithoutDiabetesDiesOfIt() {
        assertEquals(0, share("heart-failure", DeathCause.DIABETES, false, 70));
        assertTrue(share("heart-failure", DeathCause.DIABETES, true, 70) > 0, "the twin");
    }

    @Test
    void ofOtherConditionsNothingIsTold() {
        var life = new Life();
        assertTrue(new Causes("lung-cancer", new SeedTree(1)).of(life, false, 70).isEmpty());
        assertTrue(new Causes("stroke", new SeedTree(1)).of(life, false, 70).isPresent());
    }
}
