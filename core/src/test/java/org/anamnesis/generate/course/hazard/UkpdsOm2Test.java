package org.anamnesis.generate.course.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The worked examples of the paper's statistical appendix, as two teams that coded the model quote
 * them and agree (COMPAR-EU of Erasmus University: "same as in the paper"; the unit tests of the
 * Sheffield type 2 diabetes treatment model), and their figures for the other equations.
 */
class UkpdsOm2Test {
    private static final double CHOLESTEROL_3_MMOL = 3 / RiskFactors.MMOL;

    /** A man of 70, 8 years of diabetes, LDL 3.0 mmol/l, BMI 32, eGFR 50, amputation before. */
    private static RiskFactors manWithAmputation() {
        return new RiskFactors()
                .set(Factor.AGE_DIAGNOSED, 62)
                .cholesterol(CHOLESTEROL_3_MMOL, 0)
                .bodyMass(32)
                .egfr(50)
                .set(Factor.ALBUMINURIA, true)
                .set(Factor.HAD_AMPUTATION, true);
    }

    @Test
    void heartFailureInTheCurrentYear() {
        RiskFactors x = manWithAmputation();
        assertEquals(0.1387994, UkpdsOm2.hazard(Equation.HEART_FAILURE, x, 0, 8), 5e-8);
        assertEquals(0.1658947, UkpdsOm2.hazard(Equation.HEART_FAILURE, x, 0, 9), 5e-8);
        assertEquals(0.02673152, UkpdsOm2.chance(Equation.HEART_FAILURE, x, 8, 9), 5e-9);
    }

    /** The twin: with the spline of eGFR the other way round the example is missed. */
    @Test
    void anotherSplineOfEgfrIsCaught() {
        RiskFactors x = manWithAmputation().set(Factor.EGFR_TO_60_10, -1);
        assertNotEquals(0.02673152, UkpdsOm2.chance(Equation.HEART_FAILURE, x, 8, 9), 1e-3);
    }

    /** A man of 70, smoker, 12 years of diabetes, heart rate 80, with and without an infarction. */
    @Test
    void deathInTheYearOfAnEvent() {
        RiskFactors x =
                new RiskFactors()
                        .set(Factor.AGE_NOW, 70)
                        .set(Factor.YEARS_SINCE, 12)
                        .set(Factor.SMOKER, true)
                        .set(Factor.HEART_RATE_10, 8)
                        .set(Factor.NOW_INFARCTION, true);
        Equation of = Equation.DEATH_IN_YEAR_OF_EVENT;
        assertEquals(0.5970047, UkpdsOm2.chance(of, x, 0, 1), 5e-8);
        x.set(Factor.NOW_INFARCTION, false);
        assertEquals(0.2857736, UkpdsOm2.chance(of, x, 0, 1), 5e-8);
    }

    /**
     * A man of 70, smoker, overweight, white cells 6, heart failure before. Both teams got this
     * figure from the paper's formula and say that the paper's own does not follow from it.
     */
    @Test
    void deathWithHistory() {
        RiskFactors x =
                new RiskFactors()
                        .bodyMass(27)
                        .set(Factor.SMOKER, true)
                        .set(Factor.WHITE_CELLS, 6)
                        .set(Factor.HAD_HEART_FAILURE, true);
        Equation of = Equation.DEATH_WITH_HISTORY;
        assertEquals(0.6158459, UkpdsOm2.hazard(of, x, 0, 70), 5e-8);
        assertEquals(0.04583776, UkpdsOm2.chance(of, x, 70, 71), 5e-9);
    }

    /**
     * A woman of 57, 8.44 years of diabetes: hazards of the worked sheet of COMPAR-EU (to the five
     * digits it shows). Its eGFR of 70 counts as 0 below 60 there and as 60 here, which only
     * infarction, stroke and heart failure ask for.
     */
    @Test
    void theSheetOfAnotherTeam() {
        RiskFactors x =
                new RiskFactors()
                        .set(Factor.AGE_DIAGNOSED, 48.56)
                        .set(Factor.FEMALE, true)
                        .bodyMass(32.3)
                        .egfr(70)
                        .set(Factor.HBA1C, 8.8)
                        .cholesterol(1.19 / RiskFactors.MMOL, 3.08 / RiskFactors.MMOL)
                        .set(Factor.SBP_10, 13.9)
                        .set(Factor.WHITE_CELLS, 6.6);
        assertEquals(0.000998, UkpdsOm2.chance(Equation.ISCHAEMIA, x, 8.44, 9.44), 5e-7);
        assertEquals(0.002286, UkpdsOm2.chance(Equation.INFARCTION_MEN, x, 8.44, 9.44), 5e-7);
        x.set(Factor.EGFR_TO_60_10, 0);
        assertEquals(0.00657647, UkpdsOm2.chance(Equation.HEART_FAILURE, x, 8.44, 9.44), 5e-9);
        assertEquals(0.025719, UkpdsOm2.chance(Equation.INFARCTION_WOMEN, x, 8.44, 9.44), 5e-7);
        assertEquals(0.005298, UkpdsOm2.chance(Equation.STROKE, x, 8.44, 9.44), 5e-7);
        assertEquals(0.01946934, UkpdsOm2.chance(Equation.SECOND_INFARCTION, x, 8.44, 9.44), 5e-9);
        assertEquals(0.01181782, UkpdsOm2.chance(Equation.SECOND_STROKE, x, 8.44, 9.44), 5e-9);
        assertEquals(0.0920613, UkpdsOm2.chance(Equation.SECOND_AMPUTATION, x, 8.44, 9.44), 5e-8);
        x.set(Factor.AGE_NOW, 57);
        Equation later = Equation.DEATH_IN_YEAR_OF_LATER_EVENT;
        assertEquals(0.6601135, UkpdsOm2.chance(later, x, 0, 1), 5e-8);
    }

    /** The twin: one coefficient of the year of a later event as that of a first one. */
    @Test
    void aFirstEventTakenForALaterOneIsCaught() {
        RiskFactors x = new RiskFactors().set(Factor.AGE_NOW, 70).set(Factor.NOW_STROKE, true);
        double first = UkpdsOm2.chance(Equation.DEATH_IN_YEAR_OF_EVENT, x, 0, 1);
        double later = UkpdsOm2.chance(Equation.DEATH_IN_YEAR_OF_LATER_EVENT, x, 0, 1);
        assertEquals(1 / (1 + Math.exp(6.916 - 0.058 * 70 - 0.547)), first, 1e-12);
        assertEquals(1 / (1 + Math.exp(4.868 - 0.05 * 70 + 0.619)), later, 1e-12);
    }

    /** A chance within a year is spread evenly: two half years make the whole. */
    @ParameterizedTest
    @EnumSource
    void hazardsAddUp(Equation of) {
        RiskFactors x = manWithAmputation().set(Factor.HBA1C, 8);
        double halves = UkpdsOm2.hazard(of, x, 5, 5.5) + UkpdsOm2.hazard(of, x, 5.5, 6);
        assertEquals(UkpdsOm2.hazard(of, x, 5, 6), halves, 1e-12);
        assertTrue(UkpdsOm2.hazard(of, x, 5, 6) > 0);
    }

    /** Whatever harms the eyes, feet and kidneys of people with diabetes does so here. */
    @Test
    void worseSugarHarms() {
        RiskFactors good = manWithAmputation().set(Factor.HBA1C, 6.5);
        RiskFactors bad = manWithAmputation().set(Factor.HBA1C, 10);
        for (Equation of : List.of(Equation.BLINDNESS, Equation.ULCER, Equation.AMPUTATION)) {
            assertTrue(
                    UkpdsOm2.hazard(of, bad, 5, 6) > 1.5 * UkpdsOm2.hazard(of, good, 5, 6),
                    of.name());
        }
    }

    @Test
    void weakKidneysFail() {
        RiskFactors x = manWithAmputation().egfr(90);
        double well = UkpdsOm2.hazard(Equation.RENAL_FAILURE, x, 5, 6);
        assertTrue(UkpdsOm2.hazard(Equation.RENAL_FAILURE, x.egfr(15), 5, 6) > 100 * well);
    }
}
