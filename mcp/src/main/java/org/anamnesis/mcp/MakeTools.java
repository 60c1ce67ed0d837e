package org.anamnesis.mcp;

import static org.anamnesis.mcp.Parameter.text;
import static org.anamnesis.mcp.Wishes.wrong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Outcome;
import org.anamnesis.converse.Progress;
import org.anamnesis.converse.RowsMade;
import org.anamnesis.converse.RowsRequest;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Known;
import org.anamnesis.spec.SpecJson;

/** Tools that make patients and rows, as files. */
final class MakeTools {
    private static final int ROWS_SHOWN = 5;

    /** The share of the work that is over when all is planned. */
    private static final double PLANNING = 0.01;

    private static final double LARGEST_SEED = 9_007_199_254_740_991.0; // whole in any JSON reader

    private final Anamnesis program;
    private final Talks talks;
    private final Confined files;
    private final long most;

    /**
     * @param most patients of a cohort, and rows of a table
     */
    MakeTools(Anamnesis program, Talks talks, Confined files, long most) {
        this.program = program;
        this.talks = talks;
        this.files = files;
        this.most = most;
    }

    List<Tool> all() {
        return List.of(generate(), sample());
    }

    private Tool generate() {
        return new Tool(
                "generate",
                "Make the patients, as files",
                "Makes the cohort that a conversation came to, or that a request in plain words or a"
                        + " spec.json asks for: tables of patients, a report, sources and a manifest, in"
                        + " a new folder. Give exactly one of conversation, request and spec_file. An"
                        + " open question is settled by its usual reading. Tells progress; can be"
                        + " cancelled, and then leaves nothing.",
                List.of(
                        text(TalkTools.CONVERSATION, "the name of one that has begun"),
                        text("request", "in plain words, instead of a conversation"),
                        Parameter.file("spec_file", "spec.json of an earlier run, instead"),
                        Parameter.out(
                                "out", "folder to make; usual: named after condition and number"),
                        Parameter.yes(
                                Tool.REPLACE, "an earlier run in that folder may be replaced"),
                        Parameter.texts(
                                "formats",
                                "some of "
                                        + String.join(", ", Known.FORMATS)
                                        + "; usual: csv and parquet"),
                        seed("same words, same seed, same bytes"),
                        text("engine", "usual: trees").oneOf(Known.ENGINES),
                        Parameter.yes("analysis_only", "only the analysis table, no EHR tables"),
                        Parameter.yes("dry_run", "understand, check and plan, but write nothing")),
                Shape.told(
                        Shape.members(
                                "spec", Shape.object("the complete request, as in spec.json"),
                                "understood", Shape.texts("with the words it rests on"),
                                "assumed", Shape.texts("what was decided for the user"),
                                "not_used", Shape.texts("words that were not used"),
                                "sources", Shape.texts("where the figures come from"),
                                "warnings", Shape.texts("what a reader must know"),
                                "files", Shape.texts("names within the folder"),
                                "patients", Shape.whole("how many"),
                                "seconds", Shape.number("it took")),
                        Shape.members(
                                "folder", Shape.text("where the files are"),
                                "report", Shape.text("address of the report, a resource"),
                                "sources_in_full", Shape.text("address of all sources"))),
                Tool.Effect.FILES,
                this::begun);
    }

    private Tool.Task begun(Arguments given) {
        Wishes.one(given, List.of(TalkTools.CONVERSATION, "request", "spec_file"));
        Optional<Conversation> said = given.text(TalkTools.CONVERSATION).map(talks::of);
        said.flatMap(Conversation::model)
                .ifPresent(
                        m -> {
                            throw wrong(
                                    "generate.model",
                                    m.path().getFileName().toString(),
                                    "this conversation is about a learned model",
                                    "the tool sample with this conversation");
                        });
        return progress -> {
            GenerateRequest dry = request(given, Optional.empty(), true);
            Outcome planned = made(said, dry, (what, f) -> progress.step(what, PLANNING * f));
            if (planned.patients() > most) {
                throw tooMany(planned.patients(), "patients");
            }
            if (given.yes("dry_run")) {
                return Tool.Done.of(JsonForm.of(planned));
            }
            Path out = given.path("out").orElseGet(() -> unused(folder(planned)));
            if (!given.yes(Tool.REPLACE) && Files.exists(out)) {
                throw wrong(
                        "out.there",
                        files.told(out),
                        "there is a folder or file of this name",
                        "another name, or \"replace\": true if it is an earlier run");
            }
            return done(made(said, request(given, Optional.of(out), false), progress));
        };
    }

    private Outcome made(Optional<Conversation> said, GenerateRequest request, Progress progress) {
        return said.map(c -> program.make(c, request, progress))
                .orElseGet(() -> program.generate(request, progress));
    }

    private static String folder(Outcome planned) {
        return GenerateRequest.folder(SpecJson.read(planned.specJson()));
    }

    /** The first folder of this name, counted on, that is not there. */
    private Path unused(String name) {
        Path folder = files.write(name);
        for (int k = 2; Files.exists(folder); k++) {
            folder = files.write(name + "-" + k);
        }
        return folder;
    }

    private Tool.Done done(Outcome made) {
        Map<String, Object> told = new LinkedHashMap<>(JsonForm.of(made));
        List<Tool.Link> links = new ArrayList<>();
        made.folder()
                .ifPresent(
                        f -> {
                            String folder = files.told(f);
                            told.put("report", Addresses.run(folder, "report.html"));
                            told.put("sources_in_full", Addresses.run(folder, "sources.md"));
                            links.add(Papers.of(folder, "report.html"));
                            links.add(Papers.of(folder, "sources.md"));
                        });
        return new Tool.Done(told, false, links);
    }

    private static GenerateRequest request(Arguments given, Optional<Path> out, boolean dry) {
        List<String> formats =
                given.texts("formats").stream().map(f -> f.toLowerCase(Locale.ROOT)).toList();
        return new GenerateRequest(
                given.text("request").map(String::strip),
                given.path("spec_file"),
                out,
                formats.isEmpty() ? Optional.empty() : Optional.of(formats),
                given.whole("seed"),
                given.text("engine"),
                given.yes("analysis_only"),
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                dry);
    }

    private Tool sample() {
        return new Tool(
                "sample",
                "Make rows of a learned model",
                "Makes rows from a model that the tool learn wrote, in the spelling of the table that"
                        + " it learned. Give the model, with words or a number of rows; or a conversation"
                        + " about it (begun by the message \"use the model FILE\"). Tells progress; can"
                        + " be cancelled, and then leaves nothing.",
                List.of(
                        text(TalkTools.CONVERSATION, "about a learned model"),
                        Parameter.file("model", "file that learn wrote, instead"),
                        text(
                                "request",
                                "which rows of the model, in plain words: \"300 women over 60\""),
                        Parameter.whole("rows", 1, (double) most, "how many"),
                        text("where", "what every row meets: \"hba1c >= 8 and sex = 'female'\""),
                        Parameter.texts(
                                "targets", "what the rows meet together: \"mean(hba1c)=9\""),
                        seed("same model, same seed, same bytes"),
                        Parameter.out("out", "file to write, as CSV; usual: rows.csv")),
                Shape.told(
                        Shape.members(
                                "out", Shape.text("the file"),
                                "rows", Shape.whole("how many"),
                                "understood", Shape.texts(""),
                                "notes", Shape.texts("what the user should know"),
                                "engine", Shape.text("that learned"),
                                "first_lines", Shape.texts("of the file: names and some rows"),
                                "seconds", Shape.number("it took")),
                        Shape.members(
                                "persons", Shape.whole("if persons have several rows"),
                                "yield", Map.of("description", "how many draws it took"))),
                Tool.Effect.FILES,
                this::rows);
    }

    private Tool.Task rows(Arguments given) {
        Wishes.one(given, List.of(TalkTools.CONVERSATION, "model"));
        Optional<Conversation> said = given.text(TalkTools.CONVERSATION).map(talks::of);
        Path model =
                given.path("model")
                        .or(() -> said.flatMap(Conversation::model).map(m -> m.path()))
                        .orElseThrow(
                                () ->
                                        wrong(
                                                "sample.people",
                                                given.words(TalkTools.CONVERSATION),
                                                "this conversation is about no learned model",
                                                "the tool generate, or the message \"use the model FILE\""));
        if (said.isEmpty() && !given.has("request") && !given.has("rows")) {
            throw wrong(
                    "sample.rows", "", "how many rows is not said", "\"rows\": 1000, or a request");
        }
        long asked = given.whole("rows").orElseGet(() -> said(given, said, model).spec().count());
        if (asked > most) {
            throw tooMany(asked, "rows");
        }
        return progress -> {
            RowsMade made =
                    program.sample(
                            new RowsRequest(
                                    model,
                                    given.text("request"),
                                    said,
                                    given.whole("rows"),
                                    given.text("where"),
                                    given.texts("targets"),
                                    given.whole("seed"),
                                    given.path("out").orElseGet(this::unusedFile)),
                            progress);
            Map<String, Object> told = new LinkedHashMap<>(JsonForm.of(made));
            told.put("first_lines", firstLines(made.out()));
            return Tool.Done.of(told);
        };
    }

    /** Its names and some rows: a client cannot open the file. */
    private static List<String> firstLines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.limit(1 + ROWS_SHOWN).toList();
        } catch (IOException | UncheckedIOException e) { // in the table's own, other spelling
            return List.of();
        }
    }

    /** What words ask of a model, for how many rows that is. */
    private Conversation said(Arguments given, Optional<Conversation> begun, Path model) {
        return begun.orElseGet(
                () ->
                        program.on(model)
                                .turn(Conversation.EMPTY, given.words("request").strip())
                                .after());
    }

    private Path unusedFile() {
        Path file = files.write("rows.csv");
        for (int k = 2; Files.exists(file); k++) {
            file = files.write("rows-%d.csv".formatted(k));
        }
        return file;
    }

    static Parameter seed(String description) {
        return Parameter.whole("seed", -LARGEST_SEED, LARGEST_SEED, description);
    }

    private RequestException tooMany(long asked, String of) {
        return wrong(
                "many",
                String.format(Locale.ROOT, "%,d %s", asked, of),
                "these are more than may be made here at once",
                String.format(
                        Locale.ROOT,
                        "at most %,d; whoever starts the server may allow more by --most",
                        most));
    }
}
