package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.generate.Learners;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.TableWords;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/** Makes rows from a model file and writes them as the user writes his table. */
final class SampleDesk {
    private final Learners learners;
    private final Reader rules;

    SampleDesk(Learners learners) {
        this(learners, new RuleReader());
    }

    /**
     * @param rules read plain words
     */
    SampleDesk(Learners learners, Reader rules) {
        this.learners = learners;
        this.rules = rules;
    }

    /**
     * Of a what-if the rows before it, too, in a file beside: both are made, or neither.
     *
     * @throws RequestException with every problem; nothing was written
     */
    RowsMade sample(RowsRequest request, Progress progress) {
        Optional<RowsRequest> before = request.before();
        if (before.isEmpty()) {
            return made(request, progress);
        }
        refuseWhatIsThere(request.out());
        RowsMade baseline = made(before.get(), progress);
        try {
            RowsMade variant = made(request, progress);
            return variant.noted(
                    "The rows as they were asked before the what-if are beside it: %s (%,d rows)."
                            .formatted(baseline.out().getFileName(), baseline.rows()));
        } catch (RequestException e) {
            remove(baseline.out());
            throw e;
        }
    }

    private static void remove(Path made) {
        try (Stream<Path> all = Files.walk(made)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        } catch (IOException e) {
            throw DiskTrouble.explain(e, made);
        }
    }

    private RowsMade made(RowsRequest request, Progress progress) {
        long start = System.nanoTime();
        progress.step("reading the model", 0.02);
        request.said().flatMap(Conversation::model).ifPresent(UsedModel::check);
        LearnedTable table = LearnedTable.read(request.model(), learners);
        refuseWhatIsThere(request.out());
        RowsWanted wanted = RowsWanted.of(request, table, rules);
        ModelFile model = grouped(shown(table.model(), wanted.shown()), wanted.groups());
        var words = new TableWords(LearnedTable.schema(table.model()));
        List<RowsFile.Block> made;
        RowsFile.Asked asked;
        try {
            asked = asked(wanted, model, words);
            RowsRequest options = wanted.options(request);
            made =
                    model.enclosed().isPresent()
                            ? new RecordingsMade(model, options, asked, progress).write()
                            : new RowsFile(model, options, asked, progress).write();
        } catch (RequestException e) {
            throw new RequestException(
                    e.problems().stream()
                            .map(p -> firstRows(p, model))
                            .map(p -> quoted(p, request, words))
                            .toList());
        } catch (IOException e) {
            throw DiskTrouble.explain(e, request.out());
        }
        progress.step("done", 1);
        return new RowsMade(
                request.out(),
                made.stream().mapToLong(RowsFile.Block::rows).sum(),
                model.histories().isPresent() ? wanted.rows() : 0,
                model.engine(),
                understood(model, wanted, words, asked, made),
                notes(model, wanted, made),
                share(made),
                (System.nanoTime() - start) / 1e9);
    }

    /** What hardly anybody has in her first row she may have later: a death, an event. */
    private static Problem firstRows(Problem problem, ModelFile model) {
        boolean changing =
                model.histories().stream()
                        .flatMap(h -> h.layout().changing().stream())
                        .anyMatch(v -> problem.where().contains(v.name()));
        boolean rare =
                problem.code().equals("sample.rare")
                        || problem.code().equals("sample.target.unreachable");
        return changing && rare
                ? new Problem(
                        problem.code(),
                        problem.where(),
                        problem.message()
                                + "; of a column that changes it is the first row of each person that counts, and what comes later (a death, an event) is not in it",
                        problem.suggestion()
                                + "; or make more persons and keep those to whom it happens")
                : problem;
    }

    /** A problem with the user's words beside the table's, where they differ. */
    private static Problem quoted(Problem problem, RowsRequest request, TableWords words) {
        String where = problem.where();
        for (String written :
                Stream.concat(request.where().stream(), request.targets().stream()).toList()) {
            String read = words.of(written);
            if (!read.equals(written) && where.contains(read)) {
                where = where.replace(read, "%s, read as %s".formatted(written, read));
            }
        }
        return new Problem(problem.code(), where, problem.message(), problem.suggestion());
    }

    /** Reads conditions and targets; the mistakes of both are said at once. */
    private static RowsFile.Asked asked(RowsWanted request, ModelFile model, TableWords words) {
        List<Variable> variables = model.rows().variables();
        List<Problem> problems = new ArrayList<>();
        Conditions conditions = Conditions.none(variables);
        List<Target> targets = List.of();
        List<String> where = request.where().stream().map(words::of).toList();
        List<String> aims = request.targets().stream().map(words::of).toList();
        try {
            conditions = Conditions.read(where, variables);
        } catch (RequestException e) {
            problems.addAll(e.problems());
        }
        try {
            targets = Target.read(aims, variables);
        } catch (RequestException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new RowsFile.Asked(conditions, targets, where, aims, request.groups());
    }

    /** Whether a target is of a column that changes from row to row of a person. */
    private static boolean first(ModelFile model, Target target) {
        Set<String> changing =
                model.histories().stream()
                        .flatMap(h -> h.layout().changing().stream())
                        .map(Variable::name)
                        .collect(Collectors.toSet());
        List<Variable> all = model.rows().variables();
        return target.columns().stream().anyMatch(k -> changing.contains(all.get(k).name()));
    }

    /** Of an end the last row counts. */
    private static String last(ModelFile model, Target target) {
        return EndAnswers.ask(model, target) ? "last" : "first";
    }

    private static List<String> understood(
            ModelFile model,
            RowsWanted wanted,
            TableWords words,
            RowsFile.Asked asked,
            List<RowsFile.Block> made) {
        List<String> said = new ArrayList<>(wanted.understood());
        said.addAll(words.remarks());
        for (int t = 0; t < asked.targets().size(); t++) {
            Target target = asked.targets().get(t);
            int k = t;
            double reached = weighed(made, s -> s.reached().get(k));
            boolean first = first(model, target);
            String all =
                    first && last(model, target).equals("first")
                            ? String.format(
                                    Locale.ROOT,
                                    "; %.4g in all their rows",
                                    weighed(made, s -> s.everywhere().get(k)))
                            : "";
            said.add(
                    String.format(
                            Locale.ROOT,
                            "%s%s: %.4g asked, %.4g reached%s.",
                            target.text(),
                            first ? " in persons' %s rows".formatted(last(model, target)) : "",
                            target.value(),
                            reached,
                            all));
        }
        return said;
    }

    /** Mean over the pieces by their rows. */
    private static double weighed(List<RowsFile.Block> made, ToDoubleFunction<RowsFile.Block> of) {
        double sum = 0;
        double rows = 0;
        for (RowsFile.Block s : made) {
            sum += of.applyAsDouble(s) * s.drawn();
            rows += s.drawn();
        }
        return sum / rows;
    }

    private static double share(List<RowsFile.Block> made) {
        return weighed(made, s -> s.yield().meanWeight());
    }

    private static List<String> notes(
            ModelFile model, RowsWanted wanted, List<RowsFile.Block> made) {
        List<String> notes = new ArrayList<>(wanted.notes());
        model.enclosed().ifPresent(e -> notes.add(RecordingsMade.ABOUT));
        notes.addAll(repeated(made));
        notes.addAll(made.get(0).told());
        if (wanted.groups().isEmpty()
                && !wanted.where().isEmpty()
                && !wanted.understood().isEmpty()) {
            notes.add(
                    "Of the rows that the model makes, %s %% are like this."
                            .formatted(Warnings.rounded(100 * share(made))));
        }
        long ended = made.stream().mapToLong(RowsFile.Block::ended).sum();
        if (ended > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "The rows of %,d persons end early: no further one was found that obeys the rules of the table.",
                            ended));
        }
        return notes;
    }

    private static List<String> repeated(List<RowsFile.Block> made) {
        long repeated = made.stream().mapToLong(s -> s.yield().repeated()).sum();
        return repeated == 0
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d rows stand there a second time or more: too few different ones meet what was asked.",
                                repeated));
    }

    /** The model with a schema that writes these columns and the key alone. */
    private static ModelFile shown(ModelFile model, List<String> columns) {
        if (columns.isEmpty()) {
            return model;
        }
        if (model.enclosed().isPresent()) {
            throw RequestException.of(
                    "sample.words.shown",
                    String.join(", ", columns),
                    "A recording is made of all columns of its row.",
                    "leave the columns out of the request");
        }
        if (model.histories().flatMap(HistoryModel::second).isPresent()) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "sample.words.shown",
                                    String.join(", ", columns),
                                    "Two tables are always written with all their columns.",
                                    "leave the columns out of the request")));
        }
        Schema schema = model.schema();
        List<ColumnSchema> some =
                schema.columns().stream()
                        .map(
                                c ->
                                        c.content() instanceof Content.Key
                                                        || columns.contains(c.name())
                                                ? c
                                                : c.left())
                        .toList();
        return model.with(new Schema(some, schema.separator(), schema.key(), schema.order()));
    }

    /** A table of real people has the same columns and may have the same name. */
    private static void refuseWhatIsThere(Path out) {
        List<Problem> problems = new ArrayList<>();
        if (Files.exists(out)) {
            problems.add(
                    new Problem(
                            "sample.out.there",
                            out.toString(),
                            "There is a file of this name, which may be a table of real people.",
                            "another name with --out, or remove it first"));
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            problems.add(
                    new Problem(
                            "sample.out.parent",
                            out.toString(),
                            "The folder of the file is not there.",
                            "a file in a folder that is there"));
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }

    /** The model with a schema that writes one more column, which says whose group a row is of. */
    private static ModelFile grouped(ModelFile model, TableGroups groups) {
        if (groups.isEmpty()) {
            return model;
        }
        Schema schema = model.schema();
        List<ColumnSchema> all = new ArrayList<>(schema.columns());
        all.add(
                new ColumnSchema(
                        TableRows.groupColumn(LearnedTable.schema(model)),
                        new Content.Levels(
                                groups.all().stream().map(TableGroups.Group::name).toList(),
                                Optional.empty()),
                        true,
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty()));
        return model.with(new Schema(all, schema.separator(), schema.key(), schema.order()));
    }
}
