package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.table.Variable;

/**
 * Which columns of a table with several rows a person stay the same in a person.
 *
 * @param columns all that are learned, in the table's order
 * @param fixed names of those that stay the same in every person, in the table's order
 * @param dates names of those that are dates, in days
 * @param order name of the changing one by which a person's rows follow each other
 * @param count name of the column that is added: the number of a person's rows
 */
public record HistoryLayout(
        List<Variable> columns,
        Set<String> fixed,
        Set<String> dates,
        Optional<String> order,
        String count) {
    private static final String COUNT = "rows_of_person";

    public HistoryLayout {
        columns = List.copyOf(columns);
        fixed = Collections.unmodifiableSet(new LinkedHashSet<>(fixed));
        dates = Collections.unmodifiableSet(new LinkedHashSet<>(dates));
        requireNonNull(order, "order");
        requireNonNull(count, "count");
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(v -> names.add(v.name()));
        if (!names.containsAll(fixed)
                || !names.containsAll(dates)
                || names.contains(count)
                || order.filter(o -> !names.contains(o)).isPresent()
                || order.filter(fixed::contains).isPresent()
                || names.size() < columns.size()) {
            throw new IllegalArgumentException("fixed %s, order %s".formatted(fixed, order));
        }
    }

    static HistoryLayout of(
            List<Variable> columns, Set<String> fixed, Set<String> dates, Optional<String> order) {
        String count = COUNT;
        while (named(columns, count)) {
            count += "_";
        }
        return new HistoryLayout(columns, fixed, dates, order, count);
    }

    private static boolean named(List<Variable> columns, String name) {
        return columns.stream().anyMatch(v -> v.name().equals(name));
    }

    /** All columns and behind them the number of the person's rows. */
    public List<Variable> variables() {
        List<Variable> all = new ArrayList<>(columns);
        all.add(Variable.number(count, "", 0));
        return all;
    }

    /** Those that stay the same in a person. */
    public List<Variable> fixedColumns() {
        return columns.stream().filter(v -> fixed.contains(v.name())).toList();
    }

    /** Those that may change from row to row. */
    public List<Variable> changing() {
        return columns.stream().filter(v -> !fixed.contains(v.name())).toList();
    }
}
