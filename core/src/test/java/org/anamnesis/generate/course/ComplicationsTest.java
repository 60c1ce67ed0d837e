package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.Retinopathy;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.anamnesis.plan.PlannedHistory.Spread;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complications of people whose risk factors stay what they are befall as many as published. */
class ComplicationsTest {
    private static final int PEOPLE = 30_000;
    private static final double YEARS = 15;
    private static final double AGE = 66;

    /** Standard errors: a false alarm in one of a million seeds. */
    private static final double BOUND = 4.9;

    private static final List<String> KNOWN =
            List.of(
                    "type-2-diabetes",
                    RecordOnly.RETINOPATHY,
                    RecordOnly.BLINDNESS,
                    RecordOnly.FOOT_ULCER,
                    RecordOnly.AMPUTATION,
                    RecordOnly.KIDNEY_FAILURE);

    private static final Map<String, Double> VALUES =
            Map.of(
                    "hba1c", 9.5,
                    "creatinine", 1.0,
                    "heart_rate", 88.0,
                    "sbp", 150.0,
                    "wbc", 8.0,
                    "weight", 90.0,
                    "height", 170.0,
                    "hdl", 45.0);

    private static final Map<String, Integer> POSITION = new HashMap<>();
    private static final double[][] ROW = new double[VALUES.size()][1];

    static {
        VALUES.forEach(
                (column, value) -> {
                    ROW[POSITION.size()][0] = value;
                    POSITION.put(column, POSITION.size());
                });
    }

    /** Who was always what they are at the index visit. */
    private static final Complications.Levels SAME =
            new Complications.Levels() {
                @Override
                public double[][] levels(Life life, int day) {
                    return ROW;
                }

                @Override
                public double[][] atIndex(Life life) {
                    return ROW;
                }
            };

    private static Complications.Places places(List<String> known) {
        return new Complications.Places() {
            @Override
            public int condition(String id) {
                return known.indexOf(id);
            }

            @Override
            public int described(String id) {
                return known.indexOf(id);
            }
        };
    }

    private static RiskReading reading() {
        return new RiskReading(List.of(), POSITION, Map.of());
    }

    /** Days of onset by place in {@link #KNOWN}, one row a person. */
    private static int[][] people(int count) {
        var complications = new Complications(reading(), places(KNOWN), new SeedTree(11));
        int[][] onsets = new int[count][];
        Life life = life();
        for (int p = 0; p < count; p++) {
            life.patient = p;
            int[] onset = new int[KNOWN.size()];
            Arrays.fill(onset, Events.NO_DAY);
            onset[0] = life.index - life.days(YEARS);
            complications.fill(life, onset, SAME);
            onsets[p] = onset;
        }
        return onsets;
    }

    private static Life life() {
        var life = new Life();
        life.index = 18_000;
        life.ageAtIndex = AGE;
        life.birth = life.index - life.days(AGE);
        life.female = true;
        return life;
    }

    private static RiskFactors factors() {
        var x = new RiskFactors();
        reading().fill(x, ROW, true, AGE, AGE - YEARS);
        return x;
    }

    /** Standard errors by which the share of those to whom it happened in the last years is off. */
    private static double errors(int[][] onsets, String id, double years, double hazard) {
        int k = KNOWN.indexOf(id);
        int from = life().index - life().days(years);
        int free = 0;
        int begun = 0;
        for (int[] onset : onsets) {
            if (onset[k] == Events.NO_DAY || onset[k] > from) {
                free++;
                begun += onset[k] == Events.NO_DAY ? 0 : 1;
            }
        }
        double chance = -Math.expm1(-hazard);
        return (begun - free * chance) / Math.sqrt(free * chance * (1 - chance));
    }

    /** In the first and in the last years since the diagnosis; a hazard twice as high is caught. */
    @ParameterizedTest
    @CsvSource({"diabetic-blindness, BLINDNESS", "diabetic-foot-ulcer, ULCER"})
    void asOftenAsUkpdsHasIt(String id, Equation equation) {
        int[][] onsets = people(PEOPLE);
        for (double years : new double[] {5, YEARS}) {
            double hazard = UkpdsOm2.hazard(equation, factors(), YEARS - years, YEARS);
            assertEquals(0, errors(onsets, id, years, hazard), BOUND, id + " in " + years);
            assertTrue(Math.abs(errors(onsets, id, years, 2 * hazard)) > BOUND);
        }
    }

    @Test
    void retinopathyIsAsOftenAsTheSurveyHasIt() {
        int[][] onsets = people(PEOPLE);
        double hazard = 5 * Retinopathy.perYear(VALUES.get("hba1c"));
        // blindness puts it on record, too: those who are blind are left to the other test
        int blind = KNOWN.indexOf(RecordOnly.BLINDNESS);
        int[][] seeing =
                Arrays.stream(onsets).filter(o -> o[blind] == Events.NO_DAY).toArray(int[][]::new);
        assertEquals(0, errors(seeing, RecordOnly.RETINOPATHY, 5, hazard), BOUND);
        assertTrue(Math.abs(errors(seeing, RecordOnly.RETINOPATHY, 5, 2 * hazard)) > BOUND);
    }

    /**
     * Of those who never had an ulcer: no more than UKPDS has people lose a limb, many of whom die.
     */
    @Test
    void amputationsAreNoMoreThanUkpdsHas() {
        int[][] onsets = people(2 * PEOPLE);
        int ulcer = KNOWN.indexOf(RecordOnly.FOOT_ULCER);
        int[][] without =
                Arrays.stream(onsets).filter(o -> o[ulcer] == Events.NO_DAY).toArray(int[][]::new);
        double hazard = UkpdsOm2.hazard(Equation.AMPUTATION, factors(), 0, YEARS);
        assertTrue(errors(without, RecordOnly.AMPUTATION, YEARS, hazard) < BOUND);
        assertTrue(errors(without, RecordOnly.AMPUTATION, YEARS, hazard / 2) > BOUND);
    }

    @Test
    void nothingBeforeTheDiagnosisAndNoBlindnessWithoutRetinopathy() {
        for (int[] onset : people(3000)) {
            int eyes = onset[KNOWN.indexOf(RecordOnly.RETINOPATHY)];
            int blind = onset[KNOWN.indexOf(RecordOnly.BLINDNESS)];
            for (int k = 1; k < onset.length; k++) {
                boolean within = onset[k] >= onset[0] && onset[k] <= life().index;
                assertTrue(onset[k] == Events.NO_DAY || within, KNOWN.get(k));
            }
            assertTrue(blind == Events.NO_DAY || (eyes != Events.NO_DAY && eyes <= blind));
            assertEquals(Events.NO_DAY, onset[KNOWN.indexOf(RecordOnly.KIDNEY_FAILURE)]);
        }
    }

    /** An ulcer that the cohort leaves out does not make an amputation likelier, either. */
    @Test
    void whatIsLeftOutBefallsNobody() {
        List<String> rest = List.of("type-2-diabetes", RecordOnly.AMPUTATION);
        var complications = new Complications(reading(), places(rest), new SeedTree(11));
        Life life = life();
        int lost = 0;
        for (int p = 0; p < PEOPLE; p++) {
            life.patient = p;
            int[] onset = {life.index - life.days(YEARS), Events.NO_DAY};
            complications.fill(life, onset, SAME);
            lost += onset[1] == Events.NO_DAY ? 0 : 1;
        }
        double most = UkpdsOm2.chance(Equation.AMPUTATION, factors(), 0, YEARS);
        assertTrue(lost < PEOPLE * most, lost + " of " + PEOPLE);
    }

    @Test
    void withoutDiabetesNothingOfItHappens() {
        var complications = new Complications(reading(), places(KNOWN), new SeedTree(11));
        Life life = life();
        for (int p = 0; p < 500; p++) {
            life.patient = p;
            int[] onset = new int[KNOWN.size()];
            Arrays.fill(onset, Events.NO_DAY);
            complications.fill(life, onset, SAME);
            assertTrue(Arrays.stream(onset).allMatch(o -> o == Events.NO_DAY));
        }
    }

    /** What nobody measured stands at the mean of people with the condition. */
    @Test
    void missingRiskFactorsAreTypicalOnes() {
        double[][] none = new double[VALUES.size()][1];
        for (double[] cell : none) {
            cell[0] = Double.NaN;
        }
        var typical = new HashMap<String, Spread>();
        VALUES.forEach((c, value) -> typical.put(c, new Spread(value, 1, Math.log(value), 1)));
        var x = new RiskFactors();
        new RiskReading(List.of(), POSITION, typical).fill(x, none, true, AGE, AGE - YEARS);
        for (Factor f : List.of(Factor.HBA1C, Factor.SBP_10, Factor.BMI, Factor.EGFR_10)) {
            assertEquals(factors().of(f), x.of(f), 1e-9, f.name());
        }
    }
}
