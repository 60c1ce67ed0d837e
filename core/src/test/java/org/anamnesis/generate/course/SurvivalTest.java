package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.junit.jupiter.api.Test;

/** How many more are alive without an event than with it, by the death equations one by one. */
class SurvivalTest {
    private static RiskFactors smoker() {
        return new RiskFactors()
                .set(Factor.AGE_DIAGNOSED, 60)
                .set(Factor.SMOKER, true)
                .set(Factor.WHITE_CELLS, 7)
                .set(Factor.HEART_RATE_10, 7.5);
    }

    private static double alive(Factor event, double since, double until) {
        var survival = new Survival();
        survival.of(smoker());
        return survival.alive(event, since, until);
    }

    @Test
    void yearByYearAsTheEquationsHaveIt() {
        RiskFactors x = smoker().set(Factor.AGE_NOW, 65).set(Factor.YEARS_SINCE, 5);
        double without = 1 - UkpdsOm2.chance(Equation.DEATH_WITHOUT_HISTORY, x, 65, 70);
        x.set(Factor.NOW_STROKE, true);
        double year = 1 - UkpdsOm2.chance(Equation.DEATH_IN_YEAR_OF_EVENT, x, 0, 1);
        x.set(Factor.NOW_STROKE, false).set(Factor.HAD_STROKE, true);
        double after = 1 - UkpdsOm2.chance(Equation.DEATH_WITH_HISTORY, x, 66, 70);
        assertEquals(year * after / without, alive(Factor.NOW_STROKE, 5, 10), 1e-12);
    }

    @Test
    void theLongerAgoTheFewerAreAlive() {
        for (Factor event : new Factor[] {Factor.NOW_STROKE, Factor.NOW_AMPUTATION}) {
            double before = 1;
            for (double until = 5.5; until < 30; until++) {
                double now = alive(event, 5, until);
                assertTrue(now > 0 && now <= before, event + " after " + (until - 5));
                before = now;
            }
        }
    }
}
