package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.RequestException;

/** Finds out what the columns of a user's table are. */
public final class Profiler {
    /**
     * Rows below which nothing is learned: a holdout of a fifth would have fewer than ten, too few
     * to tell whether a model has learned people by heart.
     */
    public static final int LEAST_ROWS = 50;

    private Profiler() {}

    /**
     * The schema of a table as it is found; for the user to see and correct.
     *
     * @throws RequestException if there is too little to learn
     */
    public static Schema schema(SourceTable table) {
        Schema schema = found(table, Persons.of(table));
        check(table, schema);
        return schema;
    }

    /** The schema of a table whose key is known, as it is found and unchecked. */
    static Schema found(SourceTable table, String key) {
        return found(table, Persons.by(table, table.names().indexOf(key)));
    }

    private static Schema found(SourceTable table, Persons persons) {
        List<ColumnSchema> columns = new ArrayList<>();
        for (int k = 0; k < table.names().size(); k++) {
            columns.add(new ColumnProfile(table, k, persons).schema());
        }
        return new Schema(
                columns, table.separator(), persons.key(), order(table, columns, persons));
    }

    /**
     * The schema of a table with a key that the user named.
     *
     * @throws RequestException if it is no column, or there is too little to learn
     */
    public static Schema schema(SourceTable table, String key) {
        if (!table.names().contains(key)) {
            var remarks = new Remarks();
            remarks.problem(
                    "table.key",
                    key,
                    "There is no such column.",
                    "the name of a column, as the header has it");
            remarks.check();
        }
        Schema schema = found(table, key);
        check(table, schema);
        return schema;
    }

    private static Optional<String> order(
            SourceTable table, List<ColumnSchema> columns, Persons persons) {
        if (persons.key().isEmpty()) {
            return Optional.empty();
        }
        List<double[]> values = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            ColumnSchema c = columns.get(k);
            boolean ordered =
                    c.content() instanceof Content.Numbers
                            || c.content() instanceof Content.Dates
                            || (c.content() instanceof Content.Identifier
                                    && Keys.isOrder(c.name()));
            values.add(ordered ? ColumnReader.values(table, k, c) : new double[0]);
        }
        return persons.order(table.names(), values);
    }

    /**
     * @throws RequestException if the table has too few rows or columns to be learned by this
     *     schema
     */
    public static void check(SourceTable table, Schema schema) {
        var remarks = new Remarks();
        if (table.rows() < LEAST_ROWS) {
            remarks.problem(
                    "table.rows.few",
                    table.name(),
                    "The table has %d row%s; below %d a model would know its people by heart."
                            .formatted(table.rows(), table.rows() == 1 ? "" : "s", LEAST_ROWS),
                    "a table of at least %d rows".formatted(LEAST_ROWS));
        }
        persons(table, schema, remarks);
        int learned = schema.learned().size();
        if (learned < 2) {
            String dropped =
                    String.join(
                            "; ",
                            schema.columns().stream()
                                    .filter(c -> !c.learned())
                                    .limit(5)
                                    .map(c -> c.name() + ": " + String.join(" ", c.why()))
                                    .toList());
            remarks.problem(
                    "table.columns.few",
                    table.name(),
                    (learned == 0
                                    ? "No column can be learned."
                                    : "Only the column %s can be learned, and one column alone hangs together with nothing."
                                            .formatted(schema.learned().get(0).name()))
                            + (dropped.isEmpty() ? "" : " Left out: " + dropped),
                    "a table of two columns or more with numbers, categories or dates");
        }
        remarks.check();
    }

    /** Several rows of few persons are few persons. */
    private static void persons(SourceTable table, Schema schema, Remarks remarks) {
        int key = schema.key().map(table.names()::indexOf).orElse(-1);
        int persons = key < 0 ? table.rows() : Persons.by(table, key).count();
        if (persons < LEAST_ROWS && table.rows() >= LEAST_ROWS) {
            remarks.problem(
                    "table.persons.few",
                    schema.key().orElse(""),
                    "The table has %,d rows of %d persons; below %d a model would know them by heart."
                            .formatted(table.rows(), persons, LEAST_ROWS),
                    "a table of at least %d persons, or another kind for the column if it does not name persons"
                            .formatted(LEAST_ROWS));
        }
    }
}
