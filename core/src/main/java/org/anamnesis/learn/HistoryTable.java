package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
     * The table of a schema with a key. A column stays the same in a person if no person has two
     * values of it, a missing one among them.
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
            if (constant(table.column(k), coded.persons(), sorted)) {
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
     * Other rows of the same columns, taken apart in the same way; what should stay the same is
     * read in a person's first row.
     */
    public Histories likewise(Coded coded) {
        int[] sorted = sorted(coded);
        Table table = coded.table().columns(layout.columns().stream().map(Variable::name).toList());
        return apart(layout, table.rows(sorted), owners(coded, sorted));
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

    /** Rows person by person, each person's by the order; rows without it come last. */
    private static int[] sorted(Coded coded) {
        double[] order = coded.order().orElseGet(() -> new double[coded.persons().length]);
        return IntStream.range(0, coded.persons().length)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(i -> coded.persons()[i])
                                .thenComparingDouble(i -> order[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static boolean constant(double[] column, int[] person, int[] sorted) {
        for (int i = 1; i < sorted.length; i++) {
            if (person[sorted[i]] == person[sorted[i - 1]]
                    && Double.compare(column[sorted[i]], column[sorted[i - 1]]) != 0) {
                return false;
            }
        }
        return true;
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
        return new Histories(
                rows.rows(Arrays.copyOf(starts, persons)).columns(fixed),
                rows.columns(changing),
                starts,
                layout.order());
    }
}
