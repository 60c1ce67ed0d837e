package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.Events;
import org.anamnesis.plan.Pace;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;

/** When conditions began. */
class OnsetsTest {
    private static final int PEOPLE = 4000;

    private static final Onsets ONSETS =
            new Onsets(
                    new PlannedHistory(
                            5,
                            Optional.empty(),
                            Optional.empty(),
                            Pace.PRACTICE,
                            Map.of(),
                            List.of(),
                            PlannedHistory.Without.NOTHING,
                            Map.of(),
                            Map.of("late", rising()),
                            PlannedHistory.Deaths.UNKNOWN,
                            List.of()),
                    new SeedTree(7));

    /** Nobody has it before 18, a tenth more of everyone each ten years after. */
    private static double[] rising() {
        double[] before = new double[121];
        for (int age = 19; age < before.length; age++) {
            before[age] = 0.01 * (age - 18);
        }
        return before;
    }

    private static Life person(int patient, double age) {
        var life = new Life();
        life.patient = patient;
        life.index = 18_000;
        life.ageAtIndex = age;
        life.birth = 18_000 - (int) Math.ceil(age * Life.DAYS_PER_YEAR);
        return life;
    }

    private static double yearsSince(int patient, double age, String condition) {
        Life life = person(patient, age);
        ONSETS.of(life);
        return life.years(ONSETS.day(life, condition));
    }

    /**
     * By a prevalence that rises evenly, the age at onset is even between 18 and the age now; the
     * bound is five standard errors, a false alarm in one of 1.7 million seeds.
     */
    @Test
    void onsetsFollowTheRiseOfThePrevalence() {
        double sum = 0;
        for (int p = 0; p < PEOPLE; p++) {
            double since = yearsSince(p, 58, "late");
            assertTrue(since >= 0 && since <= 40.01, "began " + since + " years ago");
            sum += since;
        }
        assertEquals(20, sum / PEOPLE, 5 * 40 / Math.sqrt(12.0 * PEOPLE));
    }

    /** Who is as young as the youngest of the population has not had it since birth. */
    @Test
    void theYoungestGotItLately() {
        for (int p = 0; p < 200; p++) {
            assertTrue(yearsSince(p, 18, "late") <= 10.01);
            assertTrue(yearsSince(p, 3, "unknown") <= 3.01);
        }
    }

    @Test
    void whatIsAcuteBeganDaysAgo() {
        for (int p = 0; p < 200; p++) {
            assertTrue(yearsSince(p, 70, "sepsis") <= 3.5 / 365);
        }
    }

    @Test
    void withoutABirthNothingIsCutOff() {
        Life life = person(1, 50);
        life.birth = Events.NO_DAY;
        ONSETS.of(life);
        assertTrue(life.years(ONSETS.day(life, "late")) <= 32.01);
    }
}
