package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Test;

/** The record decides what an EEG may show, with the published chances. Keys are fixed. */
class EegPlanTest {
    private static final EegStudio STUDIO = new EegStudio();

    private static Study plan(Person person, long key) {
        return STUDIO.plan(person, People.asked(Map.of()), key);
    }

    private static double share(Person person, Sign... signs) {
        int n = 0;
        for (int key = 0; key < 600; key++) {
            var found = EegPlan.signs(plan(person, key).findings());
            n += java.util.Arrays.stream(signs).anyMatch(found::contains) ? 1 : 0;
        }
        return n / 600.0;
    }

    /** Six standard errors of 600 draws are 0.11 at most. */
    @Test
    void epilepsyShowsDischargesAsOftenAsPublished() {
        Sign[] discharges = {
            Sign.FOCAL_SPIKES, Sign.FOCAL_SHARP_WAVES, Sign.GENERALIZED_SPIKE_WAVE
        };
        var untreated = People.aged(40, "epilepsy");
        assertEquals(0.287, share(untreated, discharges), 0.11);
        assertEquals(0.5, Implied.discharges(untreated, 63 * 60, false), 0.001);
        assertEquals(0.75, Implied.discharges(untreated, 299 * 60, false), 0.03);
        assertEquals(0.5, Implied.discharges(untreated, 30 * 60, true), 0.001);
        assertEquals(0.75, Implied.discharges(untreated, 62 * 60, true), 0.03);
        var treated =
                new Person(
                        0,
                        "P",
                        "E",
                        LocalDateTime.of(2024, 1, 1, 8, 0),
                        40,
                        true,
                        Map.of(),
                        Set.of("epilepsy"),
                        Set.of("levetiracetam"));
        assertEquals(0.062, share(treated, discharges), 0.06);
        assertEquals(0, share(People.aged(40), discharges));
    }

    @Test
    void strokeAndDementiaSlow() {
        assertEquals(0.282, share(People.aged(70, "stroke"), Sign.FOCAL_SLOWING), 0.11);
        assertTrue(share(People.aged(80, "dementia"), Sign.GENERALIZED_SLOWING) > 0.3);
        double well = 0;
        double demented = 0;
        for (int key = 0; key < 60; key++) {
            well += plan(People.aged(80), key).measurements().get("alpha_hz") / 60;
            demented += plan(People.aged(80, "dementia"), key).measurements().get("alpha_hz") / 60;
        }
        assertTrue(demented < well - 0.5, demented + " against " + well);
    }

    @Test
    void whatWasAskedWins() {
        var asked = People.asked(Map.of(), People.finding(Sign.NORMAL_EEG));
        for (int key = 0; key < 40; key++) {
            var study = STUDIO.plan(People.aged(40, "epilepsy", "stroke"), asked, key);
            assertFalse(EegPlan.signs(study.findings()).stream().anyMatch(Sign::abnormal));
            assertTrue(study.reading().contains("normal EEG"));
        }
    }

    @Test
    void aSlowPosteriorRhythmIsNeverCalledNormal() {
        var slow = People.asked(Map.of(), Map.of("alpha_hz", 6.5));
        var study = STUDIO.plan(People.aged(60), slow, 1);
        assertTrue(EegPlan.signs(study.findings()).contains(Sign.GENERALIZED_SLOWING));
        assertEquals(6.5, study.measurements().get("alpha_hz"));
        for (int key = 0; key < 300; key++) {
            for (double age : new double[] {2, 7, 30, 90}) {
                String reading = plan(People.aged(age, "dementia"), key).reading();
                assertFalse(
                        reading.contains("slow for the age")
                                && reading.contains("normal EEG.")
                                && !reading.contains("abnormal"),
                        reading);
            }
        }
    }

    @Test
    void theStateFollowsFromWhatIsToBeSeen() {
        assertEquals("sleep", state(Sign.K_COMPLEXES));
        assertEquals("coma", state(Sign.BURST_SUPPRESSION));
        assertEquals("awake", state(Sign.ABSENCE_SEIZURE));
    }

    private static String state(Sign sign) {
        return STUDIO.plan(People.aged(30), People.asked(Map.of(), People.finding(sign)), 1)
                .settings()
                .get("state");
    }

    @Test
    void theReadingTellsTheNumbersOfTheRecord() {
        var study =
                STUDIO.plan(
                        People.aged(9),
                        People.asked(
                                Map.of("duration_s", "1800"),
                                Map.of("seizure_hz", 3.2, "seizures", 2.0, "alpha_hz", 9.4),
                                People.finding(Sign.ABSENCE_SEIZURE)),
                        3);
        assertTrue(study.reading().contains("9.4 Hz"), study.reading());
        assertTrue(study.reading().contains("2 absence seizures"), study.reading());
        assertTrue(study.reading().contains("3.2 Hz"), study.reading());
        assertEquals(2, study.measurements().get("seizures"));
    }
}
