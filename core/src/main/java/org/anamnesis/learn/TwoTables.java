package org.anamnesis.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * A table of persons and a table of their rows, joined by a key: patients and visits.
 *
 * @param persons each person once
 * @param rows none, one or several of each person
 * @param key name of the column that both have
 */
public record TwoTables(SourceTable persons, SourceTable rows, String key) {
    /** Ends of the names of files of delimited text. */
    private static final List<String> ENDS = List.of(".csv", ".tsv", ".csv.gz", ".tsv.gz");

    /** The two files of a folder that holds two tables and no more, and is none of our own. */
    public static Optional<List<Path>> in(Path folder) {
        if (!Files.isDirectory(folder) || OwnFolder.is(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tables =
                    files.filter(Files::isRegularFile).filter(TwoTables::isTable).sorted().toList();
            return tables.size() == 2 ? Optional.of(tables) : Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s could not be looked at (%s).".formatted(folder, ModelTarget.reason(e)), e);
        }
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDS.stream().anyMatch(name::endsWith);
    }

    /**
     * @param files of the two tables, in any order: persons are where each key stands once
     * @param key name of the column that joins them; found if empty
     * @param seed of the sample of a large table
     * @throws RequestException with every fault of the files, and if no column joins them
     */
    public static TwoTables read(List<Path> files, Optional<String> key, long seed) {
        SourceTable a = SourceTable.read(files.get(0), seed);
        SourceTable b = SourceTable.read(files.get(1), seed);
        var remarks = new Remarks();
        for (SourceTable t : List.of(a, b)) {
            if (t.rows() < t.rowsInFile()) {
                remarks.problem(
                        "tables.large",
                        t.name(),
                        "Of two tables each must be read whole, and this one has %,d rows, of which %,d fit."
                                .formatted(t.rowsInFile(), t.rows()),
                        "both tables of a sample of the persons");
            }
        }
        remarks.check();
        String joined = key.map(k -> named(a, b, k)).orElseGet(() -> found(a, b));
        boolean first = once(a, joined);
        if (!first && !once(b, joined)) {
            throw wrong(
                    joined,
                    "In both tables some persons have several rows, or none is named.",
                    "a table with one row a person, and another with their rows");
        }
        return first ? new TwoTables(a, b, joined) : new TwoTables(b, a, joined);
    }

    private static String named(SourceTable a, SourceTable b, String key) {
        for (SourceTable t : List.of(a, b)) {
            if (!t.names().contains(key)) {
                throw wrong(
                        key,
                        t.name() + " has no such column.",
                        sameName(a, b).orElse("one of " + String.join(", ", common(a, b))));
            }
        }
        return key;
    }

    private static List<String> common(SourceTable a, SourceTable b) {
        return a.names().stream().filter(b.names()::contains).toList();
    }

    private static String found(SourceTable a, SourceTable b) {
        List<String> may = new ArrayList<>();
        for (String name : common(a, b)) {
            if (once(a, name) ? within(b, a, name) : once(b, name) && within(a, b, name)) {
                may.add(name);
            }
        }
        List<String> persons = may.stream().filter(Keys::isPerson).toList();
        List<String> left = persons.isEmpty() ? may : persons;
        if (left.isEmpty() || left.size() > 1) {
            throw wrong(
                    a.name() + ", " + b.name(),
                    left.isEmpty()
                            ? "No column of one table names its rows and is in the other too."
                            : "Several columns could join the tables: "
                                    + String.join(", ", left)
                                    + ".",
                    (left.isEmpty() ? sameName(a, b) : Optional.<String>empty())
                            .orElse(
                                    "--key COLUMN, the name of the column that says whose a row is"));
        }
        return left.get(0);
    }

    /**
     * What to do where a key has two names, as "id" of the persons and "patient_id" of the rows.
     */
    private static Optional<String> sameName(SourceTable a, SourceTable b) {
        for (SourceTable persons : List.of(a, b)) {
            SourceTable rows = persons == a ? b : a;
            for (String one : persons.names()) {
                for (String many : once(persons, one) ? rows.names() : List.<String>of()) {
                    boolean named = Keys.isPerson(one) || Keys.isPerson(many);
                    if (named && !one.equals(many) && within(rows, persons, one, many)) {
                        return Optional.of(
                                "the column %s of %s called %s, as in %s: its entries are there"
                                        .formatted(one, persons.name(), many, rows.name()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether each row has an entry of its own. */
    private static boolean once(SourceTable table, String name) {
        TextColumn c = table.column(table.names().indexOf(name));
        return !c.overflowed() && c.distinct() == c.size() && texts(table, name).size() == c.size();
    }

    /** Whether most entries of one table are in the other: a key, not a word of both. */
    private static boolean within(SourceTable rows, SourceTable persons, String name) {
        return within(rows, persons, name, name);
    }

    private static boolean within(
            SourceTable rows, SourceTable persons, String inPersons, String inRows) {
        Set<String> of = texts(rows, inRows);
        Set<String> all = texts(persons, inPersons);
        return 2 * of.stream().filter(all::contains).count() > of.size();
    }

    private static Set<String> texts(SourceTable table, String name) {
        TextColumn c = table.column(table.names().indexOf(name));
        Set<String> texts = new HashSet<>();
        for (int code = 0; code < c.distinct(); code++) {
            if (!MissingMarks.isMark(c.text(code))) {
                texts.add(c.text(code));
            }
        }
        return texts;
    }

    /** Rows of the person who has most of them. */
    public int mostRows() {
        int k = rows.names().indexOf(key);
        return Arrays.stream(Cells.of(rows.column(k), List.of()).counts()).max().orElse(0);
    }

    /**
     * The schemas of persons and of rows as they are found.
     *
     * @throws RequestException if there is too little to learn
     */
    public List<Schema> schemas() {
        List<Schema> both = List.of(Profiler.found(persons, key), Profiler.found(rows, key));
        check(both);
        return both;
    }

    /**
     * @throws RequestException if there is too little to learn by these schemas
     */
    public void check(List<Schema> schemas) {
        var remarks = new Remarks();
        if (persons.rows() < Profiler.LEAST_ROWS) {
            remarks.problem(
                    "table.persons.few",
                    persons.name(),
                    "The table has %d persons; below %d a model would know them by heart."
                            .formatted(persons.rows(), Profiler.LEAST_ROWS),
                    "a table of at least %d persons".formatted(Profiler.LEAST_ROWS));
        }
        for (int t = 0; t < 2; t++) {
            SourceTable table = t == 0 ? persons : rows;
            if (!schemas.get(t).key().equals(Optional.of(key))) {
                remarks.problem(
                        "schema.key",
                        table.name(),
                        "The schema does not say that %s is the key.".formatted(key),
                        "\"kind\": \"key\" for %s in both tables".formatted(key));
            }
        }
        if (schemas.get(1).learned().isEmpty()) {
            remarks.problem(
                    "table.columns.few",
                    rows.name(),
                    "No column of the rows can be learned.",
                    "a table with numbers, categories or dates; persons alone are one table");
        }
        remarks.check();
    }

    private static RequestException wrong(String where, String what, String suggestion) {
        return new RequestException(
                List.of(new Problem("tables.key", Remarks.shown(where), what, suggestion)));
    }
}
