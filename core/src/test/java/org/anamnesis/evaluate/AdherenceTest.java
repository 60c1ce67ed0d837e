package org.anamnesis.evaluate;

import static org.anamnesis.evaluate.Adherence.Verdict.MET;
import static org.anamnesis.evaluate.Adherence.Verdict.NOT_CHECKED;
import static org.anamnesis.evaluate.Adherence.Verdict.NOT_MET;
import static org.anamnesis.evaluate.Cases.category;
import static org.anamnesis.evaluate.Cases.number;
import static org.anamnesis.evaluate.Cases.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.Field;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.ObservationChoice;
import org.junit.jupiter.api.Test;

class AdherenceTest {
    private static final double NAN = Double.NaN;
    private static final Cases FIVE =
            new Cases()
                    .with(number("age", Field.Role.DEMOGRAPHIC, "a", 0), 40, 50, 60, 70, 80)
                    .with(category("sex", Field.Role.DEMOGRAPHIC, "female", "male"), 0, 0, 0, 1, 1)
                    .with(observation("hba1c", "%", 1), 8, 9, 10, NAN, 7.5)
                    .with(observation("egfr", "mL/min/{1.73_m2}", 0), 95, 50, 40, 20, 59)
                    .with(
                            category("hypertension", Field.Role.CONDITION, "no", "yes"),
                            1,
                            1,
                            1,
                            1,
                            0)
                    .with(
                            category("class:statin", Field.Role.MEDICATION, "atorvastatin", "x"),
                            0,
                            NAN,
                            1,
                            NAN,
                            0);

    @Test
    void sharesAreCountedToThePatient() {
        var women = new Criterion.CategoryIn("sex", List.of("Female"));
        assertEquals(MET, verdict(new Constraint.Share(women, 60)));
        assertEquals(NOT_MET, verdict(new Constraint.Share(women, 40)));
        assertEquals("60.00 % (3)", judge(new Constraint.Share(women, 60)).achieved());
        assertEquals("60 % (3 of 5)", judge(new Constraint.Share(women, 60)).asked());
    }

    @Test
    void aShareThatCannotBeWholeMayRoundEitherWay() {
        var women = new Criterion.CategoryIn("sex", List.of("female"));
        assertEquals(MET, verdict(new Constraint.Share(women, 50)));
        assertEquals(MET, verdict(new Constraint.Share(women, 70)));
        assertEquals(NOT_MET, verdict(new Constraint.Share(women, 80)));
    }

    @Test
    void everyPatientMeansEveryPatient() {
        assertEquals(MET, verdict(require(new Criterion.AgeBetween(40, 80))));
        Adherence four = judge(require(new Criterion.AgeBetween(41, 80)));
        assertEquals(NOT_MET, four.verdict());
        assertEquals("4", four.achieved());
        var high = new Criterion.ObservationWithin("hba1c", new QuantityRange(7.5, 20, "%"));
        assertEquals(NOT_MET, verdict(require(high)), "a missing value does not meet it");
        assertEquals("4 (1 not known)", judge(require(high)).achieved());
        assertEquals(
                "0 (1 not known)",
                judge(require(new Criterion.Not(high))).achieved(),
                "nor its opposite");
    }

    @Test
    void meansAreJudgedByTheirTolerance() {
        assertEquals(MET, verdict(new Constraint.Mean("hba1c", 8.625)));
        assertEquals(NOT_MET, verdict(new Constraint.Mean("hba1c", 10.5)));
        assertEquals(MET, verdict(new Constraint.Mean("age", 60)));
    }

    @Test
    void medicationsByClassAndByIngredient() {
        assertEquals(
                "60.00 % (3)",
                judge(new Constraint.Share(new Criterion.TakesMedication("class:statin"), 60))
                        .achieved());
        assertEquals(
                "40.00 % (2)",
                judge(new Constraint.Share(new Criterion.TakesMedication("atorvastatin"), 40))
                        .achieved());
    }

    @Test
    void kidneyStagesFollowTheEgfr() {
        assertEquals("60.00 % (3)", stage("3").achieved());
        assertEquals("20.00 % (1)", stage("3b").achieved());
        assertEquals("20.00 % (1)", stage("stage 4").achieved());
        assertEquals("0.00 % (0)", stage("5").achieved());
    }

    private static Adherence stage(String stage) {
        return judge(
                new Constraint.Share(
                        new Criterion.HasCondition("chronic-kidney-disease", Optional.of(stage)),
                        0));
    }

    /** A duration has the id of its condition and may stand before it. */
    @Test
    void yearsSinceTheDiagnosisAreNotTheDiagnosis() {
        var header =
                new org.anamnesis.cohort.CohortHeader(
                        1,
                        List.of(
                                number("asthma", Field.Role.DURATION, "a", 0),
                                category("asthma", Field.Role.CONDITION, "no", "yes")),
                        java.time.LocalDate.of(2020, 3, 1),
                        1);
        assertEquals(Optional.of(1), CriterionTest.conditionColumn(header, "asthma"));
        assertEquals(Optional.empty(), CriterionTest.conditionColumn(header, "copd"));
    }

    @Test
    void whatNoColumnTellsIsNotClaimed() {
        assertEquals(
                NOT_CHECKED,
                verdict(require(new Criterion.HasCondition("asthma", Optional.empty()))));
        assertEquals(NOT_CHECKED, verdict(new Constraint.Mean("bmi", 30)));
    }

    @Test
    void countConditionAndObservationsHaveTheirLines() {
        var spec =
                FIVE.spec()
                        .withCondition(Optional.of("hypertension"))
                        .withObservations(
                                new ObservationChoice(3, List.of("bmi"), List.of("hba1c")));
        List<Adherence> lines = FIVE.evaluate(spec).adherence();
        assertEquals(
                List.of(MET, NOT_MET, NOT_MET, NOT_MET, NOT_MET),
                lines.stream().map(Adherence::verdict).toList(),
                "patients, condition, number of observations, the named, the dropped");
        assertTrue(
                FIVE.evaluate(FIVE.spec()).adherence().stream().allMatch(a -> a.verdict() == MET));
    }

    private static Constraint require(Criterion criterion) {
        return new Constraint.Require(criterion);
    }

    private static Adherence judge(Constraint constraint) {
        List<Adherence> lines =
                FIVE.evaluate(FIVE.spec().withConstraints(List.of(constraint))).adherence();
        return lines.get(lines.size() - 1);
    }

    private static Adherence.Verdict verdict(Constraint constraint) {
        return judge(constraint).verdict();
    }
}
