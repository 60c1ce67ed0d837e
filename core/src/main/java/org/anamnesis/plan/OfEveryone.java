package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * Targets of the whole cohort.
 *
 * @param shares tests whose share was asked for
 * @param means observations whose mean was asked for
 */
record OfEveryone(List<GenerationPlan.SharedTest> shares, List<String> means) {
    /**
     * Adds asked shares, means and correlations, and published ages where no row has the condition.
     */
    static OfEveryone added(
            Shares targets,
            SortedConstraints asked,
            Predicate<Constraint.Correlation> shaped,
            Optional<String> condition,
            ReferencePopulation people,
            ConditionEvidence evidence,
            Remarks remarks) {
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
        return new OfEveryone(shares, means);
    }

    private static List<GenerationPlan.SharedTest> shares(
            List<Constraint.Share> asked,
            ReferencePopulation people,
            Shares targets,
            Remarks remarks) {
        List<GenerationPlan.SharedTest> shares = new ArrayList<>();
        var criteria = new Criteria(people, remarks.problems());
        Map<RowTest, List<Constraint.Share>> classes = new LinkedHashMap<>();
        for (Constraint.Share share : asked) {
            Optional<RowTest> test = share.criterion().match(criteria);
            if (test.isPresent() && oneOfSeveral(share)) {
                classes.computeIfAbsent(test.get(), t -> new ArrayList<>()).add(share);
            } else if (test.isPresent()) {
                add(List.of(share), test.get(), targets, shares);
            }
        }
        classes.forEach((test, drugs) -> add(drugs, test, targets, shares));
        return shares;
    }

    /** A patient takes one drug of a class: their shares add up to that of the class. */
    private static void add(
            List<Constraint.Share> drugs,
            RowTest test,
            Shares targets,
            List<GenerationPlan.SharedTest> shares) {
        double percent = drugs.stream().mapToDouble(Constraint.Share::percent).sum();
        String words =
                drugs.stream()
                        .map(d -> Words.of(d.criterion()))
                        .collect(Collectors.joining(" or "));
        targets.share(words, test, percent);
        shares.add(new GenerationPlan.SharedTest(test, percent));
    }

    private static boolean oneOfSeveral(Constraint.Share share) {
        return share.criterion() instanceof Criterion.TakesMedication t
                && DrugColumns.oneOfSeveral(t.medication());
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
}
