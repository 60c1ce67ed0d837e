package org.anamnesis.generate.course.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.generate.course.hazard.Prevent.Outcome;
import org.anamnesis.generate.course.hazard.Prevent.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The example person of the paper's supplement, whose risks the R package preventr prints and
 * tests, to three digits.
 */
class PreventTest {
    private static Person example(boolean female) {
        return new Person(female, 200, 45, 160, 35, 90, true, false, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "ASCVD, true, 0.092",
        "HEART_FAILURE, true, 0.081",
        "ASCVD, false, 0.102",
        "HEART_FAILURE, false, 0.106"
    })
    void theExampleOfThePaper(Outcome of, boolean female, double published) {
        assertEquals(published, Prevent.risk(of, example(female), 50), 0.0005);
    }

    /** The twin: without her diabetes she is not the woman of the example. */
    @Test
    void aForgottenTermIsCaught() {
        var without = new Person(true, 200, 45, 160, 35, 90, false, false, true, false);
        assertTrue(Prevent.risk(Outcome.ASCVD, without, 50) < 0.092 - 0.0005);
    }

    /** What the example leaves at its reference harms, or helps, as it is known to. */
    @Test
    void termsPointTheRightWay() {
        for (Outcome of : Outcome.values()) {
            for (boolean female : new boolean[] {true, false}) {
                double base = Prevent.risk(of, example(female), 60);
                var smoker = new Person(female, 200, 45, 160, 35, 90, true, true, true, false);
                var kidneys = new Person(female, 200, 45, 160, 35, 30, true, false, true, false);
                var lean = new Person(female, 200, 45, 160, 24, 90, true, false, true, false);
                var calm = new Person(female, 200, 45, 120, 35, 90, true, false, true, false);
                assertTrue(Prevent.risk(of, smoker, 60) > 1.2 * base);
                assertTrue(Prevent.risk(of, kidneys, 60) > 1.5 * base);
                assertTrue(Prevent.risk(of, lean, 60) <= base);
                assertTrue(Prevent.risk(of, calm, 60) < base);
                assertTrue(Prevent.risk(of, example(female), 70) > 1.2 * base);
            }
        }
        var statin = new Person(true, 200, 45, 160, 35, 90, true, false, true, true);
        assertTrue(
                Prevent.risk(Outcome.ASCVD, statin, 60)
                        < Prevent.risk(Outcome.ASCVD, example(true), 60));
    }
}
