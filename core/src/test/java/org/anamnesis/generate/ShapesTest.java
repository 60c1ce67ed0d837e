package org.anamnesis.generate;

import static org.anamnesis.generate.MadeCohorts.made;
import static org.anamnesis.generate.MadeCohorts.mean;
import static org.anamnesis.generate.MadeCohorts.quantile;
import static org.anamnesis.generate.MadeCohorts.sd;
import static org.anamnesis.generate.MadeCohorts.skewness;
import static org.anamnesis.generate.MadeCohorts.spearman;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.Formula;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Beyond;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Overwrite;
import org.junit.jupiter.api.Test;

/** Other forms of distributions, in files of 2,000: ranks stay, and mean and SD. */
class ShapesTest {
    private static final int COUNT = 2000;
    private static final CohortSpec PLAIN =
            CohortSpec.DEFAULT
                    .withCondition(Optional.of("type-2-diabetes"))
                    .withCount(COUNT)
                    .withSeed(6)
                    .withObservations(
                            new ObservationChoice(
                                    0,
                                    List.of(
                                            "hba1c",
                                            "glucose_fasting",
                                            "ldl",
                                            "hdl",
                                            "triglycerides",
                                            "total_chol"),
                                    List.of()));

    private static CohortSpec with(Overwrite... overwrites) {
        return PLAIN.withBeyond(Beyond.NOTHING.with(List.of(overwrites)));
    }

    private static Overwrite shaped(String observation, Form form) {
        return new Overwrite.Shaped(observation, form);
    }

    /** The ranks come from all people asked of, the file is a sample: 0.07 SD is three errors. */
    private static void assertKept(double[] before, double[] after) {
        assertEquals(mean(before), mean(after), 0.07 * sd(before));
        assertEquals(1, sd(after) / sd(before), 0.1);
    }

    @Test
    void aComputedValueIsReachedByItsParentAndStaysComputed() throws IOException {
        Map<String, double[]> before = made(PLAIN);
        Map<String, double[]> after = made(with(shaped("ldl", Form.LOGNORMAL)));

        assertKept(before.get("ldl"), after.get("ldl"));
        double cv = sd(after.get("ldl")) / mean(after.get("ldl"));
        assertEquals(3 * cv + cv * cv * cv, skewness(after.get("ldl")), 0.25);
        assertTrue(spearman(before.get("ldl"), after.get("ldl")) > 0.99, "ranks stay");
        for (int i = 0; i < COUNT; i++) {
            double friedewald =
                    Formula.ldlFriedewald(
                            after.get("total_chol")[i],
                            after.get("hdl")[i],
                            after.get("triglycerides")[i]);
            assertEquals(Math.rint(friedewald), after.get("ldl")[i], 0.51);
            assertEquals(before.get("hdl")[i], after.get("hdl")[i]);
        }
    }

    @Test
    void normalMeansNoSkewness() throws IOException {
        Map<String, double[]> before = made(PLAIN);
        Map<String, double[]> after = made(with(shaped("hba1c", Form.NORMAL)));

        assertTrue(skewness(before.get("hba1c")) > 1, "the twin: it was skewed");
        assertEquals(0, skewness(after.get("hba1c")), 0.2);
        assertKept(before.get("hba1c"), after.get("hba1c"));
        double linked = spearman(before.get("hba1c"), before.get("glucose_fasting"));
        assertEquals(linked, spearman(after.get("hba1c"), after.get("glucose_fasting")), 0.03);
    }

    @Test
    void moreAndLessSkewed() throws IOException {
        double before = skewness(made(PLAIN).get("hdl"));
        double more = skewness(made(with(new Overwrite.Skewed("hdl", 2))).get("hdl"));
        double less = skewness(made(with(new Overwrite.Skewed("hdl", 0.3))).get("hdl"));

        assertTrue(more > 1.5 * before, before + " " + more);
        assertTrue(less < 0.6 * before, before + " " + less);
    }

    @Test
    void uniformWithinAskedLimitsFillsThem() throws IOException {
        var range = new Criterion.ObservationWithin("hba1c", new QuantityRange(7, 10, "%"));
        CohortSpec spec =
                with(shaped("hba1c", Form.UNIFORM))
                        .withConstraints(List.of(new Constraint.Require(range)));
        double[] hba1c = made(spec).get("hba1c");

        assertTrue(Arrays.stream(hba1c).allMatch(v -> v >= 7 && v <= 10));
        assertEquals(7.75, quantile(hba1c, 0.25), 0.15);
        assertEquals(9.25, quantile(hba1c, 0.75), 0.15);
    }

    @Test
    void agesAreAsEvenAsAskedAndSoAreTheirSpreads() throws IOException {
        var ages = new Constraint.Require(new Criterion.AgeBetween(40, 60));
        double[] even =
                made(with(shaped("age", Form.UNIFORM)).withConstraints(List.of(ages))).get("age");
        double[] normal =
                made(with(new Overwrite.Deviation("age", 8))
                                .withConstraints(List.of(new Constraint.Mean("age", 60))))
                        .get("age");

        assertEquals(50, mean(even), 0.4);
        assertEquals(6.06, sd(even), 0.25);
        assertEquals(60, mean(normal), 0.24);
        assertEquals(8, sd(normal), 0.4);
    }

    /** No normal distribution cut off at 80 has this mean and SD; the people's own ages can. */
    @Test
    void oldAgesThatNoNormalDistributionHasAreNearThoseOfThePeople() throws IOException {
        double[] ages =
                made(with(new Overwrite.Deviation("age", 12))
                                .withConstraints(List.of(new Constraint.Mean("age", 68))))
                        .get("age");

        assertEquals(68, mean(ages), 0.24);
        assertEquals(12, sd(ages), 0.4);
        assertTrue(Arrays.stream(ages).allMatch(a -> a >= 18 && a <= 80));
    }

    @Test
    void anSdIsMet() throws IOException {
        double[] hba1c = made(with(new Overwrite.Deviation("hba1c", 0.9))).get("hba1c");

        assertEquals(0.9, sd(hba1c), 0.06);
    }

    @Test
    void aFormThatCannotBeIsAProblem() {
        var e =
                assertThrows(
                        RequestException.class,
                        () -> made(with(shaped("triglycerides", Form.UNIFORM))));

        assertEquals("plan.shape.impossible", e.problems().get(0).code());
    }

    /** No row of the survey has an ejection fraction: the published figure is weighed. */
    @Test
    void sharesOfWhatOnlyAFigureTellsAreMetToThePatient() throws IOException {
        var reduced =
                new Criterion.ObservationWithin(
                        "lvef", new QuantityRange(Double.NEGATIVE_INFINITY, 40, "%"));
        var preserved =
                new Criterion.ObservationWithin(
                        "lvef", new QuantityRange(50, Double.POSITIVE_INFINITY, "%"));
        CohortSpec spec =
                CohortSpec.DEFAULT
                        .withCondition(Optional.of("heart-failure"))
                        .withCount(1500)
                        .withObservations(new ObservationChoice(0, List.of("lvef"), List.of()))
                        .withConstraints(
                                List.of(
                                        new Constraint.Share(reduced, 55),
                                        new Constraint.Share(preserved, 45)));

        double[] lvef = made(spec).get("lvef");

        assertEquals(825, Arrays.stream(lvef).filter(x -> x <= 40).count());
        assertEquals(675, Arrays.stream(lvef).filter(x -> x >= 50).count());
    }
}
