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
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryTable;
import org.anamnesis.learn.PersonTable;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SecondTable;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.learn.TwoTables;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Three folders of two tables each, persons and their rows: rows are judged beside what is known of
 * their persons, persons with the sum of their rows.
 */
final class JudgedPairs {
    private static final String[] OPTIONS = {"--real", "--holdout", "--synthetic"};

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private JudgedPairs() {}

    /** Whether the real table is a folder of two. */
    static boolean are(EvaluateRequest request) {
        return TwoTables.in(request.real()).isPresent();
    }

    /**
     * @throws RequestException with the problems of the folders
     */
    static JudgedFiles read(EvaluateRequest request) {
        return new JudgedPairs().judged(request);
    }

    private JudgedFiles judged(EvaluateRequest request) {
        Path[] folders = {request.real(), request.holdout(), request.synthetic()};
        List<TwoTables> pairs = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            Optional<List<Path>> files = TwoTables.in(folders[t]);
            if (files.isEmpty()) {
                problems.add(
                        new Problem(
                                "evaluate.tables",
                                OPTIONS[t] + " " + folders[t].getFileName(),
                                "The real table is a folder of two tables, and this is none.",
                                "a folder with the same two tables, as anamnesis sample makes it"));
            } else {
                pairs.add(TwoTables.read(files.get(), Optional.empty(), request.seed()));
            }
        }
        check();
        TwoTables real = pairs.get(0);
        List<Schema> schemas =
                request.schema().map(f -> SchemaFile.readTwo(f, real)).orElseGet(real::schemas);
        for (int t = 1; t < 3; t++) {
            present(schemas.get(0), pairs.get(t).persons(), OPTIONS[t]);
            present(schemas.get(1), pairs.get(t).rows(), OPTIONS[t]);
        }
        check();
        SecondTable second = TwoTablesDesk.second(real, schemas.get(1));
        HistoryTable table =
                HistoryTable.of(
                                coded(real.persons(), schemas.get(0), OPTIONS[0]),
                                schemas.get(0),
                                coded(real.rows(), schemas.get(1), OPTIONS[0]),
                                second)
                        .orElseThrow(() -> TwoTablesDesk.tooFew(real));
        Set<String> trained = new HashSet<>();
        List<Course> courses = new ArrayList<>();
        List<Table> rows = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            Coded persons = coded(pairs.get(t).persons(), schemas.get(0), OPTIONS[t]);
            if (t == 0) {
                trained.addAll(persons.keys());
            }
            Coded kept = t == 1 ? strangers(persons, trained) : persons;
            Coded visits = coded(pairs.get(t).rows(), schemas.get(1), OPTIONS[t]);
            Histories of = table.likewise(kept, schemas.get(0), visits, second);
            courses.add(
                    new Course(
                            PersonTable.of(of, table.layout()),
                            of.rows(),
                            of.starts(),
                            of.order()));
            rows.add(of.joined(table.layout()).columns(names(table)));
            enough(of, OPTIONS[t]);
        }
        check();
        return new JudgedFiles(
                second.beside(schemas.get(0)),
                names(table),
                new JudgedTables(rows.get(0), rows.get(1), rows.get(2)),
                Optional.of(new JudgedCourses(courses.get(0), courses.get(1), courses.get(2))),
                notes.stream().distinct().toList());
    }

    private static List<String> names(HistoryTable table) {
        return table.layout().columns().stream().map(Variable::name).toList();
    }

    private Coded coded(SourceTable source, Schema schema, String option) {
        Coded coded = Coded.of(source, JudgedFiles.as(schema, source));
        List<String> names = schema.learned().stream().map(ColumnSchema::name).toList();
        coded.notes().forEach(n -> notes.add(option + " " + source.name() + ": " + n));
        return coded.columns(names);
    }

    private void present(Schema schema, SourceTable source, String option) {
        List<String> absent =
                schema.columns().stream()
                        .filter(c -> c.learned() || schema.key().equals(Optional.of(c.name())))
                        .map(ColumnSchema::name)
                        .filter(n -> !source.names().contains(n))
                        .toList();
        if (!absent.isEmpty()) {
            problems.add(
                    new Problem(
                            "evaluate.columns",
                            option + " " + source.name(),
                            "Columns of the real table are not here: "
                                    + String.join(", ", absent)
                                    + ".",
                            "the same header in all three folders, or a schema that leaves them out"));
        }
    }

    private void enough(Histories of, String option) {
        int fewest = JudgedTables.FEWEST_ROWS;
        if (of.count() < fewest || of.rows().rows() < fewest) {
            problems.add(
                    new Problem(
                            "evaluate.persons",
                            option,
                            "There are %d persons with %d rows, too few to judge by."
                                    .formatted(of.count(), of.rows().rows()),
                            "%d of both or more; some hundreds to learn anything"
                                    .formatted(fewest)));
        }
    }

    /** Persons of the holdout who are not in the training table. */
    private Coded strangers(Coded holdout, Set<String> trained) {
        int[] kept =
                IntStream.range(0, holdout.persons().length)
                        .filter(i -> !trained.contains(holdout.keys().get(holdout.persons()[i])))
                        .toArray();
        int lost = holdout.persons().length - kept.length;
        if (lost > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "--holdout: %,d persons are in the training table too and were left out.",
                            lost));
        }
        return holdout.rows(kept);
    }

    private void check() {
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }
}
