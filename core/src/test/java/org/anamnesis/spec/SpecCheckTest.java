package org.anamnesis.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint.Mean;
import org.anamnesis.spec.Constraint.Require;
import org.anamnesis.spec.Constraint.Share;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.Not;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Criterion.TakesMedication;
import org.junit.jupiter.api.Test;

/** Each impossible request beside a possible one that differs by one word. */
class SpecCheckTest {
    private static final CohortSpec T2D =
            CohortSpec.DEFAULT.withCondition(Optional.of("type-2-diabetes"));
    private static final Criterion WOMEN = new CategoryIn("sex", List.of("female"));
    private static final Criterion MEN = new CategoryIn("sex", List.of("male"));
    private static final Criterion CKD = condition("chronic-kidney-disease");

    private static String codes(CohortSpec spec) {
        return SpecCheck.problems(spec).stream()
                .map(Problem::code)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String codes(Constraint... asked) {
        return codes(T2D.withConstraints(Arrays.asList(asked)));
    }

    private static Criterion condition(String id) {
        return new HasCondition(id, Optional.empty());
    }

    private static Criterion ckd(String stage) {
        return new HasCondition("chronic-kidney-disease", Optional.of(stage));
    }

    private static Criterion hba1c(double low, double high) {
        return new ObservationWithin("hba1c", new QuantityRange(low, high, "%"));
    }

    @Test
    void theMeanOfAGroupIsAskedAsItIsAndNotRelativeToWhatItWouldBe() {
        assertEquals("", codes(grouped(new Constraint.Mean("hba1c", 9))));
        assertEquals("spec.group.relative", codes(grouped(new Constraint.Shift("hba1c", 1, 2))));
    }

    private static CohortSpec grouped(Constraint ofTheSecond) {
        var first = new StudyGroup("A", 50, List.of());
        var second = new StudyGroup("B", 50, List.of(ofTheSecond));
        return T2D.withBeyond(T2D.beyond().with(new Groups(List.of(first, second), List.of())));
    }

    @Test
    void aContradictionNamesItsOtherHalf() {
        CohortSpec pregnant =
                CohortSpec.DEFAULT
                        .withCondition(Optional.of("gestational-diabetes"))
                        .withConstraints(List.of(new Require(MEN)));

        String message = SpecCheck.problems(pregnant).get(0).message();
        assertTrue(message.contains("only female patients have gestational diabetes"), message);
    }

    @Test
    void theDefaultAndAnOrdinaryRequestAreFine() {
        assertEquals("", codes(CohortSpec.DEFAULT));
        assertEquals(
                "",
                codes(
                        new Require(new AgeBetween(40, 65)),
                        new Require(hba1c(7, Double.POSITIVE_INFINITY)),
                        new Require(new Not(CKD)),
                        new Share(WOMEN, 60),
                        new Share(MEN, 40),
                        new Share(new TakesMedication("class:statin"), 30),
                        new Mean("hba1c", 8.5),
                        new Mean("age", 55)));
    }

    @Test
    void agesMustMeet() {
        assertEquals(
                "spec.contradiction",
                codes(req(new AgeBetween(0, 17)), req(new AgeBetween(40, 65))));
        assertEquals("", codes(req(new AgeBetween(0, 40)), req(new AgeBetween(40, 65))));
    }

    @Test
    void limitsMustMeet() {
        assertEquals("spec.contradiction", codes(req(hba1c(9, 12)), req(hba1c(5, 6))));
        assertEquals("", codes(req(hba1c(6, 12)), req(hba1c(5, 6))));
    }

    @Test
    void aPersonHasOneSexHere() {
        assertEquals("spec.contradiction", codes(req(WOMEN), req(MEN)));
        assertEquals("spec.contradiction", codes(req(new Not(WOMEN)), req(new Not(MEN))));
        assertEquals("", codes(req(WOMEN), req(new Not(MEN))));
    }

    @Test
    void aThingIsNotBothAskedAndExcluded() {
        assertEquals("spec.contradiction", codes(req(CKD), req(new Not(CKD))));
        assertEquals("spec.contradiction", codes(req(new Not(CKD)), req(ckd("3"))));
        assertEquals("spec.contradiction", codes(req(ckd("3")), req(new Not(CKD))));
        assertEquals("spec.contradiction", codes(req(new Not(condition("type-2-diabetes")))));
        assertEquals("", codes(req(CKD), req(new Not(ckd("5")))));
    }

    @Test
    void stagesExcludeEachOther() {
        assertEquals("spec.contradiction", codes(req(ckd("3")), req(ckd("4"))));
        assertEquals("", codes(req(ckd("3")), req(ckd("3b"))));
    }

    @Test
    void menAreNotPregnantAndWomenHaveNoProstate() {
        CohortSpec pregnant = CohortSpec.DEFAULT.withCondition(Optional.of("gestational-diabetes"));
        CohortSpec prostate = CohortSpec.DEFAULT.withCondition(Optional.of("prostate-cancer"));

        assertEquals("spec.contradiction", codes(pregnant.withConstraints(List.of(req(MEN)))));
        assertEquals("", codes(pregnant.withConstraints(List.of(req(WOMEN)))));
        assertEquals("spec.contradiction", codes(prostate.withConstraints(List.of(req(WOMEN)))));
        assertEquals("", codes(prostate.withConstraints(List.of(req(MEN)))));
        assertEquals("spec.contradiction", codes(req(MEN), req(condition("gestational-diabetes"))));
        assertEquals(
                "spec.share.contradiction",
                codes(prostate.withConstraints(List.of(new Share(WOMEN, 10)))));
    }

    @Test
    void sharesOfOneVariableAddUpToAHundred() {
        assertEquals("spec.share.sum", codes(new Share(WOMEN, 60), new Share(MEN, 50)));
        assertEquals("spec.share.sum", codes(new Share(WOMEN, 40), new Share(MEN, 50)));
        assertEquals("", codes(new Share(WOMEN, 50), new Share(MEN, 50)));
        Criterion current = new CategoryIn("smoking", List.of("current"));
        Criterion former = new CategoryIn("smoking", List.of("former"));
        assertEquals("spec.share.sum", codes(new Share(current, 60), new Share(former, 50)));
        assertEquals("", codes(new Share(current, 30), new Share(former, 20)));
    }

    @Test
    void aShareNeedsAChoice() {
        assertEquals("spec.share.contradiction", codes(req(WOMEN), new Share(MEN, 20)));
        assertEquals("spec.share.contradiction", codes(req(WOMEN), new Share(WOMEN, 20)));
        assertEquals("spec.contradiction", codes(req(new Not(CKD)), new Share(CKD, 100)));
        assertEquals("", codes(req(WOMEN), new Share(WOMEN, 100)));
        assertEquals("", codes(req(CKD), new Share(ckd("3"), 50)));
    }

    @Test
    void oneShareAndOneMeanOfEachThing() {
        assertEquals("spec.share.twice", codes(new Share(CKD, 20), new Share(CKD, 30)));
        assertEquals("", codes(new Share(CKD, 20), new Share(CKD, 20)));
        assertEquals("spec.mean.twice", codes(new Mean("hba1c", 8), new Mean("hba1c", 9)));
        assertEquals("", codes(new Mean("hba1c", 8), new Mean("ldl", 90)));
    }

    @Test
    void aMeanLiesWithinWhatIsRequired() {
        assertEquals("spec.mean.outside", codes(req(hba1c(7, 8)), new Mean("hba1c", 9)));
        assertEquals("", codes(req(hba1c(7, 8)), new Mean("hba1c", 7.5)));
        assertEquals("spec.mean.outside", codes(req(new AgeBetween(18, 40)), new Mean("age", 55)));
        assertEquals("", codes(req(new AgeBetween(18, 70)), new Mean("age", 55)));
    }

    @Test
    void limitsArePlausible() {
        assertEquals("spec.limit.implausible", codes(req(hba1c(40, Double.POSITIVE_INFINITY))));
        assertEquals("spec.limit.implausible", codes(new Mean("hba1c", 40)));
        assertEquals("spec.limit.implausible", codes(new Mean("age", 140)));
        assertEquals("", codes(req(hba1c(14, Double.POSITIVE_INFINITY))));
    }

    @Test
    void namesAreKnown() {
        assertEquals("spec.condition.unknown", codes(req(condition("zorbitis"))));
        assertEquals("spec.condition.unknown", codes(req(condition("hba1c"))));
        assertEquals("spec.medication.unknown", codes(req(new TakesMedication("water"))));
        assertEquals("spec.stage.unknown", codes(req(ckd("9"))));
        assertEquals(
                "spec.level.unknown",
                codes(new Share(new CategoryIn("smoking", List.of("often")), 5)));
        assertEquals("spec.variable.unknown", codes(req(new CategoryIn("shoe", List.of("42")))));
        assertEquals("spec.observation.unknown", codes(new Mean("magic", 1)));
        assertEquals("spec.engine.unknown", codes(T2D.withEngine("magic")));
        assertEquals("spec.format.unknown", codes(T2D.withFormats(List.of("csv", "xlsx"))));
        assertEquals("spec.format.none", codes(T2D.withFormats(List.of())));
        assertEquals("spec.population.unknown", codes(T2D.withPopulation("Atlantis")));
        assertEquals(
                "spec.unit.unknown",
                codes(req(new ObservationWithin("hba1c", new QuantityRange(3, 4, "mmol/mol")))));
        assertEquals("", codes(T2D.withEngine("copula").withFormats(List.of("csv"))));
    }

    @Test
    void observationsAreNotBothNamedAndDropped() {
        ObservationChoice both = new ObservationChoice(20, List.of("bmi"), List.of("bmi"));
        ObservationChoice none = new ObservationChoice(0, List.of(), List.of());
        ObservationChoice unknown = new ObservationChoice(2, List.of("magic"), List.of("smoke"));

        assertEquals("spec.observation.both", codes(T2D.withObservations(both)));
        assertEquals("spec.observation.none", codes(T2D.withObservations(none)));
        assertEquals(2, SpecCheck.problems(T2D.withObservations(unknown)).size());
        assertEquals(
                "",
                codes(
                        T2D.withObservations(
                                new ObservationChoice(0, List.of("bmi"), List.of("ldl")))));
    }

    @Test
    void everyProblemComesAtOnce() {
        List<Problem> all =
                SpecCheck.problems(
                        T2D.withEngine("magic")
                                .withPopulation("Atlantis")
                                .withConstraints(
                                        List.of(req(WOMEN), req(MEN), new Mean("age", 140))));

        assertEquals(4, all.size(), all.toString());
        assertTrue(all.stream().noneMatch(p -> p.suggestion().isBlank()));
    }

    private static Require req(Criterion criterion) {
        return new Require(criterion);
    }
}
