package org.anamnesis.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.ConversationFile;
import org.anamnesis.converse.EvaluateRequest;
import org.anamnesis.converse.Evaluated;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.NamedFiles;
import org.anamnesis.converse.Progress;
import org.anamnesis.converse.RowsRequest;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.Uploads;
import org.anamnesis.server.store.Job;

/** What each kind of job does: into one folder, and told as one object with the files' names. */
public final class Works {
    /** The one file of what was learned. */
    public static final String MODEL = "learned.model";

    /** Of what was learned: the name of its table. */
    public static final String TABLE = "table";

    private static final String ROWS = "rows.csv";
    private static final String JUDGEMENT = "judgement";

    private final Anamnesis program;
    private final Uploads uploads;
    private final Path jobs;

    /**
     * @param jobs folder of all jobs, where models lie that conversations are about
     */
    public Works(Anamnesis program, Uploads uploads, Path jobs) {
        this.program = program;
        this.uploads = uploads;
        this.jobs = jobs.toAbsolutePath().normalize();
    }

    /** How a conversation is called that is about a learned model. */
    public static String title(Job learned) {
        return "People like those of "
                + JsonText.object(learned.outcome()).getOrDefault(TABLE, "your table");
    }

    /** Words by which a conversation goes to a learned model's people. */
    public static String useModel(String job) {
        return "use the model " + job + "/" + MODEL;
    }

    /** Files that conversations may name: learned models, by ids that nobody can guess. */
    public static NamedFiles named(Path jobs) {
        Path root = jobs.toAbsolutePath().normalize();
        return named -> {
            Path file = root.resolve(named).normalize();
            boolean ours =
                    file.startsWith(root)
                            && file.getNameCount() == root.getNameCount() + 2
                            && file.endsWith(MODEL);
            if (!ours) {
                throw RequestException.of(
                        "model.elsewhere",
                        named.toString(),
                        "only models that were learned here can be talked about",
                        "learn a table on this page first");
            }
            return file;
        };
    }

    /**
     * Whether what a job needs is still there.
     *
     * @throws org.anamnesis.server.Absent if not
     */
    void check(Job job) {
        if (job.kind() == Job.Kind.COHORT) {
            return;
        }
        Map<String, Object> asked = JsonText.object(job.state());
        for (String table : List.of("table", "real", "holdout", "synthetic")) {
            text(asked, table).ifPresent(id -> uploads.file(job.owner(), id));
        }
    }

    Map<String, Object> run(Job job, Path folder, Progress progress) throws IOException {
        return switch (job.kind()) {
            case COHORT -> cohort(ConversationFile.read(job.state()), folder, progress);
            case LEARN -> learn(job, JsonText.object(job.state()), folder, progress);
            case JUDGE -> judge(job, JsonText.object(job.state()), folder, progress);
        };
    }

    private Map<String, Object> cohort(Conversation said, Path folder, Progress progress)
            throws IOException {
        if (said.model().isPresent()) {
            Path out = Files.createDirectories(folder).resolve(ROWS);
            Path model = jobs.resolve(said.model().get().file());
            Map<String, Object> told =
                    JsonForm.of(
                            program.sample(
                                    new RowsRequest(
                                            model,
                                            Optional.empty(),
                                            Optional.of(said),
                                            OptionalLong.empty(),
                                            Optional.empty(),
                                            List.of(),
                                            OptionalLong.empty(),
                                            out),
                                    progress));
            told.remove("out");
            told.put("patients", told.get("rows"));
            told.put("files", written(folder)); // of a what-if the rows before it, too
            return told;
        }
        var request =
                new GenerateRequest(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        false,
                        Math.max(1, Runtime.getRuntime().availableProcessors()),
                        false);
        Map<String, Object> told = JsonForm.of(program.make(said, request, progress));
        told.remove("folder"); // where it lies on the server is nobody's business
        return told;
    }

    private static List<String> written(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, Object> learn(
            Job job, Map<String, Object> asked, Path folder, Progress progress) throws IOException {
        Path out = Files.createDirectories(folder).resolve(MODEL);
        Path table = uploads.file(job.owner(), (String) asked.get("table"));
        Map<String, Object> told =
                JsonForm.of(
                        program.learn(
                                new LearnRequest(
                                        table,
                                        text(asked, "engine"),
                                        Optional.of(out),
                                        text(asked, "target"),
                                        Optional.empty(),
                                        rules(asked),
                                        ((Number) asked.getOrDefault("seed", 1)).longValue()),
                                progress));
        told.put(TABLE, table.getFileName().toString());
        told.put("model", MODEL);
        told.put("files", List.of(MODEL));
        return told;
    }

    private Map<String, Object> judge(
            Job job, Map<String, Object> asked, Path folder, Progress progress) throws IOException {
        Path out = Files.createDirectories(folder).resolve(JUDGEMENT);
        Evaluated done =
                program.evaluate(
                        new EvaluateRequest(
                                uploads.file(job.owner(), (String) asked.get("real")),
                                uploads.file(job.owner(), (String) asked.get("holdout")),
                                uploads.file(job.owner(), (String) asked.get("synthetic")),
                                text(asked, "outcome"),
                                text(asked, "time"),
                                Optional.empty(),
                                out,
                                ((Number) asked.getOrDefault("seed", 1)).longValue(),
                                Optional.empty()),
                        progress);
        Map<String, Object> told = JsonForm.of(done);
        told.remove("folder");
        told.put("lines", done.lines());
        told.put("files", done.files().stream().map(f -> JUDGEMENT + "/" + f).toList());
        return told;
    }

    private static Optional<String> text(Map<String, Object> asked, String name) {
        return Optional.ofNullable((String) asked.get(name));
    }

    private static List<String> rules(Map<String, Object> asked) {
        List<String> rules = new ArrayList<>();
        if (asked.get("rules") instanceof List<?> all) {
            all.forEach(r -> rules.add(String.valueOf(r)));
        }
        return rules;
    }
}
