package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;

/**
 * A user's table as engines see it.
 *
 * @param table n rows of the learned columns, weight 1 each
 * @param persons n numbers of persons, from 0 in the order in which they first come
 * @param keys of the persons, by number, as the table writes them; empty if it has no key
 * @param order n values by which a person's rows follow each other; empty if there is no such
 *     column
 * @param notes what was lost on the way, a sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, shared and never changed
public record Coded(
        Table table,
        int[] persons,
        List<String> keys,
        Optional<double[]> order,
        List<String> notes) {
    public Coded {
        keys = List.copyOf(keys);
        notes = List.copyOf(notes);
    }

    /** Of some rows whose each is. */
    public int[] persons(int[] rows) {
        return Arrays.stream(rows).map(r -> persons[r]).toArray();
    }

    /** Reads the cells by a schema of the same columns. */
    public static Coded of(SourceTable source, Schema schema) {
        List<double[]> values = new ArrayList<>();
        List<String> notes = new ArrayList<>(source.notes());
        Optional<double[]> order = Optional.empty();
        Persons persons = Persons.each(source.rows());
        List<String> keys = List.of();
        for (int k = 0; k < schema.columns().size(); k++) {
            ColumnSchema c = schema.columns().get(k);
            if (c.learned()) {
                double[] column = ColumnReader.values(source, k, c);
                values.add(column);
                lost(source.column(k), c, column).ifPresent(notes::add);
            }
            if (schema.order().equals(Optional.of(c.name()))) {
                order = Optional.of(ColumnReader.values(source, k, c));
            }
            if (schema.key().equals(Optional.of(c.name()))) {
                persons = Persons.by(source, k);
                keys = persons.keys(source.column(k));
            }
        }
        double[] weights = new double[source.rows()];
        Arrays.fill(weights, 1);
        var table = new Table(schema.variables(), values.toArray(double[][]::new), weights);
        return new Coded(table, persons.of(), keys, order, notes);
    }

    /** The rows with these indices, ascending; persons are numbered anew. */
    public Coded rows(int[] chosen) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<String> kept = new ArrayList<>();
        int[] person = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int old = persons[chosen[i]];
            Integer known = numbers.putIfAbsent(old, numbers.size());
            person[i] = known == null ? numbers.size() - 1 : known;
            if (known == null && !keys.isEmpty()) {
                kept.add(keys.get(old));
            }
        }
        Optional<double[]> times =
                order.map(o -> Arrays.stream(chosen).mapToDouble(i -> o[i]).toArray());
        return new Coded(table.rows(chosen), person, kept, times, notes);
    }

    /** These columns, in this order. */
    public Coded columns(List<String> names) {
        return new Coded(table.columns(names), persons, keys, order, notes);
    }

    /** Says how many cells held something that the schema has no place for. */
    private static Optional<String> lost(TextColumn column, ColumnSchema c, double[] values) {
        Cells cells = Cells.of(column, c.missing());
        long lost =
                IntStream.range(0, values.length)
                        .filter(i -> Double.isNaN(values[i]) && cells.has(column.code(i)))
                        .count();
        return lost == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%s: %,d cell%s no %s by the schema and became missing.",
                                c.name(),
                                lost,
                                lost == 1 ? " was" : "s were",
                                c.content().kind()));
    }
}
