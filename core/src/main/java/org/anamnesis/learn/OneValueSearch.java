package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anamnesis.table.Variable;

/**
 * Finds numbers that have one value for some people: no pack-years of who never smoked, no dose
 * without a treatment. Some are those of a level of a category, or of one value of another number.
 *
 * <p>Accident: they would differ from that value as often as all others do. p² candidates, each one
 * pass over the sample.
 */
final class OneValueSearch {
    /** So many of the people would have another value if they were like the others. */
    private static final double EXPECTED = 20;

    /** Share of the rows that a number has at one value to be asked whether it decides. */
    private static final double HEAP = 0.05;

    private static final int MOST_LEVELS = 60;

    private final Probe probe;
    private final RuleGraph graph;

    OneValueSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int column : probe.varied(probe.numbers(), 3)) {
            String name = probe.variable(column).name();
            for (int parent = 0; parent < probe.table().variables().size(); parent++) {
                if (parent != column
                        && !graph.derived(name)
                        && !graph.reaches(probe.variable(parent).name(), name)) {
                    of(column, parent).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Rows of one answer of the parent, by value of the column. */
    private Map<Double, Map<Double, Integer>> counted(int column, int parent) {
        double[] of = probe.sample().column(parent);
        double[] values = probe.sample().column(column);
        Map<Double, Map<Double, Integer>> rows = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            if (!Double.isNaN(of[i] + values[i])) {
                rows.computeIfAbsent(of[i] + 0.0, a -> new HashMap<>())
                        .merge(values[i] + 0.0, 1, Integer::sum);
            }
        }
        return rows;
    }

    private Optional<KnownRule> of(int column, int parent) {
        Variable decides = probe.variable(parent);
        if (decides.isCategory() && decides.levels().size() > MOST_LEVELS) {
            return Optional.empty();
        }
        Map<Double, Map<Double, Integer>> rows = counted(column, parent);
        int all = rows.values().stream().mapToInt(OneValueSearch::sum).sum();
        if (!decides.isCategory()) {
            rows.values().removeIf(answer -> sum(answer) < HEAP * all);
        }
        // the value that most answers have alone
        Map<Double, Integer> alone = new HashMap<>();
        rows.values().forEach(a -> only(a).ifPresent(v -> alone.merge(v, sum(a), Integer::sum)));
        return alone.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue())
                .flatMap(best -> of(column, parent, best.getKey(), rows, all));
    }

    private Optional<KnownRule> of(
            int column, int parent, double value, Map<Double, Map<Double, Integer>> rows, int all) {
        Set<Double> answers =
                rows.entrySet().stream()
                        .filter(e -> only(e.getValue()).filter(v -> v == value).isPresent())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        int inside = answers.stream().mapToInt(a -> sum(rows.get(a))).sum();
        double[] values = probe.sample().column(column);
        double[] of = probe.sample().column(parent);
        int others = 0;
        int differ = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(of[i] + values[i]) && !answers.contains(of[i] + 0.0)) {
                others++;
                differ += values[i] == value ? 0 : 1;
            }
        }
        double share = differ / (double) Math.max(1, others);
        if (differ < EXPECTED || share * inside < EXPECTED || inside + others < all) {
            return Optional.empty();
        }
        try {
            String text = text(column, parent, value, answers);
            var read = StatedRuleReader.read(text, probe.table().variables());
            if (!(read instanceof StatedRuleReader.Read.Whole whole)) {
                return Optional.empty();
            }
            double p = probe.table().variables().size();
            return probe.known(
                    whole.rule(),
                    (checked, breaking) ->
                            Chance.atMost(
                                    breaking, Math.round((double) checked * inside / all), share),
                    p * p);
        } catch (NotARuleException e) {
            return Optional.empty(); // a name or level that no rule can say
        }
    }

    private String text(int column, int parent, double value, Set<Double> answers) {
        Variable decides = probe.variable(parent);
        String name = RuleWords.quoted(decides.name());
        List<String> not = new ArrayList<>();
        for (double answer : answers) {
            String level = Values.text(decides, answer);
            not.add(name + " != " + (decides.isCategory() ? RuleWords.value(level) : level));
        }
        String others = String.join(" and ", not);
        return "%s = %s or %s"
                .formatted(
                        RuleWords.quoted(probe.variable(column).name()),
                        RuleExpression.number(value),
                        not.size() > 1 ? "(" + others + ")" : others);
    }

    private static int sum(Map<Double, Integer> rows) {
        return rows.values().stream().mapToInt(n -> n).sum();
    }

    /** The one value of these rows, but for typing errors; none if there are several. */
    private static Optional<Double> only(Map<Double, Integer> rows) {
        int all = sum(rows);
        return rows.entrySet().stream()
                .filter(e -> all - e.getValue() <= Probe.errors(all))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
