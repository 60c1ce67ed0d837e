package org.anamnesis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.ObservationChoice;
import org.junit.jupiter.api.Test;

/** What cannot be met is said with the conflicting wishes and the nearest that can. */
class PlannerTest {
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);
    private static final CohortSpec DIABETES =
            CohortSpec.DEFAULT.withCondition(Optional.of("type-2-diabetes"));

    private static List<Problem> problems(CohortSpec spec) {
        return assertThrows(RequestException.class, () -> Planner.plan(spec, EVIDENCE, PEOPLE))
                .problems();
    }

    private static Constraint within(String observation, double low, double high, String unit) {
        return new Constraint.Require(
                new Criterion.ObservationWithin(observation, new QuantityRange(low, high, unit)));
    }

    @Test
    void moreObservationsThanAreKnown() {
        Problem p = problems(DIABETES.withObservations(ObservationChoice.important(500))).get(0);
        assertEquals("plan.observations.many", p.code());
        assertTrue(p.message().contains("27"), p.message());
    }

    @Test
    void nobodyHasSuchAValue() {
        Problem p =
                problems(DIABETES.withConstraints(List.of(within("hba1c", 19, 20, "%")))).get(0);
        assertEquals("plan.nobody.one", p.code());
        assertTrue(p.suggestion().contains("Hemoglobin A1c runs from 3.7 to "), p.suggestion());
    }

    @Test
    void twoWishesThatExcludeEachOther() {
        Problem p =
                problems(
                                DIABETES.withConstraints(
                                        List.of(
                                                within("bmi", 50, 60, "kg/m2"),
                                                within("weight", 30, 50, "kg"))))
                        .get(0);
        assertEquals("plan.conflict", p.code());
        assertTrue(p.where().contains("Body mass index") && p.where().contains("Body weight"));
    }

    @Test
    void aMeanBeyondEverybody() {
        Problem p =
                problems(
                                DIABETES.withConstraints(
                                        List.of(
                                                within("hba1c", 6, 7, "%"),
                                                new Constraint.Mean("hba1c", 9))))
                        .get(0);
        assertEquals("plan.mean.impossible", p.code());
        assertTrue(p.suggestion().contains("between"), p.suggestion());
    }

    @Test
    void targetsThatClashNameTheNearest() {
        Problem p =
                problems(
                                DIABETES.withConstraints(
                                        List.of(
                                                new Constraint.Share(
                                                        new Criterion.HasCondition(
                                                                "obesity", Optional.empty()),
                                                        100),
                                                new Constraint.Mean("bmi", 26))))
                        .get(0);
        assertEquals("plan.targets.conflict", p.code());
        assertTrue(p.suggestion().contains("->"), p.suggestion());
    }

    @Test
    void rareRequestsAreWidenedAndSaySo() {
        var plan =
                Planner.plan(
                        DIABETES.withConstraints(
                                List.of(new Constraint.Require(new Criterion.AgeBetween(18, 22)))),
                        EVIDENCE,
                        PEOPLE);
        assertTrue(plan.reality().extrapolated());
        assertTrue(plan.people().rows() > plan.reality().selectedRows());
        assertTrue(plan.explained().stream().anyMatch(e -> e.contains("extrapolated")));
    }

    @Test
    void theRequestAndItsDistanceFromReality() {
        var plan =
                Planner.plan(
                        DIABETES.withConstraints(
                                List.of(
                                        new Constraint.Share(
                                                new Criterion.CategoryIn("sex", List.of("female")),
                                                60))),
                        EVIDENCE,
                        PEOPLE);
        assertEquals(0.1, plan.reality().share(), 0.02);
        assertTrue(plan.reality().divergence() > 0 && plan.reality().divergence() < 0.1);
        assertEquals(
                20,
                plan.fields().stream()
                        .filter(f -> f.role() == PlannedField.Role.OBSERVATION)
                        .count());
        assertTrue(
                plan.fields().stream()
                        .allMatch(
                                f ->
                                        f.source() == PlannedField.Origin.ALWAYS
                                                || !f.provenance().sources().isEmpty()));
    }
}
