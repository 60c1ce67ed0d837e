package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Beyond;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Overwrite;
import org.junit.jupiter.api.Test;

/** Overwritten values, asked correlations and relative means, counted in the patients. */
class OverwritesTest {
    private static final int COUNT = 4000;
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);
    private static final CohortSpec PLAIN =
            CohortSpec.DEFAULT.withCount(COUNT).withCondition(Optional.of("type-2-diabetes"));

    private static Map<String, double[]> made(CohortSpec spec) throws IOException {
        Cohort cohort = Generator.cohort(Planner.plan(spec, EVIDENCE, PEOPLE), 2);
        Map<String, List<Double>> values = new HashMap<>();
        cohort.forEachBlock(
                b -> {
                    for (int k = 0; k < cohort.header().fields().size(); k++) {
                        List<Double> all =
                                values.computeIfAbsent(
                                        cohort.header().fields().get(k).id(),
                                        id -> new ArrayList<>());
                        for (int i = 0; i < b.count(); i++) {
                            all.add(b.column(k)[i]);
                        }
                    }
                });
        Map<String, double[]> columns = new HashMap<>();
        values.forEach(
                (id, v) -> columns.put(id, v.stream().mapToDouble(Double::doubleValue).toArray()));
        return columns;
    }

    private static CohortSpec with(Overwrite... overwrites) {
        return PLAIN.withBeyond(Beyond.NOTHING.with(List.of(overwrites)));
    }

    private static long missing(double[] column) {
        return Arrays.stream(column).filter(Double::isNaN).count();
    }

    private static double mean(double[] column) {
        return Arrays.stream(column).filter(v -> !Double.isNaN(v)).average().orElseThrow();
    }

    @Test
    void aSetValueIsEverybodysAndWhatIsComputedFromItFollows() throws IOException {
        Map<String, double[]> people = made(with(new Overwrite.SetValue("creatinine", 2.0)));

        double[] egfr = people.get("egfr");
        for (int i = 0; i < COUNT; i++) {
            assertEquals(2.0, people.get("creatinine")[i]);
            boolean female = people.get("sex")[i] == 0;
            double expected = Formula.ckdEpi2021(2.0, people.get("age")[i], female);
            assertEquals(expected, egfr[i], 0.51);
        }
    }

    @Test
    void aSpreadIsMultipliedAboutTheMean() throws IOException {
        double[] before = made(PLAIN).get("sbp");
        double[] after = made(with(new Overwrite.Spread("sbp", 0.5))).get("sbp");

        assertEquals(mean(before), mean(after), 0.5);
        assertEquals(0.5, sd(after) / sd(before), 0.02);
    }

    private static double sd(double[] x) {
        double m = mean(x);
        return Math.sqrt(Arrays.stream(x).map(v -> (v - m) * (v - m)).average().orElseThrow());
    }

    @Test
    void theAskedShareIsMissingExactlyAndTheRestStays() throws IOException {
        Overwrite asked = new Overwrite.Missing("potassium", 5, Optional.empty());
        double[] before = made(PLAIN).get("potassium");
        double[] after = made(with(asked)).get("potassium");

        assertEquals(COUNT * 5 / 100, missing(after));
        for (int i = 0; i < COUNT; i++) {
            assertTrue(Double.isNaN(after[i]) || after[i] == before[i]);
        }
    }

    /** 4,000 patients: the share of 400 has a standard error of 0.5 points, a third 0.7 and 1.1. */
    @Test
    void thoseNamedLackTheValueTwiceAsOften() throws IOException {
        Criterion old = new Criterion.AgeBetween(65, 120);
        Map<String, double[]> people =
                made(with(new Overwrite.Missing("potassium", 10, Optional.of(old))));
        double[] potassium = people.get("potassium");
        double[] gone = new double[2];
        double[] all = new double[2];
        for (int i = 0; i < COUNT; i++) {
            int k = people.get("age")[i] >= 65 ? 1 : 0;
            all[k]++;
            gone[k] += Double.isNaN(potassium[i]) ? 1 : 0;
        }
        assertEquals(10, 100.0 * missing(potassium) / COUNT, 2);
        assertEquals(2, (gone[1] / all[1]) / (gone[0] / all[0]), 0.7);
    }

    @Test
    void outliersAreAsManyAsAskedAndFarOut() throws IOException {
        double[] before = made(PLAIN).get("creatinine");
        double[] after = made(with(new Overwrite.Outliers("creatinine", 2))).get("creatinine");
        long changed = 0;
        for (int i = 0; i < COUNT; i++) {
            changed += before[i] != after[i] ? 1 : 0;
        }
        assertEquals(COUNT * 2 / 100.0, (double) changed, 3); // a value may be as far out as before
    }

    @Test
    void aCorrelationIsAsAskedAndTheDistributionsStay() throws IOException {
        CohortSpec spec =
                PLAIN.withConstraints(List.of(new Constraint.Correlation("bmi", "sbp", 0.5)));
        Map<String, double[]> plain = made(PLAIN);
        Map<String, double[]> people = made(spec);

        assertEquals(0.5, spearman(people.get("bmi"), people.get("sbp")), 0.04);
        assertTrue(spearman(plain.get("bmi"), plain.get("sbp")) < 0.25, "the twin");
        assertEquals(mean(plain.get("sbp")), mean(people.get("sbp")), 1.5);
        assertEquals(mean(plain.get("bmi")), mean(people.get("bmi")), 0.5);
    }

    private static double spearman(double[] a, double[] b) {
        double[] x = ranks(a);
        double[] y = ranks(b);
        double mx = mean(x);
        double my = mean(y);
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my) / x.length;
        }
        return xy / sd(x) / sd(y);
    }

    private static double[] ranks(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Arrays.stream(x).map(v -> Arrays.binarySearch(sorted, v)).toArray();
    }

    @Test
    void aRelativeMeanIsRelativeToWhatItWouldBe() throws IOException {
        CohortSpec half =
                PLAIN.withConstraints(List.of(new Constraint.Shift("triglycerides", 0.7, 0)));
        double before = mean(made(PLAIN).get("triglycerides"));

        assertEquals(0.7 * before, mean(made(half).get("triglycerides")), 0.03 * before);
    }

    @Test
    void whatIsComputedCannotBeSet() {
        RequestException e =
                assertThrows(
                        RequestException.class,
                        () ->
                                Planner.plan(
                                        with(new Overwrite.SetValue("bmi", 30)), EVIDENCE, PEOPLE));

        assertEquals("plan.overwrite.computed", e.problems().get(0).code());
    }
}
