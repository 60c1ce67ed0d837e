package org.anamnesis.converse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.anamnesis.evaluate.Estimate;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.evaluate.TableJudge;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Enclosed;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Profiler;
import org.anamnesis.learn.Provenance;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SchemaJson;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.learn.SpelledTable;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.RequestException;
import org.anamnesis.study.RecordedFolder;
import org.anamnesis.study.RecordingLikeness;
import org.anamnesis.study.Recordings;
import org.anamnesis.table.Table;

/**
 * Learns a folder of recordings: as a table with a row a stretch, by the engines that learn any
 * table; then makes recordings, reads them again and compares them with people held out.
 */
final class RecordingsDesk {
    /** Measured: labels go along best among the networks (docs/guide/signals-learned.md). */
    private static final String USUAL_ENGINE = "gan";

    /** Recordings that are made to be judged. */
    private static final int JUDGED = 600;

    private final Recordings recordings;
    private final Learners learners;
    private final Optional<ModelAudit> audit;
    private final String date;

    RecordingsDesk(
            Recordings recordings, Learners learners, Optional<ModelAudit> audit, String date) {
        this.recordings = recordings;
        this.learners = learners;
        this.audit = audit;
        this.date = date;
    }

    /**
     * The service, if a request names a folder of recordings.
     *
     * @throws RequestException if what it names is recordings that cannot be learned
     */
    static Optional<Recordings> of(LearnRequest request) {
        if (request.second().isPresent()) {
            return Optional.empty();
        }
        Optional<Recordings> service = Recordings.installed();
        if (service.filter(r -> r.holds(request.table())).isPresent()) {
            return service;
        }
        service.flatMap(r -> r.unread(request.table()))
                .ifPresent(
                        problem -> {
                            throw new RequestException(List.of(problem));
                        });
        return Optional.empty();
    }

    /**
     * @throws RequestException with every problem; nothing was written
     */
    Learned learn(LearnRequest request, Progress progress) {
        try (Scratch scratch = Scratch.make()) {
            return learn(request, scratch.folder(), progress);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, request.table());
        }
    }

    /** What was read of the folder. */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    private record Read(
            RecordedFolder folder,
            byte[] code,
            IntPredicate heldOut,
            SourceTable source,
            Schema schema,
            Coded coded) {}

    private Learned learn(LearnRequest request, Path scratch, Progress progress)
            throws IOException {
        long start = System.nanoTime();
        refuse(request);
        progress.step("reading the recordings", 0.02);
        Read read = read(request, scratch, progress);
        Optional<LongTraining> training =
                AskedLearning.of(
                        request.engine(USUAL_ENGINE), learners, read.schema, new ArrayList<>());
        Optional<Kept> kept =
                training.map(
                        l ->
                                new ModelMaking(l, audit, progress)
                                        .kept(
                                                read.coded,
                                                request.rules(),
                                                AttackKeys.of(read.schema),
                                                AskedLearning.target(request, read.schema),
                                                request.seed()));
        List<String> notes = new ArrayList<>(read.folder.notes());
        notes.addAll(read.coded.notes());
        Map<String, Object> quality = new LinkedHashMap<>();
        if (kept.isPresent()) {
            notes.addAll(kept.get().sentences());
            quality.putAll(kept.get().quality());
            if (audit.isPresent()) {
                progress.step("making recordings and reading them again", 0.95);
                notes.addAll(judged(read, kept.get(), request.seed(), scratch, quality));
            }
            write(request, read, kept.get(), quality);
        }
        training.ifPresent(t -> notes.addAll(t.done()));
        Optional<Path> schemaFile = request.schema().filter(f -> !Files.exists(f));
        schemaFile.ifPresent(f -> LearnDesk.write(f, SchemaJson.write(read.schema)));
        progress.step("done", 1);
        List<KnownRule> rules = kept.map(k -> k.model().rules()).orElse(List.of());
        return new Learned(
                SchemaJson.write(read.schema),
                read.schema.columns().stream()
                        .filter(ColumnSchema::keep)
                        .map(ColumnWords::of)
                        .toList(),
                read.schema.columns().stream()
                        .filter(c -> !c.keep())
                        .map(c -> c.name() + ": " + String.join(" ", c.why()))
                        .toList(),
                rules.stream().map(k -> k.sentence(read.schema)).toList(),
                notes,
                schemaFile,
                training.flatMap(t -> request.out()),
                training.map(LongTraining::name).orElse(""),
                kept.map(Kept::rows).orElse(read.coded.table().rows()),
                read.source.rowsInFile(),
                kept.map(Kept::privacy).orElse(Map.of()),
                quality,
                (System.nanoTime() - start) / 1e9,
                training.map(LongTraining::spent).orElse(0.0));
    }

    private static void refuse(LearnRequest request) {
        if (request.promise().isPresent()) {
            throw RequestException.of(
                    "recordings.epsilon",
                    "--epsilon " + request.promise().get().epsilon(),
                    "A folder of recordings cannot be learned under differential privacy: the axes of its shapes are not.",
                    "the same without --epsilon; who was learned from is attacked all the same");
        }
    }

    private Read read(LearnRequest request, Path scratch, Progress progress) throws IOException {
        RecordedFolder folder = recordings.read(request.table());
        int persons = folder.persons();
        if (persons < Profiler.LEAST_ROWS) {
            throw RequestException.of(
                    "recordings.few",
                    name(request.table()),
                    "The folder has recordings of %d person%s that can be learned; below %d a model would know them by heart. %s"
                            .formatted(
                                    persons,
                                    persons == 1 ? "" : "s",
                                    Profiler.LEAST_ROWS,
                                    String.join(" ", folder.notes()))
                            .strip(),
                    "a folder of at least %d persons".formatted(Profiler.LEAST_ROWS));
        }
        boolean[] apart = new boolean[persons];
        if (audit.isPresent()) {
            for (int p : ModelMaking.persons(persons, request.seed(), 0, true)) {
                apart[p] = true;
            }
        }
        IntPredicate heldOut = p -> apart[p];
        byte[] code = folder.code(heldOut);
        // the table bears the folder's name, by which every message calls it
        Path csv = Files.createDirectory(scratch.resolve("table")).resolve(name(request.table()));
        folder.rows(code, csv, false);
        progress.step("looking at the columns", 0.1);
        SourceTable source = SourceTable.read(csv, request.seed());
        Optional<Path> given = request.schema().filter(Files::exists);
        Schema schema =
                given.isPresent()
                        ? SchemaFile.read(given.get(), source)
                        : Profiler.schema(source, Recordings.KEY);
        Profiler.check(source, schema);
        return new Read(folder, code, heldOut, source, schema, Coded.of(source, schema));
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Makes recordings, reads them as anybody would, and says how like they are. */
    private List<String> judged(
            Read read, Kept kept, long seed, Path scratch, Map<String, Object> quality)
            throws IOException {
        Table rows = Sampler.free(kept.model(), Math.min(JUDGED, kept.rows()), seed);
        Path csv = scratch.resolve("made.csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            var spelled = new SpelledTable(read.schema, out);
            spelled.header();
            spelled.rows(rows, LongStream.rangeClosed(1, rows.rows()).toArray());
        }
        Path folder = Files.createDirectory(scratch.resolve("made"));
        recordings.make(read.code, csv, folder, seed);
        RecordedFolder made = recordings.read(folder);
        RecordingLikeness likeness = read.folder.likeness(made, csv, read.code, read.heldOut);
        if (likeness.copied()) {
            throw RequestException.of(
                    "recordings.copied",
                    read.source.name(),
                    "No model was written: its recordings are too near to those it learned. "
                            + String.join(" ", likeness.sentences()),
                    "more persons, or another engine");
        }
        // by more coefficients than are learned: what a code leaves out is told apart, too
        Path all = scratch.resolve("all.csv");
        read.folder.rows(read.code, all, true);
        SourceTable source = SourceTable.read(all, seed);
        Schema schema = Profiler.schema(source, Recordings.KEY);
        Coded real = Coded.of(source, schema);
        Path again = scratch.resolve("again.csv");
        made.rows(read.code, again, true);
        Table reread = Coded.of(SourceTable.read(again, seed), schema).table();
        int[] learned = rows(real.persons(), read.heldOut.negate());
        int[] apart = rows(real.persons(), read.heldOut);
        var tables =
                new JudgedTables(
                        real.table().rows(learned),
                        real.table().rows(apart),
                        reread,
                        real.persons(learned),
                        real.persons(apart));
        Estimate told = TableJudge.toldFromStrangers(tables, seed);
        Estimate people = TableJudge.trainToldFromStrangers(tables, seed);
        quality.putAll(likeness.figures());
        quality.put("c2stReadAgain", told.value());
        quality.put("c2stOfRealPeople", people.value());
        List<String> said = new ArrayList<>(likeness.sentences());
        said.add(
                String.format(
                        Locale.ROOT,
                        "Made recordings, read again: boosted trees tell what is seen in them from people held out with AUC %.3f (%.3f to %.3f); learned people from these with %.3f; 0.5 is a guess.",
                        told.value(),
                        told.low(),
                        told.high(),
                        people.value()));
        return said;
    }

    private static int[] rows(int[] persons, IntPredicate chosen) {
        return IntStream.range(0, persons.length).filter(i -> chosen.test(persons[i])).toArray();
    }

    private void write(LearnRequest request, Read read, Kept kept, Map<String, Object> quality) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("seed", request.seed());
        parameters.put("smoothing", kept.smoothing());
        parameters.put("target", AskedLearning.target(request, read.schema));
        parameters.put("recordings", read.folder.kind());
        new ModelFile(
                        read.schema,
                        kept.model().model().engine(),
                        parameters,
                        Provenance.of(read.source, read.schema, kept.rows(), date, Desk.VERSION),
                        kept.privacy(),
                        kept.quality(),
                        kept.model())
                .with(new Enclosed(read.code), quality)
                .write(request.out().orElseThrow());
    }
}
