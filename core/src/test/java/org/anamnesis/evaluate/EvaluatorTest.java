package org.anamnesis.evaluate;

import static org.anamnesis.evaluate.Cases.category;
import static org.anamnesis.evaluate.Cases.number;
import static org.anamnesis.evaluate.Cases.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    /**
     * Two samples of 5,000 from one distribution: P(KS &gt; 0.051) &lt; 2·exp(−2·0.051²·2500) =
     * 5e-6 each, 20 seeds: 1e-4. The same shifted by 0.15 SD must lie beyond.
     */
    @Test
    void twoSamplesOfOnePopulationAreCloseAndAShiftedOneIsNot() {
        ForAll.seeds(
                20,
                seed -> {
                    Cases one = normal(seed, "one", 0);
                    Cases two = normal(seed, "two", 0);
                    Cases moved = normal(seed, "two", 0.15);
                    assertTrue(ks(one, two) < 0.051);
                    assertTrue(ks(moved, two) > 0.051, "twin: " + ks(moved, two));
                });
    }

    @Test
    void correlationsAreThoseOfTheFirstPatientsInWhateverBlocks() {
        Cases pairs = pairs(3000, 0.8);
        Correlations found = evaluate(pairs, pairs(2500, 0)).correlations().orElseThrow();
        assertEquals(3000, found.patients());
        assertEquals(List.of("sbp", "dbp"), found.fields());
        // Spearman of a bivariate normal: 6/π · asin(ρ/2); SE about 0.01
        assertEquals(6 / Math.PI * Math.asin(0.4), found.cohort().get(0).get(1), 0.05);
        assertEquals(0, found.reference().get(0).get(1), 0.1);
        assertEquals(1, found.largest().first());
        assertTrue(found.largest().difference() > 0.6);
    }

    @Test
    void categoriesAreMatchedByNameAndMedicationsCountThoseWhoTakeNone() {
        double nan = Double.NaN;
        Cases cohort =
                new Cases()
                        .with(
                                category("smoking", Field.Role.DEMOGRAPHIC, "never", "now"),
                                0,
                                0,
                                1,
                                nan)
                        .with(
                                category("ckd", Field.Role.CONDITION, "absent", "present"),
                                1,
                                0,
                                0,
                                0)
                        .with(
                                category("class:statin", Field.Role.MEDICATION, "a", "b"),
                                0,
                                nan,
                                nan,
                                1);
        Cases people =
                new Cases()
                        .with(category("smoking", Field.Role.DEMOGRAPHIC, "now", "never"), 0, 1)
                        .with(category("ckd", Field.Role.CONDITION, "no", "yes"), 1, 0)
                        .with(category("class:statin", Field.Role.MEDICATION, "b", "a"), nan, 1);
        Evaluation found = cohort.evaluate(cohort.spec(), Cases.background(people.table(3, 1)));
        CategoryFinding smoking = found.categories().get(0);
        assertEquals(List.of(2L, 1L), smoking.counts());
        assertEquals(1, smoking.missing());
        assertEquals(Optional.of(List.of(0.25, 0.75)), smoking.reference());
        assertEquals(Optional.of(List.of(0.25, 0.75)), found.categories().get(1).reference());
        assertEquals(Optional.of(List.of(0.25, 0.0)), found.categories().get(2).reference());
        assertEquals(0.25, found.categories().get(2).share(0), 1e-12);
    }

    @Test
    void ageBySexCountsEveryoneOnce() {
        Cases cohort =
                new Cases()
                        .with(number("age", Field.Role.DEMOGRAPHIC, "a", 0), 42, 44, 45, 101, 120)
                        .with(
                                category("sex", Field.Role.DEMOGRAPHIC, "female", "male"),
                                0,
                                1,
                                1,
                                1,
                                0);
        Pyramid found = cohort.evaluate(cohort.spec()).ageBySex().orElseThrow();
        assertEquals(40, found.bands().get(0));
        assertEquals(100, found.bands().get(found.bands().size() - 1));
        assertEquals(1, found.counts().get(1).get(0));
        assertEquals(5, found.counts().stream().flatMap(List::stream).mapToLong(n -> n).sum());
        assertEquals(
                1,
                found.reference().stream().flatMap(List::stream).mapToDouble(x -> x).sum(),
                1e-12);
    }

    @Test
    void publishedFiguresAndGuidelineTargetsAreHeldAgainstTheCohort() {
        Cases cohort =
                new Cases()
                        .with(observation("hba1c", "%", 1), 6.5, 6.9, 7.0, 8.0)
                        .with(observation("ldl", "mg/dL", 0), 69, 70, 71, 72)
                        .with(observation("alt", "U/L", 0), 5, 20, 40, 41);
        Evaluation found = cohort.evaluate(cohort.spec(), withEvidence(cohort));
        NumberFinding hba1c = found.numbers().get(0);
        assertEquals((7.1 - 7.34) / 1.69, hba1c.fromPublished().getAsDouble(), 1e-9);
        Band band = hba1c.band().orElseThrow();
        assertEquals(Band.Kind.GUIDELINE_TARGET, band.kind());
        assertEquals(6.9, band.range().high(), "below 7 at one digit");
        assertEquals(0.5, hba1c.cohortInBand().getAsDouble(), 1e-12);
        assertEquals(Confidence.READ, band.confidence());
        NumberFinding ldl = found.numbers().get(1);
        assertEquals(Confidence.RECALLED, ldl.band().orElseThrow().confidence());
        assertEquals(0.25, ldl.cohortInBand().getAsDouble(), 1e-12);
        NumberFinding alt = found.numbers().get(2);
        assertEquals(Band.Kind.REFERENCE_RANGE, alt.band().orElseThrow().kind());
        assertEquals(0.5, alt.cohortInBand().getAsDouble(), 1e-12);
        assertTrue(alt.published().isEmpty());
    }

    @Test
    void aSummaryOfHalfTheCohortIsRefused() {
        Cases five = pairs(5, 0);
        Cases four = pairs(4, 0);
        Background background = Cases.background(five.table());
        CohortSummary summary = four.summary(four.spec(), background);
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        Evaluator.evaluate(
                                five.spec(), five.header(), summary, background, Reality.UNKNOWN));
    }

    @Test
    void aColumnThatTheReferenceLacksStillHasItsPicture() {
        Cases cohort = pairs(1500, 0.5);
        Cases other = new Cases().with(observation("bmi", "kg/m2", 1), 20, 30);
        NumberFinding found = evaluate(cohort, other).numbers().get(0);
        assertTrue(found.reference().isEmpty());
        assertTrue(found.distance().isEmpty());
        assertTrue(found.cohort().shares().stream().mapToDouble(x -> x).sum() > 0.95);
    }

    @Test
    void whatASurveyFoundInOtherPeopleIsNoYardstick() {
        Field hba1c = observation("hba1c", "%", 1);
        for (String whose : List.of("t2dm_diagnosed", "US children")) {
            Field of =
                    new Field(
                            hba1c.name(),
                            hba1c.id(),
                            hba1c.label(),
                            hba1c.role(),
                            hba1c.unit(),
                            hba1c.decimals(),
                            hba1c.levels(),
                            hba1c.concept(),
                            hba1c.analysis(),
                            Provenance.of("learned", whose, "2011-Mar2020", List.of("nhanes")));
            Cases cohort = new Cases().with(of, 7, 8);
            NumberFinding found =
                    cohort.evaluate(cohort.spec(), withEvidence(cohort)).numbers().get(0);
            assertEquals(whose.equals("t2dm_diagnosed"), found.published().isPresent(), whose);
        }
    }

    private static Background withEvidence(Cases cohort) {
        var none = OptionalDouble.empty();
        Marginal marginal =
                new Marginal(
                        "hba1c",
                        "%",
                        OptionalLong.of(3305),
                        7.34,
                        OptionalDouble.of(1.69),
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        "normal",
                        "t2dm_diagnosed",
                        "all",
                        "2011-Mar2020",
                        "nhanes",
                        Confidence.COMPUTED);
        var evidence =
                new ConditionEvidence(
                        "type-2-diabetes",
                        Optional.empty(),
                        List.of(
                                new ConditionEvidence.Ranked(
                                        1, "hba1c", Optional.of(marginal), List.of())),
                        Optional.empty(),
                        List.of(),
                        List.of(
                                guideline("LDL < 70 mg/dL at 40-75 years", Confidence.RECALLED),
                                guideline("HbA1c < 7 % for many adults", Confidence.READ)));
        return new Background(
                cohort.table(),
                Optional.empty(),
                Optional.of(evidence),
                Map.of("alt", Cases.measurand("alt", "U/L", 0, 7, 40)));
    }

    private static Guideline guideline(String target, Confidence confidence) {
        return new Guideline(
                "Standards", "ADA", "2025", List.of(), List.of(target), "ada", confidence);
    }

    private static Evaluation evaluate(Cases cohort, Cases reference) {
        return cohort.evaluate(cohort.spec(), Cases.background(reference.table()));
    }

    private static double ks(Cases cohort, Cases reference) {
        return evaluate(cohort, reference).numbers().get(0).distance().orElseThrow();
    }

    private static Cases normal(long seed, String purpose, double shift) {
        double[] values =
                IntStream.range(0, 5000)
                        .mapToDouble(i -> 7 + gauss(seed, purpose, i) + shift)
                        .toArray();
        return new Cases().with(observation("hba1c", "%", 3), values);
    }

    private static Cases pairs(int n, double rho) {
        double[] a = IntStream.range(0, n).mapToDouble(i -> gauss(1, "a", i)).toArray();
        double[] b =
                IntStream.range(0, n)
                        .mapToDouble(i -> rho * a[i] + Math.sqrt(1 - rho * rho) * gauss(1, "b", i))
                        .toArray();
        return new Cases().with(observation("sbp", "x", 3), a).with(observation("dbp", "x", 3), b);
    }

    /** Box and Muller (1958). */
    private static double gauss(long seed, String purpose, int i) {
        long key = SeedTree.key(new SeedTree(seed).purpose(purpose), i);
        return Math.sqrt(-2 * Math.log(1 - SeedTree.uniform(key, 0)))
                * Math.cos(2 * Math.PI * SeedTree.uniform(key, 1));
    }
}
