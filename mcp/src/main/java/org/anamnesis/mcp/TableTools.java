package org.anamnesis.mcp;

import static org.anamnesis.mcp.Parameter.file;
import static org.anamnesis.mcp.Parameter.out;
import static org.anamnesis.mcp.Parameter.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.AskedPromise;
import org.anamnesis.converse.EvaluateRequest;
import org.anamnesis.converse.Evaluated;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Known;

/** Tools for a user's own tables: to learn one, and to judge what was made of it. */
final class TableTools {
    private static final double LONGEST_MINUTES = 24 * 60;

    private final Anamnesis program;
    private final Confined files;

    TableTools(Anamnesis program, Confined files) {
        this.program = program;
        this.files = files;
    }

    List<Tool> all() {
        return List.of(learn(), evaluate());
    }

    private Tool learn() {
        return new Tool(
                "learn",
                "Learn the user's own table",
                "Looks at a table of patients (CSV, Parquet, or a folder of FHIR or OMOP files) and, if"
                        + " `out` is given, learns it: the model file holds none of its rows, and the"
                        + " privacy audit is told. Without `out` it is only looked at. Rows are then"
                        + " made by the tool sample, or in a conversation after the message \"use the"
                        + " model FILE\". May take minutes; tells progress; cancelling is heard between"
                        + " two steps.",
                List.of(
                        file("table", "to be learned").must(),
                        file("second_table", "of the same persons, several rows each"),
                        text("key", "column that says whose a row is; found if not named"),
                        text("engine", "usual: trees").oneOf(Known.ENGINES),
                        out("out", "model file to write"),
                        Parameter.yes(Tool.REPLACE, "a file of this name may be replaced"),
                        text("target", "column that is to be predicted, for the judgement"),
                        out("schema", "how the table is read: written if not there, else obeyed"),
                        Parameter.texts(
                                "rules", "what holds in every row: \"diastolic < systolic\""),
                        text(
                                "epsilon",
                                "learn under differential privacy: 1 strong, 3 usual, 10 weak"),
                        text("delta", "chance that the promise of epsilon fails; usual: 1e-6"),
                        MakeTools.seed("same table, same seed, same model; usual: 1"),
                        Parameter.number(
                                "minutes",
                                0.01,
                                LONGEST_MINUTES,
                                "longest that one training takes")),
                Shape.told(
                        Shape.members(
                                "schema", Shape.object("how the table is read"),
                                "columns", Shape.texts("that are learned or kept"),
                                "dropped", Shape.texts("columns that are not, with the reason"),
                                "rules", Shape.texts("of the table"),
                                "notes", Shape.texts("what the user should know"),
                                "engine", Shape.text("that learned"),
                                "rows", Shape.whole("that were learned"),
                                "rows_in_file", Shape.whole(""),
                                "privacy", Shape.object("figures of the audit"),
                                "quality", Shape.object("figures of fidelity and utility"),
                                "seconds", Shape.number("it took")),
                        Shape.members(
                                "schema_file", Shape.text("that was written"),
                                "model", Shape.text("file that was written"),
                                "training_cpu_seconds", Shape.number(""))),
                Tool.Effect.FILES,
                this::learning);
    }

    private Tool.Task learning(Arguments given) {
        List<Problem> problems = new ArrayList<>();
        for (String with : List.of("engine", "epsilon", "minutes")) {
            if (given.has(with) && !given.has("out")) {
                problems.add(
                        problem(with, "nothing is learned without out", "\"out\": \"my.model\""));
            }
        }
        if (given.has("delta") && !given.has("epsilon")) {
            problems.add(problem("delta", "it goes with epsilon", "\"epsilon\": \"3\""));
        }
        Optional<Path> out = given.path("out");
        there(given).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        OptionalDouble minutes = given.number("minutes");
        var request =
                new LearnRequest(
                        given.path("table").orElseThrow(),
                        given.text("engine"),
                        out,
                        given.text("target"),
                        given.path("schema"),
                        given.texts("rules"),
                        given.whole("seed").orElse(1),
                        given.text("epsilon").map(e -> new AskedPromise(e, given.text("delta"))),
                        given.path("second_table"),
                        given.text("key"),
                        minutes);
        return progress -> Tool.Done.of(JsonForm.of(program.learn(request, progress)));
    }

    private Tool evaluate() {
        return new Tool(
                "evaluate",
                "Judge a synthetic table",
                "Judges a table that was made beside the people it was learned from and others of the"
                        + " same population: is it like real people, is it of use, does it leak? Tells"
                        + " the main figures and writes pages and figures into a folder. Takes a while;"
                        + " tells progress.",
                List.of(
                        file("real", "table that was learned from").must(),
                        file("holdout", "other people, who were not learned from").must(),
                        file("synthetic", "table that was made").must(),
                        out("out", "folder to make").must(),
                        Parameter.yes(Tool.REPLACE, "an earlier judgement there may be replaced"),
                        text("outcome", "column to predict; of survival the event"),
                        text("time", "column with the time until that event"),
                        file("schema", "of the real table, as the tool learn writes it"),
                        file("model", "that made the table, for what it promises"),
                        MakeTools.seed("same tables, same seed, same figures; usual: 1")),
                Shape.told(
                        Shape.members(
                                "summary", Shape.texts("the main figures, a sentence each"),
                                "passes",
                                        Shape.of(
                                                "boolean",
                                                "whether the limits of privacy are kept"),
                                "notes", Shape.texts("what to know of the files"),
                                "folder", Shape.text("where pages and figures lie"),
                                "files", Shape.texts("names within the folder"),
                                "judgement", Shape.text("address of all figures, a resource"),
                                "report", Shape.text("address of the page"),
                                "privacy_page",
                                        Shape.text("address of the privacy officer's page")),
                        Map.of()),
                Tool.Effect.FILES,
                given -> {
                    there(given)
                            .ifPresent(
                                    p -> {
                                        throw new RequestException(List.of(p));
                                    });
                    var request =
                            new EvaluateRequest(
                                    given.path("real").orElseThrow(),
                                    given.path("holdout").orElseThrow(),
                                    given.path("synthetic").orElseThrow(),
                                    given.text("outcome"),
                                    given.text("time"),
                                    given.path("schema"),
                                    given.path("out").orElseThrow(),
                                    given.whole("seed").orElse(1),
                                    given.path("model"));
                    return progress -> judged(program.evaluate(request, progress));
                });
    }

    private Tool.Done judged(Evaluated done) {
        String folder = files.told(done.folder());
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("summary", done.lines());
        m.put("passes", done.passes());
        m.put("notes", done.notes());
        m.put("folder", done.folder().toString());
        m.put("files", done.files());
        m.put("judgement", Addresses.run(folder, "evaluation.json"));
        m.put("report", Addresses.run(folder, "evaluation.html"));
        m.put("privacy_page", Addresses.run(folder, "privacy.html"));
        return new Tool.Done(m, false, List.of(Papers.of(folder, "evaluation.html")));
    }

    /** What is there already, and may not be replaced. */
    private Optional<Problem> there(Arguments given) {
        return given.path("out")
                .filter(f -> Files.exists(f) && !given.yes(Tool.REPLACE))
                .map(
                        f ->
                                new Problem(
                                        "mcp.out.there",
                                        files.told(f),
                                        "there is a file or folder of this name",
                                        "another name, or \"replace\": true"));
    }

    private static Problem problem(String where, String message, String suggestion) {
        return new Problem("mcp.learn", where, message, suggestion);
    }
}
