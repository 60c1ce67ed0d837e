package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A table with several rows a person, taken apart.
 *
 * @param layout of its columns
 * @param histories of its persons, in the order in which they first come
 */
public record HistoryTable(HistoryLayout layout, Histories histories) {
    /** Fewer steps from row to row would be learned by heart, like fewer rows of a table. */
    static final int LEAST_PAIRS = Profiler.LEAST_ROWS;

    public HistoryTable {
        requireNonNull(layout, "layout");
        requireNonNull(histories, "histories");
    }

    /**
     * The table of a schema with a key. What a person has most often is taken of a column that
     * stays the same in a person but for typing errors.
     *
     * @return empty if the schema has no key, if too few rows follow another of their person, or if
     *     nothing changes
     */
    public static Optional<HistoryTable> of(Coded coded, Schema schema) {
        if (schema.key().isEmpty()) {
            return Optional.empty();
        }
        Table table = coded.table();
        int[] sorted = sorted(coded);
        Set<String> fixed = new LinkedHashSet<>();
        for (int k = 0; k < table.variables().size(); k++) {
            if (stays(table.column(k), coded.persons(), sorted)) {
                fixed.add(table.variables().get(k).name());
            }
        }
        Optional<String> order =
                schema.order()
                        .filter(o -> table.has(o) && !fixed.contains(o))
                        .filter(o -> !table.variable(o).isCategory());
        var layout = HistoryLayout.of(table.variables(), fixed, dates(schema), order);
        if (layout.changing().isEmpty()) {
            return Optional.empty();
        }
        Histories histories = apart(layout, table.rows(sorted), owners(coded, sorted));
        return histories.pairs() < LEAST_PAIRS
                ? Optional.empty()
                : Optional.of(new HistoryTable(layout, histories));
    }

    /**
     * Other rows of the same columns, taken apart in the same way; of what should stay the same a
     * person's usual value is taken.
     */
    public Histories likewise(Coded coded) {
        int[] sorted = sorted(coded);
        Table table = coded.table().columns(layout.columns().stream().map(Variable::name).toList());
        return apart(layout, table.rows(sorted), owners(coded, sorted));
    }

    /**
     * Persons with the rows that a second table has of them.
     *
     * @param persons one row a person
     * @param rows of persons; whose key is not among the first has no place
     * @return empty if too few rows follow another of their person, or if nothing changes
     */
    public static Optional<HistoryTable> of(
            Coded persons, Schema schema, Coded rows, SecondTable second) {
        Table renamed = renamed(rows.table(), second.names(schema));
        int[] owner = owners(persons, rows);
        int[] sorted = sorted(owner, rows.order());
        Set<String> fixed = new LinkedHashSet<>();
        persons.table().variables().forEach(v -> fixed.add(v.name()));
        for (Variable v : renamed.variables()) {
            if (stays(renamed.column(v.name()), owner, sorted)) {
                fixed.add(v.name());
            }
        }
        Map<String, String> names = second.names(schema);
        Set<String> dates = new LinkedHashSet<>(dates(schema));
        dates(second.schema()).forEach(d -> dates.add(names.get(d)));
        Optional<String> order =
                second.schema()
                        .order()
                        .map(names::get)
                        .filter(o -> !fixed.contains(o))
                        .filter(o -> !renamed.variable(o).isCategory());
        var layout = HistoryLayout.of(second.columns(schema), fixed, dates, order);
        if (layout.changing().isEmpty()) {
            return Optional.empty();
        }
        Histories histories = joined(layout, persons.table(), renamed, owner, sorted);
        return histories.pairs() < LEAST_PAIRS
                ? Optional.empty()
                : Optional.of(new HistoryTable(layout, histories));
    }

    /** Other persons and rows of the same columns, joined in the same way. */
    public Histories likewise(Coded persons, Schema schema, Coded rows, SecondTable second) {
        int[] owner = owners(persons, rows);
        return joined(
                layout,
                persons.table(),
                renamed(rows.table(), second.names(schema)),
                owner,
                sorted(owner, rows.order()));
    }

    /** By row the number of its person, −1 if there is none. */
    private static int[] owners(Coded persons, Coded rows) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < persons.persons().length; i++) {
            place.put(persons.keys().get(persons.persons()[i]), i);
        }
        return Arrays.stream(rows.persons())
                .map(p -> place.getOrDefault(rows.keys().get(p), -1))
                .toArray();
    }

    private static Table renamed(Table rows, Map<String, String> names) {
        List<Variable> variables = new ArrayList<>();
        double[][] values = new double[rows.variables().size()][];
        for (int k = 0; k < values.length; k++) {
            Variable v = rows.variables().get(k);
            variables.add(new Variable(names.get(v.name()), v.unit(), v.decimals(), v.levels()));
            values[k] = rows.column(k);
        }
        return new Table(variables, values, rows.weights());
    }

    /** What stays the same of persons is theirs, of rows the usual of their rows. */
    private static Histories joined(
            HistoryLayout layout, Table persons, Table rows, int[] owner, int[] sorted) {
        int[] starts = new int[persons.rows() + 1];
        for (int i : sorted) {
            starts[owner[i] + 1]++;
        }
        for (int p = 0; p < persons.rows(); p++) {
            starts[p + 1] += starts[p];
        }
        Table inOrder = rows.rows(sorted);
        double[][] stay =
                layout.fixedColumns().stream()
                        .map(
                                v ->
                                        persons.has(v.name())
                                                ? persons.column(v.name())
                                                : usual(inOrder.column(v.name()), starts))
                        .toArray(double[][]::new);
        List<String> changing = layout.changing().stream().map(Variable::name).toList();
        return new Histories(
                new Table(layout.fixedColumns(), stay, persons.weights()),
                inOrder.columns(changing),
                starts,
                layout.order());
    }

    static Set<String> dates(Schema schema) {
        Set<String> dates = new LinkedHashSet<>();
        schema.learned().stream()
                .filter(c -> c.content() instanceof Content.Dates)
                .forEach(c -> dates.add(c.name()));
        return dates;
    }

    private static int[] owners(Coded coded, int[] sorted) {
        return Arrays.stream(sorted).map(i -> coded.persons()[i]).toArray();
    }

    private static int[] sorted(Coded coded) {
        return sorted(coded.persons(), coded.order());
    }

    /** Rows person by person, each person's by the order; rows without it come last. */
    private static int[] sorted(int[] owner, Optional<double[]> times) {
        double[] order = times.orElseGet(() -> new double[owner.length]);
        return IntStream.range(0, owner.length)
                .filter(i -> owner[i] >= 0)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(i -> owner[i])
                                .thenComparingDouble(i -> order[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * Whether a column stays the same in a person: neighbouring rows of a person differ no more
     * often than typing errors make them, measured by how often two rows of anybody differ, so that
     * a rare event is no typing error.
     */
    private static boolean stays(double[] column, int[] person, int[] sorted) {
        long pairs = 0;
        long differ = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (person[sorted[i]] == person[sorted[i - 1]]) {
                pairs++;
                differ += Double.compare(column[sorted[i]], column[sorted[i - 1]]) == 0 ? 0 : 1;
            }
        }
        return differ == 0 || differ <= Probe.TYPING_ERRORS * pairs * differing(column);
    }

    /** Share of pairs of rows that have different values. */
    private static double differing(double[] column) {
        Map<Double, Long> counts = new HashMap<>();
        for (double v : column) {
            counts.merge(v, 1L, Long::sum);
        }
        double same = 0;
        for (long c : counts.values()) {
            double share = c / (double) column.length;
            same += share * share;
        }
        return 1 - same;
    }

    /** What each person has most often, of equals the first; missing only if always missing. */
    static double[] usual(double[] column, int[] starts) {
        double[] usual = new double[starts.length - 1];
        for (int p = 0; p < usual.length; p++) {
            Map<Double, Integer> counts = new LinkedHashMap<>();
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                if (!Double.isNaN(column[i])) {
                    counts.merge(column[i], 1, Integer::sum);
                }
            }
            usual[p] = Double.NaN;
            int most = 0;
            for (Map.Entry<Double, Integer> e : counts.entrySet()) {
                if (e.getValue() > most) {
                    most = e.getValue();
                    usual[p] = e.getKey();
                }
            }
        }
        return usual;
    }

    /**
     * @param owner of each row, ascending without a gap from 0
     */
    private static Histories apart(HistoryLayout layout, Table rows, int[] owner) {
        int persons = owner.length == 0 ? 0 : owner[owner.length - 1] + 1;
        int[] starts = new int[persons + 1];
        for (int i = 0; i < owner.length; i++) {
            starts[owner[i] + 1] = i + 1;
        }
        List<String> fixed = layout.fixedColumns().stream().map(Variable::name).toList();
        List<String> changing = layout.changing().stream().map(Variable::name).toList();
        double[] ones = new double[persons];
        Arrays.fill(ones, 1);
        double[][] usual =
                fixed.stream().map(n -> usual(rows.column(n), starts)).toArray(double[][]::new);
        return new Histories(
                new Table(layout.fixedColumns(), usual, ones),
                rows.columns(changing),
                starts,
                layout.order());
    }
}
