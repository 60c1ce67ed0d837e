package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Finds columns whose value follows from the value of another: a code and its name. Both are
 * categories or numbers with few values.
 *
 * <p>Accident: two rows with the same value of the parent have the same value of the column as
 * often as any two rows. So a parent value with m rows speaks with m − 1 of them, and one with a
 * single row says nothing. p² candidates, one pass over the sample each, most left at the first
 * conflicts.
 */
final class LookupSearch {
    /** A table of more values is not a list of codes but an identifier. */
    private static final int MOST = 2_000;

    /**
     * Rows behind each entry of the table, as in the smallest leaf: an entry of fewer would say
     * something about them. Rows of other values must be so few that they may be left empty.
     */
    private static final int ROWS_PER_VALUE = 5;

    private static final double COVERED = 0.98;

    private final Probe probe;
    private final RuleGraph graph;

    LookupSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
    }

    List<KnownRule> find() {
        List<Integer> columns = new ArrayList<>();
        int[] distinct = new int[probe.table().variables().size()];
        for (int k = 0; k < distinct.length; k++) {
            distinct[k] = probe.distinct(k);
            if (distinct[k] >= 2
                    && distinct[k] <= MOST
                    && distinct[k] * ROWS_PER_VALUE <= probe.sample().rows()) {
                columns.add(k);
            }
        }
        List<KnownRule> found = new ArrayList<>();
        for (int target : columns) {
            for (int parent : columns) {
                // of two that follow from each other the later one is taken
                boolean parentFirst =
                        distinct[parent] > distinct[target]
                                || (distinct[parent] == distinct[target] && parent < target);
                if (target != parent && parentFirst) {
                    Optional<KnownRule> known = pair(target, parent, columns.size());
                    if (known.isPresent()) {
                        found.add(known.get());
                        break;
                    }
                }
            }
        }
        return found;
    }

    private Optional<KnownRule> pair(int target, int parent, double p) {
        Variable column = probe.variable(target);
        Variable from = probe.variable(parent);
        if (!graph.takes(column.name(), List.of(from.name()))
                || !follows(probe.sample(), target, parent)) {
            return Optional.empty();
        }
        Entries entries = Entries.of(probe.table(), target, parent);
        boolean two = entries.table.values().stream().distinct().count() >= 2;
        if (!two || entries.covered < COVERED * entries.rows) {
            return Optional.empty();
        }
        double alike = alike(probe.table().column(target));
        var rule = new LookupRule(column, from, entries.table);
        Optional<KnownRule> known =
                probe.known(
                        rule,
                        (checked, breaking) ->
                                Chance.atMost(breaking, checked - entries.table.size(), 1 - alike),
                        p * p);
        known.ifPresent(k -> graph.add(column.name(), List.of(from.name())));
        return known;
    }

    /** The rule that the user states, with the entries that enough rows speak for. */
    static LookupRule stated(Variable column, Variable parent, Table table) {
        return new LookupRule(
                column,
                parent,
                Entries.of(table, table.indexOf(column.name()), table.indexOf(parent.name()))
                        .table);
    }

    /**
     * The most frequent value for each value of the parent.
     *
     * @param covered rows that the table says right
     * @param rows rows with both values
     */
    private record Entries(Map<Double, Double> table, long covered, long rows) {
        static Entries of(Table table, int target, int parent) {
            Map<Double, Double> entries = new HashMap<>();
            long rows = 0;
            long covered = 0;
            for (var e : counts(table, target, parent).entrySet()) {
                var most =
                        e.getValue().entrySet().stream()
                                .max(
                                        Map.Entry.<Double, Integer>comparingByValue()
                                                .thenComparing(Map.Entry.comparingByKey()))
                                .orElseThrow();
                rows += e.getValue().values().stream().mapToInt(Integer::intValue).sum();
                if (most.getValue() >= ROWS_PER_VALUE) {
                    entries.put(e.getKey(), most.getKey());
                    covered += most.getValue();
                }
            }
            return new Entries(entries, covered, rows);
        }
    }

    private static boolean follows(Table sample, int target, int parent) {
        Map<Double, Map<Double, Integer>> counts = new HashMap<>();
        int rows = 0;
        int most = 0;
        for (int i = 0; i < sample.rows(); i++) {
            double from = sample.column(parent)[i];
            double to = sample.column(target)[i];
            if (!Double.isNaN(from) && !Double.isNaN(to)) {
                Map<Double, Integer> of = counts.computeIfAbsent(from + 0.0, f -> new HashMap<>());
                int before = of.values().stream().mapToInt(Integer::intValue).max().orElse(0);
                int now = of.merge(to + 0.0, 1, Integer::sum);
                rows++;
                most += now > before ? 1 : 0;
                // twice the share, and some more at the beginning
                if (rows - most > 2 * Probe.TYPING_ERRORS * rows + 3) {
                    return false;
                }
            }
        }
        return rows >= 2 * ROWS_PER_VALUE;
    }

    private static Map<Double, Map<Double, Integer>> counts(Table of, int target, int parent) {
        Map<Double, Map<Double, Integer>> counts = new HashMap<>();
        for (int i = 0; i < of.rows(); i++) {
            double from = of.column(parent)[i];
            double to = of.column(target)[i];
            if (!Double.isNaN(from) && !Double.isNaN(to)) {
                counts.computeIfAbsent(from + 0.0, f -> new HashMap<>())
                        .merge(to + 0.0, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Chance that two present values of a column are equal. */
    private static double alike(double[] column) {
        Map<Double, Integer> counts = new HashMap<>();
        double n = 0;
        for (double v : column) {
            if (!Double.isNaN(v)) {
                counts.merge(v + 0.0, 1, Integer::sum);
                n++;
            }
        }
        double sum = 0;
        for (int c : counts.values()) {
            sum += c / n * (c / n);
        }
        return sum;
    }
}
