package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.Group;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/**
 * Figures of a group of the built-in population, counted on the same rows that cohorts are made
 * from.
 */
final class Counted {
    private final ReferencePopulation people;
    private final List<Problem> problems = new ArrayList<>();
    private final int[] rows;

    Counted(ReferencePopulation people, Optional<String> condition, List<Criterion> filters) {
        this.people = people;
        rows = Group.rows(people, condition, filters, problems);
    }

    long rows() {
        return rows.length;
    }

    List<Problem> problems() {
        return problems.isEmpty()
                ? List.of(
                        new Problem(
                                "ask.nobody",
                                "",
                                "nobody in the built-in population is like this",
                                "a wider group"))
                : List.copyOf(problems);
    }

    /** Why nothing could be counted, if something stood in the way. */
    Optional<String> why() {
        return problems.stream().map(Problem::message).findFirst();
    }

    /** How many people of the country the group stands for. */
    double residents() {
        return people.weight(rows);
    }

    /** When those were surveyed from whom the population was learned. */
    String years() {
        return people.period();
    }

    String about() {
        return people.about();
    }

    Optional<Double> statistic(Question.Statistic q) {
        if (rows.length == 0 || !people.has(q.observation()) || !problems.isEmpty()) {
            return Optional.empty();
        }
        double[] x = values(q.observation());
        double[] w = people.table(List.of(), rows).weights();
        return Optional.of(
                switch (q.kind()) {
                    case MEAN -> Weighted.mean(x, w);
                    case SD -> Weighted.sd(x, w);
                    case MEDIAN -> Weighted.quantile(x, w, 0.5);
                    case QUANTILE -> Weighted.quantile(x, w, q.quantile());
                });
    }

    /** Values of the group's rows. */
    private double[] values(String observation) {
        double[] all = people.column(observation);
        double[] x = new double[rows.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = all[rows[i]];
        }
        return x;
    }

    /** Spearman's correlation of two observations, over those of whom both are known. */
    Optional<Double> correlation(String first, String second) {
        if (rows.length == 0 || !people.has(first) || !people.has(second) || !problems.isEmpty()) {
            return Optional.empty();
        }
        double[] w = people.table(List.of(), rows).weights();
        double rho = Weighted.rankCorrelation(people.places(first), people.places(second), rows, w);
        return Double.isNaN(rho) ? Optional.empty() : Optional.of(rho);
    }

    /** Weighted share, in %, of those with a lower value. */
    Optional<Double> below(String observation, double value) {
        if (rows.length == 0 || !people.has(observation) || !problems.isEmpty()) {
            return Optional.empty();
        }
        double[] x = values(observation);
        double[] w = people.table(List.of(), rows).weights();
        for (int i = 0; i < x.length; i++) {
            x[i] = Double.isNaN(x[i]) ? x[i] : x[i] < value ? 100 : 0;
        }
        return Optional.of(Weighted.mean(x, w));
    }

    /** Weighted share, in %, of the group that meets all of some criteria. */
    Optional<Double> share(List<Criterion> what) {
        if (rows.length == 0 || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Group.share(people, rows, what, problems);
    }
}
