package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Persons with the rows that follow each other in each of their lives.
 *
 * @param persons N rows of what stays the same in a person
 * @param rows n rows of what changes, person by person, each person's in order
 * @param starts N + 1 numbers: person i has the rows from {@code starts[i]} to before {@code
 *     starts[i + 1]}; none are possible
 * @param order the changing column by which rows follow each other, never falling within a person;
 *     empty if only their order in the table tells
 */
@SuppressWarnings("ArrayRecordComponent") // many persons, shared and never changed
public record Histories(Table persons, Table rows, int[] starts, Optional<String> order) {
    public Histories {
        requireNonNull(persons, "persons");
        requireNonNull(rows, "rows");
        requireNonNull(order, "order");
        if (starts.length != persons.rows() + 1
                || starts[0] != 0
                || starts[starts.length - 1] != rows.rows()) {
            throw new IllegalArgumentException("starts do not fit the tables");
        }
        order.ifPresent(rows::indexOf);
    }

    /** The same with one more column that stays the same in a person. */
    public Histories with(Variable variable, double[] ofPersons) {
        return new Histories(persons.with(variable, ofPersons), rows, starts, order);
    }

    /** Number of persons. */
    public int count() {
        return persons.rows();
    }

    /** Number of rows of a person. */
    public int length(int person) {
        return starts[person + 1] - starts[person];
    }

    /** Rows that follow another of the same person. */
    public int pairs() {
        int pairs = 0;
        for (int i = 0; i < count(); i++) {
            pairs += Math.max(0, length(i) - 1);
        }
        return pairs;
    }

    /** The person of each row. */
    public int[] owners() {
        int[] owner = new int[rows.rows()];
        for (int i = 0; i < count(); i++) {
            Arrays.fill(owner, starts[i], starts[i + 1], i);
        }
        return owner;
    }

    /** These persons, in this order, with their rows. */
    public Histories of(int[] chosen) {
        int[] begins = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            begins[i + 1] = begins[i] + length(chosen[i]);
        }
        int[] kept = new int[begins[chosen.length]];
        for (int i = 0; i < chosen.length; i++) {
            for (int t = 0; t < length(chosen[i]); t++) {
                kept[begins[i] + t] = starts[chosen[i]] + t;
            }
        }
        return new Histories(persons.rows(chosen), rows.rows(kept), begins, order);
    }

    /** One row a person: what stays, her first row (missing if she has none), and their number. */
    public Table firsts(HistoryLayout layout) {
        int[] first = new int[count()];
        Arrays.setAll(first, i -> length(i) > 0 ? starts[i] : -1);
        int[] self = new int[count()];
        Arrays.setAll(self, i -> i);
        return wide(layout, self, first);
    }

    /** One row a person as {@link #firsts}, but with these columns of her last row. */
    public Table firsts(HistoryLayout layout, Set<String> ofLast) {
        Table firsts = firsts(layout);
        double[][] values = new double[firsts.variables().size()][];
        for (int k = 0; k < values.length; k++) {
            String name = firsts.variables().get(k).name();
            values[k] = ofLast.contains(name) ? lasts(name) : firsts.column(k);
        }
        return new Table(firsts.variables(), values, firsts.weights());
    }

    private double[] lasts(String column) {
        double[] all = rows.column(column);
        return IntStream.range(0, count())
                .mapToDouble(i -> length(i) > 0 ? all[starts[i + 1] - 1] : Double.NaN)
                .toArray();
    }

    /**
     * All rows, each with what stays the same in its person and the number of her rows; a column
     * that persons have beside the layout's stands behind.
     */
    public Table joined(HistoryLayout layout) {
        int[] row = new int[rows.rows()];
        Arrays.setAll(row, i -> i);
        int[] owners = owners();
        Table wide = wide(layout, owners, row);
        for (Variable v : persons.variables()) {
            if (!wide.has(v.name())) {
                double[] of = persons.column(v.name());
                wide = wide.with(v, Arrays.stream(owners).mapToDouble(p -> of[p]).toArray());
            }
        }
        return wide;
    }

    private Table wide(HistoryLayout layout, int[] person, int[] row) {
        int n = person.length;
        List<double[]> values = new ArrayList<>();
        for (Variable v : layout.columns()) {
            boolean fixed = layout.fixed().contains(v.name());
            double[] from = (fixed ? persons : rows).column(v.name());
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                int at = fixed ? person[i] : row[i];
                column[i] = at < 0 ? Double.NaN : from[at];
            }
            values.add(column);
        }
        double[] lengths = new double[n];
        Arrays.setAll(lengths, i -> length(person[i]));
        values.add(lengths);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new Table(layout.variables(), values.toArray(double[][]::new), ones);
    }
}
