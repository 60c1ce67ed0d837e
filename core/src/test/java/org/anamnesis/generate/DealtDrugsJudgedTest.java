package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.evaluate.Adherence.Verdict;
import org.anamnesis.evaluate.Background;
import org.anamnesis.evaluate.CohortSummary;
import org.anamnesis.evaluate.Evaluator;
import org.anamnesis.evaluate.Reality;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedDeal;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Constraint.Share;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.TakesMedication;
import org.anamnesis.table.Table;
import org.anamnesis.testkit.ForAll;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Dealt drugs, judged by who does not know how they were dealt. */
class DealtDrugsJudgedTest {
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);

    /** Chance of a false alarm should seed or algorithm change. */
    private static final double ALPHA = 1e-6;

    private static final Criterion ETANERCEPT = new TakesMedication("etanercept");

    private static CohortSpec arthritis(long patients, Constraint... asked) {
        return CohortSpec.DEFAULT
                .withCount(patients)
                .withCondition(Optional.of("rheumatoid-arthritis"))
                .withConstraints(List.of(asked));
    }

    private static GenerationPlan plan(CohortSpec spec) {
        return Planner.plan(spec, Evidence.bundled(), PEOPLE);
    }

    /** Verdicts on what one specification asks, of a cohort that was made for another one. */
    private static List<Verdict> verdicts(CohortSpec asked, CohortSpec made) throws IOException {
        Cohort cohort = Generator.cohort(plan(made), 2);
        var background =
                new Background(
                        new Table(List.of(), new double[0][], new double[] {1}),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of());
        var summary = new CohortSummary(asked, cohort.header(), background);
        cohort.forEachBlock(summary);
        return Evaluator.evaluate(asked, cohort.header(), summary, background, Reality.UNKNOWN)
                .adherence()
                .stream()
                .filter(a -> a.what().contains("etanercept"))
                .map(a -> a.verdict())
                .toList();
    }

    @Test
    void aShareIsMetAndAnotherOneIsCaught() throws IOException {
        CohortSpec half = arthritis(1500, new Share(ETANERCEPT, 50));
        CohortSpec fewer = arthritis(1500, new Share(ETANERCEPT, 49.9));

        assertEquals(List.of(Verdict.MET), verdicts(half, half));
        assertEquals(List.of(Verdict.NOT_MET), verdicts(half, fewer));
    }

    @Test
    void nobodyMeansNobody() throws IOException {
        CohortSpec nobody = arthritis(300, new Constraint.Require(new Criterion.Not(ETANERCEPT)));
        CohortSpec one = arthritis(300, new Share(ETANERCEPT, 0.4));

        assertNotEquals(List.of(Verdict.NOT_MET), verdicts(nobody, nobody));
        assertEquals(List.of(Verdict.NOT_MET), verdicts(nobody, one));
    }

    /** Shares of women among those who take it and those who do not, two-sided. */
    @Test
    void whoTakesItGoesWithNothing() throws IOException {
        GenerationPlan plan = plan(arthritis(20_000, new Share(ETANERCEPT, 40)));
        Cohort cohort = Generator.cohort(plan, 2);
        int sex = cohort.header().indexOf("sex");
        int drug = cohort.header().indexOf("class:bdmard");
        long[][] count = new long[2][2];
        cohort.forEachBlock(
                block -> {
                    for (int i = 0; i < block.count(); i++) {
                        int takes = Double.isNaN(block.column(drug)[i]) ? 0 : 1;
                        count[takes][(int) block.column(sex)[i]]++;
                    }
                });

        assertEquals(8000, count[1][0] + count[1][1]);
        assertTrue(pValue(count) > ALPHA);
        long[][] tied = {{count[0][0] - 600, count[0][1] + 600}, count[1]};
        assertTrue(pValue(tied) < ALPHA, "five points more of one sex are caught");
    }

    private static double pValue(long[][] count) {
        double n0 = count[0][0] + count[0][1];
        double n1 = count[1][0] + count[1][1];
        double p = (count[0][0] + count[1][0]) / (n0 + n1);
        double se = Math.sqrt(p * (1 - p) * (1 / n0 + 1 / n1));
        double z = (count[0][0] / n0 - count[1][0] / n1) / se;
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }

    @Test
    void shareCountsAddUp() {
        ForAll.seeds(
                200,
                seed -> {
                    int options = 1 + (int) (5 * SeedTree.uniform(seed, 0));
                    double left = 100;
                    List<PlannedDeal.Option> all = new ArrayList<>();
                    for (int k = 0; k < options; k++) {
                        double percent =
                                k == options - 1 ? left : left * SeedTree.uniform(seed, k + 1);
                        left -= percent;
                        var drug = new GenerationPlan.Ingredients(List.of("d" + k), List.of(1.0));
                        all.add(new PlannedDeal.Option("class:x", drug, percent));
                    }
                    long patients = 1 + (long) (5000 * SeedTree.uniform(seed, 9));
                    long[] counts = new PlannedDeal.Scope(all, true).counts(patients);

                    assertEquals(patients, LongStream.of(counts).sum());
                    for (int k = 0; k < options; k++) {
                        double exact = all.get(k).percent() / 100 * patients;
                        assertTrue(Math.abs(counts[k] - exact) < 1 + 1e-6);
                    }
                });
    }
}
