package org.anamnesis.evaluate;

import static org.anamnesis.evaluate.Cases.category;
import static org.anamnesis.evaluate.Cases.number;
import static org.anamnesis.evaluate.Cases.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.cohort.Field;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final double NAN = Double.NaN;

    /** Second row of each pair breaks the rule by the smallest step that the file can show. */
    @Test
    void aDerivedValueThatIsOffByItsLastDigitIsCaught() {
        Cases cases =
                new Cases()
                        .with(observation("weight", "kg", 1), 81.2, 81.2, NAN)
                        .with(observation("height", "cm", 1), 172.4, 172.4, 172.4)
                        .with(observation("bmi", "kg/m2", 1), 27.3, 27.4, 27.3)
                        .with(observation("total_chol", "mg/dL", 0), 180, 180, 180)
                        .with(observation("hdl", "mg/dL", 0), 50, 50, NAN)
                        .with(observation("nonhdl", "mg/dL", 0), 130, 131, 130);
        assertEquals(
                new RuleCheck("bmi", "BMI = weight / height²", "definition", 2, 1),
                rule(cases, "bmi"));
        assertEquals(1, rule(cases, "nonhdl").broken());
        assertEquals(2, rule(cases, "nonhdl").checked());
        assertEquals(2, cases.evaluate(cases.spec()).rulesBroken());
    }

    /** A 50-year-old man and woman with creatinine 1.0: 92 and 69 by the equation's authors. */
    @Test
    void egfrIsWorkedOutAgain() {
        assertEquals(92, CkdEpi2021.egfr(1.0, 50, false), 0.5);
        assertEquals(69, CkdEpi2021.egfr(1.0, 50, true), 0.5);
        Cases cases =
                new Cases()
                        .with(number("age", Field.Role.DEMOGRAPHIC, "a", 0), 50, 50, 50, 10)
                        .with(category("sex", Field.Role.DEMOGRAPHIC, "female", "male"), 1, 0, 0, 0)
                        .with(observation("creatinine", "mg/dL", 2), 1, 1, 1, 1)
                        .with(observation("egfr", "mL/min/{1.73_m2}", 0), 92, 69, 70, 1)
                        .with(
                                category("ckd_stage", Field.Role.CONDITION, "G1", "G2", "G3a"),
                                0,
                                1,
                                2,
                                NAN);
        assertEquals(3, rule(cases, "egfr").checked(), "children are left out");
        assertEquals(1, rule(cases, "egfr").broken());
        assertEquals(1, rule(cases, "ckd_stage").broken());
    }

    @Test
    void friedewaldHoldsUpTo400OfTriglycerides() {
        Cases cases =
                new Cases()
                        .with(observation("total_chol", "mg/dL", 0), 200, 200, 200, 200)
                        .with(observation("hdl", "mg/dL", 0), 50, 50, 50, 50)
                        .with(observation("triglycerides", "mg/dL", 0), 151, 151, 500, NAN)
                        .with(observation("ldl", "mg/dL", 0), 120, 121, 1, 152);
        assertEquals(2, rule(cases, "ldl").checked());
        assertEquals(1, rule(cases, "ldl").broken(), "119.8 is 120, not 121");
        assertEquals(
                1, rule(cases, "hdl+ldl").broken(), "50 + 152 is beyond 200; roundings allow 1.5");
    }

    @Test
    void diagnosesThatFollowFromValuesAreThereExactlyThen() {
        Cases cases =
                new Cases()
                        .with(observation("bmi", "kg/m2", 1), 30, 29.9, 30, 29.9, NAN)
                        .with(category("obesity", Field.Role.CONDITION, "no", "yes"), 1, 0, 0, 1, 1)
                        .with(observation("egfr", "x", 0), 95, 95, 59, 65, 95)
                        .with(observation("uacr", "mg/g", 1), 10, 30, 10, 10, NAN)
                        .with(
                                category("ckd_stage", Field.Role.CONDITION, "none", "1", "2", "3a"),
                                0,
                                1,
                                0,
                                2,
                                0)
                        .with(
                                category(
                                        "chronic-kidney-disease",
                                        Field.Role.CONDITION,
                                        "no",
                                        "yes"),
                                0,
                                1,
                                1,
                                1,
                                0);
        assertEquals(4, rule(cases, "obesity").checked());
        assertEquals(2, rule(cases, "obesity").broken());
        assertEquals(4, rule(cases, "chronic-kidney-disease").checked());
        assertEquals(1, rule(cases, "chronic-kidney-disease").broken(), "eGFR 65, albumin 10");
        assertEquals(2, rule(cases, "ckd_stage").broken(), "none at 59, stage 2 without albumin");
    }

    @Test
    void diastolicIsBelowSystolic() {
        Cases cases =
                new Cases()
                        .with(observation("sbp", "mm[Hg]", 0), 120, 80, 79.6)
                        .with(observation("dbp", "mm[Hg]", 0), 80, 80, 79.4);
        assertEquals(
                1, rule(cases, "dbp<sbp").broken(), "80/80; 80/79 as the file shows it is fine");
    }

    @Test
    void valuesBeyondWhatARecordMayHoldAreCounted() {
        Cases cases = new Cases().with(observation("hba1c", "%", 1), 7.1, 40, NAN);
        Background background =
                Cases.background(cases.table(), Cases.measurand("hba1c", "%", 1, 4, 5.6));
        RuleCheck found = cases.evaluate(cases.spec(), background).rules().get(0);
        assertEquals("plausible:hba1c", found.id());
        assertEquals(2, found.checked());
        assertEquals(1, found.broken());
    }

    @Test
    void rulesWithoutTheirColumnsAreNotMentioned() {
        Cases cases = new Cases().with(observation("bmi", "kg/m2", 1), 27.3);
        assertTrue(cases.evaluate(cases.spec()).rules().isEmpty());
    }

    private static RuleCheck rule(Cases cases, String id) {
        return cases.evaluate(cases.spec()).rules().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
