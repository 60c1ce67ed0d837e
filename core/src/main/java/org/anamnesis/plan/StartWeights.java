package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;

/**
 * How often each row that meets the wishes starts a patient, so that asked shares and means come
 * out.
 *
 * @param rows rows that meet every wish
 * @param weights one per row of {@code rows}
 * @param shares tests whose share was asked for
 * @param means observations whose mean was asked for
 * @param divergence Kullback–Leibler divergence of the targets in nats; 0 without targets
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never changed
record StartWeights(
        int[] rows,
        double[] weights,
        List<GenerationPlan.SharedTest> shares,
        List<String> means,
        double divergence) {
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
        List<GenerationPlan.SharedTest> shares = shares(asked.shares(), people, targets, remarks);
        List<String> means = means(asked.means(), people, targets, remarks);
        for (Constraint.Correlation c : asked.correlations()) {
            if (people.has(c.first()) && people.has(c.second()) && !shaped.test(c)) {
                targets.correlation(c);
                List.of(c.first(), c.second()).stream()
                        .filter(id -> !means.contains(id))
                        .forEach(means::add);
            } else {
                remarks.problems()
                        .add(
                                new Problem(
                                        "plan.correlation.nodata",
                                        Words.of(c),
                                        "these two are not known of the same people here",
                                        "two observations that the survey measured"));
            }
        }
        PublishedAges.target(condition.orElse(""), evidence, targets, remarks);
        remarks.stopAtProblems();
        double[] weights = people.table(List.of(), rows).weights();
        if (targets.isEmpty()) {
            return new StartWeights(rows, weights, shares, means, 0);
        }
        EntropyBalance.Balanced balanced = targets.balance(weights);
        remarks.stopAtProblems();
        return new StartWeights(rows, balanced.weights(), shares, means, balanced.divergence());
    }

    private static List<GenerationPlan.SharedTest> shares(
            List<Constraint.Share> asked,
            ReferencePopulation people,
            Shares targets,
            Remarks remarks) {
        List<GenerationPlan.SharedTest> shares = new ArrayList<>();
        var criteria = new Criteria(people, remarks.problems());
        for (Constraint.Share share : asked) {
            Optional<RowTest> test = share.criterion().match(criteria);
            test.ifPresent(
                    t -> {
                        targets.share(Words.of(share.criterion()), t, share.percent());
                        shares.add(new GenerationPlan.SharedTest(t, share.percent()));
                    });
        }
        return shares;
    }

    private static List<String> means(
            List<Constraint.Mean> asked,
            ReferencePopulation people,
            Shares targets,
            Remarks remarks) {
        List<String> means = new ArrayList<>();
        for (Constraint.Mean mean : asked) {
            String id = mean.observation();
            if (people.has(id)) {
                targets.mean(Words.name(id), id, mean.value());
                means.add(id);
            } else {
                remarks.problems()
                        .add(
                                new Problem(
                                        "plan.mean.nodata",
                                        Words.of(mean),
                                        "no figure of this observation is known here",
                                        "leave it out"));
            }
        }
        return means;
    }

    /** Weighted mean of a column of the population, over those who have a value. */
    double mean(double[] column) {
        return overKnown(column, Weighted::mean);
    }

    /** Weighted standard deviation of the same. */
    double sd(double[] column) {
        return overKnown(column, Weighted::sd);
    }

    private double overKnown(double[] column, ToDoubleBiFunction<double[], double[]> figure) {
        double[] values = new double[rows.length];
        double[] of = new double[rows.length];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            double value = column[rows[i]];
            if (!Double.isNaN(value)) {
                values[n] = value;
                of[n++] = weights[i];
            }
        }
        return figure.applyAsDouble(Arrays.copyOf(values, n), Arrays.copyOf(of, n));
    }

    /** Kish's effective number of rows. */
    double effectiveRows() {
        return Weighted.effectiveRows(weights);
    }

    /** One weight per row learned from; 0 for those that do not meet the wishes. */
    double[] among(int[] learned) {
        Map<Integer, Double> of = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            of.put(rows[i], weights[i]);
        }
        return Arrays.stream(learned).mapToDouble(r -> of.getOrDefault(r, 0.0)).toArray();
    }
}
