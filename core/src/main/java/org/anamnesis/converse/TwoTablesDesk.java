package org.anamnesis.converse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryLayout;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.HistoryRules;
import org.anamnesis.learn.HistoryTable;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.MadeKeys;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Provenance;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SchemaJson;
import org.anamnesis.learn.SecondTable;
import org.anamnesis.learn.TableRule;
import org.anamnesis.learn.TwoTables;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Learns a table of persons and a table of their rows together, so that made ones join. */
final class TwoTablesDesk {
    private final Learners learners;
    private final Optional<ModelAudit> audit;
    private final String date;

    /**
     * @param audit judges a model before it is kept
     * @param date of today, ISO 8601, for the model file
     */
    TwoTablesDesk(Learners learners, Optional<ModelAudit> audit, String date) {
        this.learners = learners;
        this.audit = audit;
        this.date = date;
    }

    /** What was read. */
    private record Read(TwoTables tables, List<Schema> schemas, HistoryTable table) {
        Schema persons() {
            return schemas.get(0);
        }

        Schema rows() {
            return schemas.get(1);
        }
    }

    /**
     * @param files of the two tables, in any order
     * @throws RequestException with every problem; nothing was written
     */
    Learned learn(LearnRequest request, List<Path> files, Progress progress) {
        long start = System.nanoTime();
        progress.step("reading two tables", 0.02);
        TwoTables tables = TwoTables.read(files, request.key(), request.seed());
        progress.step("looking at the columns", 0.1);
        Optional<Path> given = request.schema().filter(Files::exists);
        List<Schema> schemas =
                given.map(f -> SchemaFile.readTwo(f, tables)).orElseGet(tables::schemas);
        Optional<LongTraining> training = training(request, tables, schemas);
        Coded persons = Coded.of(tables.persons(), schemas.get(0));
        Coded rows = Coded.of(tables.rows(), schemas.get(1));
        SecondTable second = second(tables, schemas.get(1));
        HistoryTable table =
                HistoryTable.of(persons, schemas.get(0), rows, second)
                        .orElseThrow(() -> tooFew(tables));
        var read = new Read(tables, schemas, table);
        progress.step("looking for rules", 0.2);
        Optional<KeptHistories> kept =
                training.map(
                        l ->
                                new HistoryMaking(l, audit, table.layout(), progress)
                                        .kept(
                                                table.histories(),
                                                of -> rules(request, of, table.layout()),
                                                AttackKeys.of(schemas.get(0)),
                                                request.seed()));
        List<KnownRule> rules =
                kept.map(k -> k.kept().model().rules())
                        .orElseGet(() -> rules(request, table.histories(), table.layout()));
        List<String> notes = notes(read, persons, rows, request);
        kept.ifPresent(k -> notes.addAll(k.later().sentences()));
        kept.ifPresent(k -> notes.addAll(k.kept().sentences()));
        kept.ifPresent(k -> model(request, read, second, k).write(request.out().orElseThrow()));
        training.ifPresent(t -> notes.addAll(t.done()));
        Optional<Path> schemaFile = request.schema().filter(f -> !Files.exists(f));
        String json = SchemaJson.writeTwo(schemas);
        schemaFile.ifPresent(f -> LearnDesk.write(f, json));
        progress.step("done", 1);
        return new Learned(
                json,
                lines(read, true),
                lines(read, false),
                rules.stream()
                        .filter(k -> !k.rule().columns().contains(table.layout().count()))
                        .map(k -> k.sentence(of(schemas, k.rule())))
                        .toList(),
                notes,
                schemaFile,
                kept.flatMap(k -> request.out()),
                training.map(Learner::name).orElse(""),
                kept.map(k -> (long) k.kept().rows())
                        .orElse((long) table.histories().rows().rows()),
                tables.rows().rowsInFile(),
                kept.map(k -> k.kept().privacy()).orElse(Map.of()),
                kept.map(k -> k.kept().quality()).orElse(Map.of()),
                (System.nanoTime() - start) / 1e9,
                0);
    }

    /** The second table as a model keeps it. */
    static SecondTable second(TwoTables tables, Schema rows) {
        return new SecondTable(rows, plain(tables.rows().name()), plain(tables.persons().name()));
    }

    private static String plain(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static List<KnownRule> rules(LearnRequest request, Histories of, HistoryLayout layout) {
        return Stream.concat(
                        HistoryRules.of(request.rules(), of, layout).stream(),
                        HistoryRules.ofRows(of, layout).stream())
                .toList();
    }

    /** The training that is asked for, if a model is to be kept. */
    private Optional<LongTraining> training(
            LearnRequest request, TwoTables tables, List<Schema> schemas) {
        List<Problem> problems = new ArrayList<>();
        request.promise()
                .ifPresent(
                        p ->
                                problems.add(
                                        new Problem(
                                                "learn.epsilon.tables",
                                                "--epsilon " + p.epsilon(),
                                                "A promise for two tables would have to cover a person with all her rows in %s, of which one has up to %,d: each costs as much of epsilon as a person, so that each could be learned with %.2g at most, and little but noise would be left."
                                                        .formatted(
                                                                tables.rows().name(),
                                                                tables.mostRows(),
                                                                Double.parseDouble(p.epsilon())
                                                                        / tables.mostRows()),
                                                "%s alone; or the rows joined to their persons in one table, of which --epsilon learns one row of each person"
                                                        .formatted(tables.persons().name()))));
        return AskedLearning.of(
                request,
                learners,
                name ->
                        schemas.stream()
                                .flatMap(s -> s.find(name).stream())
                                .min(Comparator.comparing(c -> !c.learned())),
                "a learned column of one of the two tables",
                problems);
    }

    static RequestException tooFew(TwoTables tables) {
        return new RequestException(
                List.of(
                        new Problem(
                                "tables.steps.few",
                                tables.rows().name(),
                                "Too few rows follow another of the same person to learn how, or nothing changes in them.",
                                "the rows joined to their persons as one table")));
    }

    /** The table that a rule begins with. */
    private static Schema of(List<Schema> both, TableRule rule) {
        return both.get(both.get(0).column(rule.columns().get(0)).isPresent() ? 0 : 1);
    }

    private static List<String> notes(Read read, Coded persons, Coded rows, LearnRequest request) {
        List<String> notes = new ArrayList<>();
        persons.notes().forEach(n -> notes.add(read.tables.persons().name() + ": " + n));
        rows.notes().forEach(n -> notes.add(read.tables.rows().name() + ": " + n));
        Histories of = read.table.histories();
        int lost = rows.persons().length - of.rows().rows();
        if (lost > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %,d rows are of nobody in %s and were left out.",
                            read.tables.rows().name(),
                            lost,
                            read.tables.persons().name()));
        }
        long none = 0;
        for (int p = 0; p < of.count(); p++) {
            none += of.length(p) == 0 ? 1 : 0;
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        "%s has one row a person, %s their rows, joined by %s; %,d of %,d persons have none.",
                        read.tables.persons().name(),
                        read.tables.rows().name(),
                        read.tables.key(),
                        none,
                        of.count()));
        notes.addAll(
                HistoryWords.of(read.table, read.rows().order(), request.target().isPresent()));
        return notes;
    }

    private static List<String> lines(Read read, boolean kept) {
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            String file = (t == 0 ? read.tables.persons() : read.tables.rows()).name();
            read.schemas.get(t).columns().stream()
                    .filter(c -> c.keep() == kept)
                    .map(
                            c ->
                                    kept
                                            ? ColumnWords.of(c)
                                            : c.name() + ": " + String.join(" ", c.why()))
                    .forEach(line -> lines.add(file + ", " + line));
        }
        return lines;
    }

    private ModelFile model(
            LearnRequest request, Read read, SecondTable second, KeptHistories kept) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("seed", request.seed());
        parameters.put("smoothing", kept.kept().smoothing());
        parameters.put("second_file", read.tables.rows().name());
        parameters.put("second_sha256", read.tables.rows().sha256());
        parameters.put("second_rows", kept.kept().rows());
        MadeKeys keys =
                MadeKeys.of(read.tables.persons(), read.persons())
                        .and(MadeKeys.of(read.tables.rows(), read.rows()));
        return new ModelFile(
                read.persons(),
                kept.kept().model().model().engine(),
                parameters,
                Provenance.of(
                        read.tables.persons(), read.persons(), kept.persons(), date, Desk.VERSION),
                kept.kept().privacy(),
                kept.kept().quality(),
                kept.kept().model(),
                Optional.of(
                        new HistoryModel(
                                read.table.layout(), kept.later(), keys, Optional.of(second))));
    }
}
