package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Constraint.Mean;
import org.anamnesis.spec.Constraint.Require;
import org.anamnesis.spec.Constraint.Share;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.Not;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Criterion.TakesMedication;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;
import org.junit.jupiter.api.Test;

/** Disjoint groups: exact sizes, each its own selection and targets, alike where they must be. */
class GroupsTest {
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);

    /** Means of groups that must be the same lie nearer than this at 2,000 patients, in SD. */
    private static final double ALIKE = 0.03;

    private static final CohortSpec DIABETES =
            CohortSpec.DEFAULT.withCount(2000).withCondition(Optional.of("type-2-diabetes"));

    private static final Criterion METFORMIN = new TakesMedication("metformin");
    private static final Criterion INSULIN = new TakesMedication("class:insulin");
    private static final Criterion CKD =
            new HasCondition("chronic-kidney-disease", Optional.empty());

    /** All columns of a cohort in memory. */
    @SuppressWarnings("ArrayRecordComponent") // one value a patient, never compared
    private record Made(CohortHeader header, double[][] columns) {
        static Made of(CohortSpec spec, int threads) {
            GenerationPlan plan = Planner.plan(spec, EVIDENCE, PEOPLE);
            Cohort cohort = Generator.cohort(plan, threads);
            int p = cohort.header().fields().size();
            double[][] all = new double[p][(int) spec.count()];
            try {
                cohort.forEachBlock(
                        block -> {
                            for (int k = 0; k < p; k++) {
                                System.arraycopy(
                                        block.column(k),
                                        0,
                                        all[k],
                                        (int) block.first(),
                                        block.count());
                            }
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Made(cohort.header(), all);
        }

        double[] get(String id) {
            return columns[header.indexOf(id)];
        }

        long size(int group) {
            return Arrays.stream(get("group")).filter(g -> g == group).count();
        }

        /** Values of one group. */
        double[] in(int group, String id) {
            double[] of = get("group");
            double[] x = get(id);
            return IntStream.range(0, x.length)
                    .filter(i -> of[i] == group)
                    .mapToDouble(i -> x[i])
                    .toArray();
        }

        double mean(int group, String id) {
            return Arrays.stream(in(group, id)).filter(x -> !Double.isNaN(x)).average().orElse(0);
        }

        double sd(int group, String id) {
            double mean = mean(group, id);
            return Math.sqrt(
                    Arrays.stream(in(group, id))
                            .map(x -> (x - mean) * (x - mean))
                            .average()
                            .orElse(0));
        }

        double share(int group, String id, double level) {
            double[] x = in(group, id);
            return Arrays.stream(x).filter(v -> v == level).count() / (double) x.length;
        }

        /** Distance of two groups' means in SD of the whole. */
        double apart(int a, int b, String id) {
            double[] all = get(id);
            double mean = Arrays.stream(all).average().orElse(0);
            double sd =
                    Math.sqrt(
                            Arrays.stream(all)
                                    .map(x -> (x - mean) * (x - mean))
                                    .average()
                                    .orElse(1));
            return Math.abs(mean(a, id) - mean(b, id)) / sd;
        }
    }

    private static CohortSpec in(CohortSpec spec, List<String> same, StudyGroup... groups) {
        return spec.withBeyond(spec.beyond().with(new Groups(List.of(groups), same)));
    }

    private static StudyGroup group(String name, double percent, Criterion... required) {
        return new StudyGroup(
                name,
                percent,
                Arrays.stream(required).map(c -> (Constraint) new Require(c)).toList());
    }

    private static CohortSpec drugs(List<String> same) {
        return in(DIABETES, same, group("metformin", 50, METFORMIN), group("insulin", 50, INSULIN));
    }

    @Test
    void groupsAreDisjointAndOfExactSize() {
        Made made = Made.of(drugs(List.of()), 2);
        assertEquals(1000, made.size(0));
        assertEquals(1000, made.size(1));
        assertTrue(Arrays.stream(made.in(0, "class:biguanide")).noneMatch(Double::isNaN));
        assertTrue(Arrays.stream(made.in(0, "class:insulin")).allMatch(Double::isNaN));
        assertTrue(Arrays.stream(made.in(1, "class:insulin")).noneMatch(Double::isNaN));
        assertTrue(Arrays.stream(made.in(1, "class:biguanide")).allMatch(Double::isNaN));
    }

    @Test
    void sizesFollowTheLargestRemainderWhereverTheyDoNotDivide() {
        Made made =
                Made.of(
                        in(
                                DIABETES.withCount(1001),
                                List.of(),
                                group("never", 100.0 / 3, smokes("never")),
                                group("former", 100.0 / 3, smokes("former")),
                                group("current", 100.0 / 3, smokes("current"))),
                        1);
        assertEquals(List.of(334L, 334L, 333L), List.of(made.size(0), made.size(1), made.size(2)));
        for (int g = 0; g < 3; g++) {
            assertEquals(1, made.share(g, "smoking", g));
        }
    }

    private static Criterion smokes(String level) {
        return new CategoryIn("smoking", List.of(level));
    }

    @Test
    void whatIsToBeTheSameIsTheSame() {
        Made made = Made.of(drugs(List.of("age", "sex", "bmi")), 2);
        assertTrue(made.apart(0, 1, "age") < ALIKE, "age " + made.apart(0, 1, "age"));
        assertTrue(made.apart(0, 1, "bmi") < ALIKE, "bmi " + made.apart(0, 1, "bmi"));
        assertEquals(made.share(0, "sex", 0), made.share(1, "sex", 0), 1.0 / 1000 + 1e-9);
        assertEquals(1, made.sd(0, "age") / made.sd(1, "age"), 0.05);
        for (double p : new double[] {0.2, 0.4, 0.6, 0.8}) {
            assertEquals(
                    quantile(made.in(0, "age"), p), quantile(made.in(1, "age"), p), 2.01, "" + p);
        }
    }

    /** The twin: by themselves these groups differ, so that the test above can fail. */
    @Test
    void groupsThatNobodyMatchedDiffer() {
        Made made = Made.of(cases(List.of()), 2);
        assertTrue(made.apart(0, 1, "age") > 10 * ALIKE, "age " + made.apart(0, 1, "age"));
        Made matched = Made.of(cases(List.of("age", "sex")), 2);
        assertTrue(matched.apart(0, 1, "age") < ALIKE, "age " + matched.apart(0, 1, "age"));
        assertEquals(1.0 / 3, matched.size(0) / 2000.0, 1e-3);
        assertEquals(matched.share(0, "sex", 0), matched.share(1, "sex", 0), 1.0 / matched.size(0));
    }

    private static CohortSpec cases(List<String> same) {
        return in(
                CohortSpec.DEFAULT.withCount(2000),
                same,
                group("cases", 100.0 / 3, CKD),
                group("controls", 200.0 / 3, new Not(CKD)));
    }

    /** Controls are matched to the cases, who are few, rather than cases to the many. */
    @Test
    void theRarerGroupIsChangedLess() {
        double alone = Made.of(cases(List.of()), 2).mean(0, "age");
        double others = Made.of(cases(List.of()), 2).mean(1, "age");
        double matched = Made.of(cases(List.of("age")), 2).mean(0, "age");
        assertTrue(
                Math.abs(matched - alone) < Math.abs(matched - others),
                alone + " " + matched + " " + others);
    }

    @Test
    void eachGroupMeetsItsOwnTargets() {
        CohortSpec spec =
                in(
                        DIABETES.withConstraints(List.of(new Share(female(), 60))),
                        List.of("age"),
                        new StudyGroup("treatment", 50, List.of(new Mean("hba1c", 9))),
                        new StudyGroup(
                                "control",
                                50,
                                List.of(new Mean("hba1c", 7.5), new Share(smokes("current"), 10))));
        Made made = Made.of(spec, 2);
        assertEquals(9, made.mean(0, "hba1c"), ALIKE * made.sd(0, "hba1c"));
        assertEquals(7.5, made.mean(1, "hba1c"), ALIKE * made.sd(1, "hba1c"));
        assertEquals(0.1, made.share(1, "smoking", 2), 1e-9);
        assertEquals(
                1200, Arrays.stream(made.get("sex")).filter(s -> s == 0).count(), "60 % of all");
        assertTrue(made.apart(0, 1, "age") < ALIKE, "age " + made.apart(0, 1, "age"));
    }

    private static Criterion female() {
        return new CategoryIn("sex", List.of("female"));
    }

    @Test
    void patientsInNoneOfTheGroupsAreTheRest() {
        Made made =
                Made.of(
                        in(
                                DIABETES,
                                List.of(),
                                group("metformin", 50, METFORMIN),
                                group("insulin", 30, INSULIN)),
                        2);
        assertEquals(List.of("metformin", "insulin", "rest"), levels(made));
        assertEquals(400, made.size(2));
        assertTrue(Arrays.stream(made.in(2, "class:insulin")).allMatch(Double::isNaN));
    }

    /** The survey tells only the class; which of its drugs a patient takes is the group's. */
    @Test
    void twoDrugsOfOneClassAreTwoGroups() {
        Made made =
                Made.of(
                        in(
                                DIABETES,
                                List.of(),
                                group("glipizide", 40, new TakesMedication("glipizide")),
                                group("glimepiride", 40, new TakesMedication("glimepiride"))),
                        2);
        List<String> drugs =
                made.header().fields().get(made.header().indexOf("class:sulfonylurea")).levels();
        int first = drugs.indexOf("glipizide");
        int second = drugs.indexOf("glimepiride");
        assertTrue(Arrays.stream(made.in(0, "class:sulfonylurea")).allMatch(d -> d == first));
        assertTrue(Arrays.stream(made.in(1, "class:sulfonylurea")).allMatch(d -> d == second));
        assertTrue(Arrays.stream(made.in(2, "class:sulfonylurea")).allMatch(Double::isNaN));
    }

    private static List<String> levels(Made made) {
        return made.header().fields().get(made.header().indexOf("group")).levels();
    }

    @Test
    void thePatientsAreTheSameForAnyNumberOfThreads() {
        CohortSpec spec = drugs(List.of("age", "sex"));
        Made one = Made.of(spec, 1);
        Made three = Made.of(spec, 3);
        for (int k = 0; k < one.columns().length; k++) {
            assertArrayEquals(one.columns()[k], three.columns()[k]);
        }
    }

    @Test
    void groupsThatShareNoAgeCannotHaveTheSame() {
        CohortSpec spec =
                in(
                        CohortSpec.DEFAULT,
                        List.of("bmi"),
                        group("thin", 50, bmi(15, 22)),
                        group("heavy", 50, bmi(30, 60)));
        RequestException e =
                assertThrows(RequestException.class, () -> Planner.plan(spec, EVIDENCE, PEOPLE));
        Problem p = e.problems().get(0);
        assertEquals("plan.groups.apart", p.code());
        assertTrue(p.where().contains("thin 15") && p.where().contains("heavy 30"), p.where());
    }

    private static Criterion bmi(double low, double high) {
        return new ObservationWithin("bmi", new QuantityRange(low, high, "kg/m2"));
    }

    @Test
    void aGroupThatNobodyCanBeInNamesWhatExcludesWhat() {
        CohortSpec spec =
                in(
                        DIABETES.withConstraints(List.of(new Require(new AgeBetween(18, 60)))),
                        List.of(),
                        group("old", 50, new AgeBetween(70, 80)),
                        group("young", 50, new AgeBetween(18, 40)));
        RequestException e =
                assertThrows(RequestException.class, () -> Planner.plan(spec, EVIDENCE, PEOPLE));
        assertTrue(e.problems().get(0).where().startsWith("group old"), e.getMessage());
    }

    @Test
    void aMeanThatAGroupCannotHaveComesWithTheNearest() {
        CohortSpec spec =
                in(
                        DIABETES,
                        List.of(),
                        new StudyGroup("a", 50, List.of(new Mean("hba1c", 30))),
                        new StudyGroup("b", 50, List.of()));
        RequestException e =
                assertThrows(RequestException.class, () -> Planner.plan(spec, EVIDENCE, PEOPLE));
        assertTrue(e.problems().get(0).where().contains("group a"), e.getMessage());
        assertTrue(e.problems().get(0).suggestion().contains("best near"), e.getMessage());
    }

    private static double quantile(double[] x, double p) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[(int) (p * (sorted.length - 1))];
    }
}
