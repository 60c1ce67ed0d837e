package org.anamnesis.converse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Learners;
import org.anamnesis.generate.dp.Promise;
import org.anamnesis.generate.dp.RandomBits;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryLayout;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.HistoryRules;
import org.anamnesis.learn.HistoryTable;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.MadeKeys;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Profiler;
import org.anamnesis.learn.Provenance;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SchemaJson;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.study.Recordings;

/** Learns a user's table: read, profiled, its rules found, learned, judged, kept in one file. */
final class LearnDesk {
    private final Learners learners;
    private final Optional<ModelAudit> audit;
    private final String date;

    /**
     * @param audit judges a model before it is kept
     * @param date of today, ISO 8601, for the model file
     */
    LearnDesk(Learners learners, Optional<ModelAudit> audit, String date) {
        this.learners = learners;
        this.audit = audit;
        this.date = date;
    }

    /**
     * @throws RequestException with every problem; nothing was written
     */
    Learned learn(LearnRequest request, Progress progress) {
        Optional<Recordings> recordings = RecordingsDesk.of(request);
        if (recordings.isPresent()) {
            return new RecordingsDesk(recordings.get(), learners, audit, date)
                    .learn(request, progress);
        }
        Optional<List<Path>> two = request.twoTables();
        if (two.isPresent()) {
            return new TwoTablesDesk(learners, audit, date).learn(request, two.get(), progress);
        }
        long start = System.nanoTime();
        progress.step("reading " + request.table().getFileName(), 0.02);
        SourceTable source = SourceTable.read(request.table(), request.seed());
        progress.step("looking at the columns", 0.1);
        Schema schema = schema(request, source);
        Profiler.check(source, schema);
        List<Problem> problems = new ArrayList<>();
        Optional<Promise> promise = request.promise().flatMap(p -> p.read(source.rows(), problems));
        PrivateDesk.check(request, source, problems);
        Optional<LongTraining> training = AskedLearning.of(request, learners, schema, problems);
        if (promise.isPresent()) {
            boolean stated = request.schema().filter(Files::exists).isPresent();
            return new PrivateDesk(audit, date, RandomBits::secure)
                    .learn(request, promise.get(), source, schema, stated, progress);
        }
        Coded coded = Coded.of(source, schema);
        Optional<HistoryTable> histories = HistoryTable.of(coded, schema);
        progress.step("looking for rules", 0.2);
        Optional<KeptHistories> keptHistories =
                training.flatMap(
                        l ->
                                histories.map(
                                        h ->
                                                new HistoryMaking(l, audit, h.layout(), progress)
                                                        .kept(
                                                                h.histories(),
                                                                rules(request, h.layout()),
                                                                AttackKeys.of(schema),
                                                                request.seed())));
        Optional<Kept> kept =
                keptHistories
                        .map(KeptHistories::kept)
                        .or(
                                () ->
                                        training.map(
                                                l ->
                                                        new ModelMaking(l, audit, progress)
                                                                .kept(
                                                                        coded,
                                                                        request.rules(),
                                                                        AttackKeys.of(schema),
                                                                        AskedLearning.target(
                                                                                request, schema),
                                                                        request.seed())));
        List<KnownRule> rules =
                kept.map(k -> k.model().rules())
                        .or(
                                () ->
                                        histories.map(
                                                h ->
                                                        rules(request, h.layout())
                                                                .apply(h.histories())))
                        .orElseGet(() -> ModelMaking.rules(request.rules(), coded.table()));
        List<String> notes = new ArrayList<>(coded.notes());
        histories.ifPresentOrElse(
                h -> notes.addAll(HistoryWords.of(h, schema.order(), request.target().isPresent())),
                () -> schema.key().map(LearnDesk::aboutPersons).ifPresent(notes::add));
        keptHistories.ifPresent(h -> notes.addAll(h.later().sentences()));
        kept.ifPresent(k -> notes.addAll(k.sentences()));
        Optional<Path> schemaFile = request.schema().filter(f -> !Files.exists(f));
        Optional<HistoryModel> later =
                keptHistories.map(
                        k ->
                                new HistoryModel(
                                        histories.orElseThrow().layout(),
                                        k.later(),
                                        MadeKeys.of(source, schema),
                                        Optional.empty()));
        kept.ifPresent(k -> write(request, source, schema, k, later));
        training.ifPresent(t -> notes.addAll(t.done()));
        schemaFile.ifPresent(f -> write(f, SchemaJson.write(schema)));
        progress.step("done", 1);
        return new Learned(
                SchemaJson.write(schema),
                schema.columns().stream().filter(ColumnSchema::keep).map(ColumnWords::of).toList(),
                schema.columns().stream()
                        .filter(c -> !c.keep())
                        .map(c -> c.name() + ": " + String.join(" ", c.why()))
                        .toList(),
                rules.stream().map(k -> k.sentence(schema)).toList(),
                notes,
                schemaFile,
                training.flatMap(t -> request.out()),
                training.map(Learner::name).orElse(""),
                kept.map(Kept::rows).orElse(coded.table().rows()),
                source.rowsInFile(),
                kept.map(Kept::privacy).orElse(Map.of()),
                kept.map(Kept::quality).orElse(Map.of()),
                (System.nanoTime() - start) / 1e9,
                training.map(LongTraining::spent).orElse(0.0));
    }

    private static Function<Histories, List<KnownRule>> rules(
            LearnRequest request, HistoryLayout layout) {
        return of -> HistoryRules.of(request.rules(), of, layout);
    }

    private static String aboutPersons(String key) {
        return String.format(
                Locale.ROOT,
                "Persons have several rows (%s), but too few of them follow each other to learn how, or nothing changes in them. Rows are learned one by one; each made row gets a number of its own.",
                key);
    }

    private static Schema schema(LearnRequest request, SourceTable source) {
        Optional<Path> file = request.schema().filter(Files::exists);
        if (file.isPresent()) {
            return SchemaFile.read(file.get(), source);
        }
        return request.key()
                .map(k -> Profiler.schema(source, k))
                .orElseGet(() -> Profiler.schema(source));
    }

    private void write(
            LearnRequest request,
            SourceTable source,
            Schema schema,
            Kept kept,
            Optional<HistoryModel> later) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("seed", request.seed());
        parameters.put("smoothing", kept.smoothing());
        parameters.put("target", AskedLearning.target(request, schema));
        new ModelFile(
                        schema,
                        kept.model().model().engine(),
                        parameters,
                        Provenance.of(source, schema, kept.rows(), date, Desk.VERSION),
                        kept.privacy(),
                        kept.quality(),
                        kept.model(),
                        later)
                .write(request.out().orElseThrow());
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The schema could not be written to %s (%s).".formatted(file, e.getMessage()),
                    e);
        }
    }
}
