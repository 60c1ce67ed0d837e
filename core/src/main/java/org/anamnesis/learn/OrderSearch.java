package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Finds pairs of numbers of which one is never above the other.
 *
 * <p>Accident: the two belong to different people. Then the share of rows in the wrong order is P(A
 * > B) of the two distributions, known without drawing, and the rule must be broken much less often
 * than that. Pairs that hardly overlap (age and height) never say enough. p² candidates with one
 * pass over the sample each, and one over two sorted columns.
 */
final class OrderSearch {
    /** Breaks are typing errors only if they are this much rarer than by accident. */
    private static final double RARER = 0.02;

    private final Probe probe;
    private final RuleGraph graph;
    private final List<Integer> columns;
    private final double[][] sorted;

    OrderSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        this.columns = probe.varied(probe.numbers(), 3);
        this.sorted = new double[columns.size()][];
        for (int a = 0; a < sorted.length; a++) {
            double[] present =
                    Arrays.stream(probe.sample().column(columns.get(a)))
                            .filter(v -> !Double.isNaN(v))
                            .toArray();
            Arrays.sort(present);
            sorted[a] = present;
        }
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = 0; b < columns.size(); b++) {
                if (a != b && comparable(columns.get(a), columns.get(b))) {
                    pair(a, b).ifPresent(found::add);
                }
            }
        }
        return direct(found);
    }

    /** Same unit as far as known, and neither computed from the other. */
    private boolean comparable(int a, int b) {
        Variable first = probe.variable(a);
        Variable second = probe.variable(b);
        return (first.unit().isEmpty()
                        || second.unit().isEmpty()
                        || first.unit().equals(second.unit()))
                && !graph.reaches(first.name(), second.name())
                && !graph.reaches(second.name(), first.name());
    }

    private Optional<KnownRule> pair(int a, int b) {
        double byAccident = above(sorted[a], sorted[b]);
        Table sample = probe.sample();
        double[] lower = sample.column(columns.get(a));
        double[] upper = sample.column(columns.get(b));
        int allowed = Probe.errors(sample.rows()) + 1;
        int breaks = 0;
        for (int i = 0; i < lower.length && breaks <= allowed; i++) {
            breaks += lower[i] > upper[i] ? 1 : 0;
        }
        if (byAccident == 0 || breaks > allowed) {
            return Optional.empty();
        }
        boolean ties = ties(columns.get(a), columns.get(b));
        var rule =
                new OrderRule(
                        probe.variable(columns.get(a)).name(),
                        probe.variable(columns.get(b)).name(),
                        !ties);
        double p = columns.size();
        return probe.known(
                rule,
                (checked, breaking) ->
                        breaking > RARER * byAccident * checked
                                ? 0
                                : Chance.atMost(breaking, checked, byAccident),
                p * p);
    }

    private boolean ties(int a, int b) {
        double[] first = probe.table().column(a);
        double[] second = probe.table().column(b);
        for (int i = 0; i < first.length; i++) {
            if (first[i] == second[i]) {
                return true;
            }
        }
        return false;
    }

    /** P(A > B) of two independent draws from sorted values. */
    private static double above(double[] a, double[] b) {
        double pairs = 0;
        int below = 0;
        for (double v : a) {
            while (below < b.length && b[below] < v) {
                below++;
            }
            pairs += below;
        }
        return a.length == 0 || b.length == 0 ? 0 : pairs / ((double) a.length * b.length);
    }

    /** Without those that follow from two others: A ≤ B and B ≤ C say A ≤ C. */
    private static List<KnownRule> direct(List<KnownRule> found) {
        List<OrderRule> all = found.stream().map(k -> (OrderRule) k.rule()).toList();
        return found.stream()
                .filter(
                        k -> {
                            OrderRule r = (OrderRule) k.rule();
                            return all.stream()
                                    .noneMatch(
                                            x ->
                                                    x.lower().equals(r.lower())
                                                            && all.stream()
                                                                    .anyMatch(
                                                                            y -> follows(x, y, r)));
                        })
                .toList();
    }

    private static boolean follows(OrderRule first, OrderRule second, OrderRule whole) {
        return first.upper().equals(second.lower())
                && second.upper().equals(whole.upper())
                && (!whole.strict() || first.strict() || second.strict());
    }
}
