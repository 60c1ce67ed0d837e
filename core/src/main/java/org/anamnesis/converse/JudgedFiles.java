package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
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
    private final List<String> notes;

    private JudgedFiles(
            Schema schema, List<String> names, JudgedTables tables, List<String> notes) {
        this.schema = schema;
        this.names = names;
        this.tables = tables;
        this.notes = notes;
    }

    /**
     * @throws RequestException with every problem of the three files
     */
    static JudgedFiles read(EvaluateRequest request) {
        SourceTable train = SourceTable.read(request.real(), request.seed());
        Schema schema =
                request.schema().isPresent()
                        ? SchemaFile.read(request.schema().get(), train)
                        : Profiler.schema(train);
        List<String> names = schema.learned().stream().map(ColumnSchema::name).toList();
        List<Problem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        Path[] files = {request.real(), request.holdout(), request.synthetic()};
        String[] options = {"--real", "--holdout", "--synthetic"};
        for (int t = 0; t < 3; t++) {
            SourceTable source = t == 0 ? train : SourceTable.read(files[t], request.seed());
            check(source, names, options[t], problems);
            if (problems.isEmpty()) {
                Coded coded = Coded.of(source, as(schema, source));
                tables.add(coded.table().columns(names));
                String option = options[t];
                coded.notes().forEach(n -> notes.add(option + ": " + n));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        schema.key().ifPresent(k -> notes.add(persons(k)));
        return new JudgedFiles(
                schema,
                names,
                new JudgedTables(tables.get(0), tables.get(1), tables.get(2)),
                notes);
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
    private static Schema as(Schema schema, SourceTable source) {
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
                Optional.empty(),
                Optional.empty());
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

    /** What was lost on the way, a sentence each. */
    List<String> notes() {
        return notes;
    }
}
