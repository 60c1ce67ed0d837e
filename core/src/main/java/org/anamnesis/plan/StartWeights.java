package org.anamnesis.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.Weighted;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * How often each row that meets the wishes starts a patient, so that asked shares and means come
 * out.
 *
 * @param rows rows that meet every wish
 * @param weights one per row of {@code rows}
 * @param shares tests whose share was asked for
 * @param means observations whose mean was asked for
 * @param divergence Kullback–Leibler divergence of the targets in nats; 0 without targets
 * @param groups disjoint groups, each with weights of its own, one per row of {@code rows}
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never changed
record StartWeights(
        int[] rows,
        double[] weights,
        List<GenerationPlan.SharedTest> shares,
        List<String> means,
        double divergence,
        List<PlannedGroup> groups) {
    /**
     * Weights by the asked shares, means and correlations, and by published ages where no row has
     * the condition.
     */
    static StartWeights of(
            int[] rows,
            SortedConstraints asked,
            Predicate<Constraint.Correlation> shaped,
            Optional<String> condition,
            ReferencePopulation people,
            ConditionEvidence evidence,
            Remarks remarks) {
        var targets = new Shares(people, rows, remarks.problems());
        OfEveryone everyone =
                OfEveryone.added(targets, asked, shaped, condition, people, evidence, remarks);
        boolean known = knownByDrug(condition) && drugs(asked.shares());
        remarks.withoutData(known);
        remarks.stopAtProblems();
        if (targets.isEmpty()) {
            double[] weights = people.table(List.of(), rows).weights();
            return new StartWeights(
                    rows, weights, everyone.shares(), everyone.means(), 0, List.of());
        }
        EntropyBalance.Balanced balanced = targets.balance();
        remarks.withoutData(known);
        remarks.stopAtProblems();
        return new StartWeights(
                rows,
                balanced.weights(),
                everyone.shares(),
                everyone.means(),
                balanced.divergence(),
                List.of());
    }

    /** Whom the survey does not ask about the condition is told by a drug, so that all take it. */
    static boolean knownByDrug(Optional<String> condition) {
        return condition.flatMap(ConditionRows::of).filter(ConditionRows::isProxy).isPresent();
    }

    private static boolean drugs(List<Constraint.Share> shares) {
        return shares.stream().anyMatch(s -> s.criterion() instanceof Criterion.TakesMedication);
    }

    /** Weighted mean of a column of the population, over those who have a value. */
    double mean(double[] column) {
        return spread(column).mean();
    }

    /** Weighted standard deviation of the same. */
    double sd(double[] column) {
        return spread(column).sd();
    }

    Weighted.Spread spread(double[] column) {
        return Weighted.among(rows, column, weights);
    }

    /** Kish's effective number of rows; of the group that has the fewest, if there are groups. */
    double effectiveRows() {
        return groups.stream()
                .mapToDouble(PlannedGroup::effectiveRows)
                .min()
                .orElseGet(() -> Weighted.effectiveRows(weights));
    }

    /** Fewest rows that start patients of one group, or of the cohort. */
    int fewestRows() {
        return groups.stream().mapToInt(PlannedGroup::rows).min().orElse(rows.length);
    }

    /** The groups with a weight per row learned from. */
    List<PlannedGroup> groupsAmong(int[] learned) {
        return groups.stream()
                .map(g -> g.withStartWeights(among(learned, g.startWeights())))
                .toList();
    }

    /** One weight per row learned from; 0 for those that do not meet the wishes. */
    double[] among(int[] learned) {
        return among(learned, weights);
    }

    private double[] among(int[] learned, double[] own) {
        Map<Integer, Double> of = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            of.put(rows[i], own[i]);
        }
        return Arrays.stream(learned).mapToDouble(r -> of.getOrDefault(r, 0.0)).toArray();
    }
}
