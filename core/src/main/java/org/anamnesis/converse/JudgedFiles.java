package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.evaluate.Course;
import org.anamnesis.evaluate.JudgedCourses;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryLayout;
import org.anamnesis.learn.HistoryTable;
import org.anamnesis.learn.PersonTable;
import org.anamnesis.learn.Profiler;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;

/**
 * Three files of one kind of table, read by the schema of the first: columns may stand in another
 * order, and those that are not learned may be absent.
 */
final class JudgedFiles {
    private static final int LISTED = 10;

    private final Schema schema;
    private final List<String> names;
    private final JudgedTables tables;
    private final Optional<JudgedCourses> courses;
    private final List<String> notes;

    JudgedFiles(
            Schema schema,
            List<String> names,
            JudgedTables tables,
            Optional<JudgedCourses> courses,
            List<String> notes) {
        this.schema = schema;
        this.names = names;
        this.tables = tables;
        this.courses = courses;
        this.notes = notes;
    }

    /**
     * @throws RequestException with every problem of the three files
     */
    static JudgedFiles read(EvaluateRequest request) {
        if (JudgedPairs.are(request)) {
            return JudgedPairs.read(request);
        }
        SourceTable train = SourceTable.read(request.real(), request.seed());
        Schema schema =
                request.schema().isPresent()
                        ? SchemaFile.read(request.schema().get(), train)
                        : Profiler.schema(train);
        List<String> names = schema.learned().stream().map(ColumnSchema::name).toList();
        List<Problem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Coded> tables = new ArrayList<>();
        Path[] files = {request.real(), request.holdout(), request.synthetic()};
        String[] options = {"--real", "--holdout", "--synthetic"};
        List<String> needed = new ArrayList<>(names);
        schema.key().ifPresent(needed::add);
        Set<String> trained = new HashSet<>();
        for (int t = 0; t < 3; t++) {
            SourceTable source =
                    t == 0 ? train : SourceTable.read(files[t], request.seed()).with(needed);
            check(source, needed, options[t], problems);
            if (problems.isEmpty()) {
                Coded coded = Coded.of(source, as(schema, source));
                String option = options[t];
                coded.notes().forEach(n -> notes.add(option + ": " + n));
                if (t == 0) {
                    trained.addAll(coded.keys());
                    trained.remove("");
                }
                tables.add(t == 1 ? strangers(coded, trained, schema, notes, problems) : coded);
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        Optional<JudgedCourses> courses = courses(tables, schema, problems);
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        if (courses.isEmpty()) {
            schema.key().ifPresent(k -> notes.add(persons(k)));
        }
        List<Table> rows = tables.stream().map(c -> c.table().columns(names)).toList();
        return new JudgedFiles(
                schema,
                names,
                new JudgedTables(
                        rows.get(0),
                        rows.get(1),
                        rows.get(2),
                        tables.get(0).persons(),
                        tables.get(1).persons()),
                courses,
                notes);
    }

    /** The rows of persons who are not in the training table. */
    private static Coded strangers(
            Coded holdout,
            Set<String> trained,
            Schema schema,
            List<String> notes,
            List<Problem> problems) {
        int[] kept =
                IntStream.range(0, holdout.persons().length)
                        .filter(
                                i ->
                                        holdout.keys().isEmpty()
                                                || !trained.contains(
                                                        holdout.keys().get(holdout.persons()[i])))
                        .toArray();
        int lost = holdout.persons().length - kept.length;
        if (lost == 0) {
            return holdout;
        }
        if (kept.length < JudgedTables.FEWEST_ROWS) {
            problems.add(
                    new Problem(
                            "evaluate.persons",
                            schema.key().orElse(""),
                            "Nearly all persons of the holdout have a key that is in the training table too.",
                            "a table split by person, so that nobody is on both sides"));
            return holdout;
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        "--holdout: %,d rows are of persons who are in the training table too (%s) and were left out.",
                        lost,
                        schema.key().orElse("")));
        return holdout.rows(kept);
    }

    private static Optional<JudgedCourses> courses(
            List<Coded> tables, Schema schema, List<Problem> problems) {
        Optional<HistoryTable> train = HistoryTable.of(tables.get(0), schema);
        if (train.isEmpty()) {
            return Optional.empty();
        }
        HistoryLayout layout = train.get().layout();
        List<Course> courses = new ArrayList<>();
        for (Coded one : tables) {
            Histories of = train.get().likewise(one);
            courses.add(new Course(PersonTable.of(of, layout), of.rows(), of.starts(), of.order()));
        }
        String[] options = {"--real", "--holdout", "--synthetic"};
        for (int t = 0; t < 3; t++) {
            int persons = courses.get(t).persons().rows();
            if (persons < JudgedTables.FEWEST_ROWS) {
                problems.add(
                        new Problem(
                                "evaluate.persons",
                                options[t],
                                "There are rows of %d persons, too few to judge by."
                                        .formatted(persons),
                                "%d persons or more; some hundreds to learn anything"
                                        .formatted(JudgedTables.FEWEST_ROWS)));
            }
        }
        return Optional.of(new JudgedCourses(courses.get(0), courses.get(1), courses.get(2)));
    }

    private static String persons(String key) {
        return "Persons have several rows (%s), which are judged as if each were a person: a leak about a person with many rows is underrated."
                .formatted(key);
    }

    private static void check(
            SourceTable source, List<String> names, String option, List<Problem> problems) {
        List<String> absent = names.stream().filter(n -> !source.names().contains(n)).toList();
        if (!absent.isEmpty()) {
            String more = absent.size() > LISTED ? " and others" : "";
            problems.add(
                    new Problem(
                            "evaluate.columns",
                            option + " " + source.name(),
                            "Columns of the real table are not here: "
                                    + String.join(", ", absent.stream().limit(LISTED).toList())
                                    + more
                                    + ".",
                            "the same header in all three files, or a schema that leaves them out"));
        }
        if (source.rows() < JudgedTables.FEWEST_ROWS) {
            problems.add(
                    new Problem(
                            "evaluate.rows",
                            option + " " + source.name(),
                            String.format(
                                    Locale.ROOT,
                                    "There are %d rows, too few to judge by.",
                                    source.rows()),
                            "%d rows or more; some hundreds to learn anything"
                                    .formatted(JudgedTables.FEWEST_ROWS)));
        }
    }

    /**
     * The schema in the order of a file's own columns; those that it does not know are left out.
     */
    static Schema as(Schema schema, SourceTable source) {
        return new Schema(
                source.names().stream()
                        .map(
                                name ->
                                        schema.column(name)
                                                .orElseGet(
                                                        () ->
                                                                new ColumnSchema(
                                                                        name,
                                                                        new Content.Text(),
                                                                        false,
                                                                        List.of(),
                                                                        List.of(),
                                                                        "",
                                                                        Optional.empty())))
                        .toList(),
                source.separator(),
                schema.key().filter(source.names()::contains),
                schema.order().filter(source.names()::contains));
    }

    Schema schema() {
        return schema;
    }

    /** Columns that are judged. */
    List<String> names() {
        return names;
    }

    JudgedTables tables() {
        return tables;
    }

    /** The same rows as persons, where persons have several. */
    Optional<JudgedCourses> courses() {
        return courses;
    }

    /** What was lost on the way, a sentence each. */
    List<String> notes() {
        return notes;
    }
}
