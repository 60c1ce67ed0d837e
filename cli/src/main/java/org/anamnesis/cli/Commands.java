package org.anamnesis.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Answer;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.Interpretation;
import org.anamnesis.converse.Outcome;
import org.anamnesis.converse.Turn;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands: each parses its words, calls one use case and says what came of it. */
final class Commands {
    private Commands() {}

    /**
     * Parses and runs; every failure comes out as the exception it was, for {@link Main} to put
     * into words.
     */
    static int execute(Anamnesis facade, Voice voice, PrintStream out, String... args) {
        CommandLine line = line(facade, voice);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        CommandLine.ParseResult parsed = line.parseArgs(sentencesLast(args));
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        return ((UseCase) parsed.commandSpec().userObject()).run();
    }

    /** A sentence may begin with a dash ("-5 patients"); one with spaces is never an option. */
    private static String[] sentencesLast(String... args) {
        List<String> options = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (String arg : args) {
            boolean sentence = arg.startsWith("-") && !arg.startsWith("--") && arg.contains(" ");
            (sentence ? sentences : options).add(arg);
        }
        if (!sentences.isEmpty()) {
            options.add("--");
            options.addAll(sentences);
        }
        return options.toArray(String[]::new);
    }

    /** One command's work; returns the exit code. */
    private interface UseCase {
        int run();
    }

    private static CommandLine line(Anamnesis facade, Voice voice) {
        var line = new CommandLine(new Top());
        line.addSubcommand("generate", new Generate(facade, voice));
        line.addSubcommand("interpret", new Interpret(facade, voice));
        line.addSubcommand("ask", new Ask(facade, voice));
        line.addSubcommand(
                "evidence",
                new CommandLine(new EvidenceTop())
                        .addSubcommand("build", new Build(facade, voice)));
        return line;
    }

    private static Map<String, Object> json(String text) {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestException problem(String where, String message, String suggestion) {
        return new RequestException(List.of(new Problem("cli.usage", where, message, suggestion)));
    }

    @Command(
            name = "anamnesis",
            mixinStandardHelpOptions = true,
            version = "anamnesis 0.1.0",
            description =
                    "Synthetic patients, asked for in plain words. Not real patients; not for clinical decisions.")
    private static final class Top implements UseCase {
        @Override
        public int run() {
            throw problem(
                    "",
                    "a command is missing",
                    "./anamnesis generate \"200 patients with asthma\", or --help");
        }
    }

    @Command(
            name = "evidence",
            mixinStandardHelpOptions = true,
            description = "Work on the built-in evidence.")
    private static final class EvidenceTop implements UseCase {
        @Override
        public int run() {
            throw problem(
                    "evidence", "a command is missing", "./anamnesis evidence build --nhanes DIR");
        }
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description =
                    "Make a cohort from a request in plain words, or from a saved specification.")
    private static final class Generate implements UseCase {
        private final Anamnesis facade;
        private final Voice voice;

        @Parameters(
                arity = "0..*",
                paramLabel = "REQUEST",
                description = "what patients are wanted")
        private List<String> words = new ArrayList<>();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "folder to make; named after the request if not given")
        private Path out;

        @Option(names = "--format", paramLabel = "LIST", description = "csv,parquet")
        private String format;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "same words, same seed, same bytes")
        private Long seed;

        @Option(names = "--engine", paramLabel = "NAME", description = "trees (default) or copula")
        private String engine;

        @Option(
                names = "--spec",
                paramLabel = "FILE",
                description = "spec.json of an earlier run instead of words")
        private Path spec;

        @Option(names = "--analysis-only", description = "only the analysis table, no EHR tables")
        private boolean analysisOnly;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "that make patients; the files do not depend on it")
        private int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

        @Option(names = "--json", description = "one JSON object on standard output, nothing else")
        @SuppressWarnings(
                "UnusedVariable") // Main looks for it in the arguments, to speak JSON on any
        // failure
        private boolean json;

        @Option(names = "--dry-run", description = "understand, check and plan; write nothing")
        private boolean dryRun;

        Generate(Anamnesis facade, Voice voice) {
            this.facade = facade;
            this.voice = voice;
        }

        @Override
        public int run() {
            if (spec != null && !words.isEmpty()) {
                throw problem(
                        "--spec " + spec,
                        "a request and a specification were both given",
                        "one of the two");
            }
            if (threads < 1) {
                throw problem(
                        "--threads " + threads, "at least one thread is needed", "--threads 2");
            }
            Optional<List<String>> formats =
                    Optional.ofNullable(format)
                            .map(
                                    f ->
                                            Arrays.stream(f.split(","))
                                                    .map(s -> s.strip().toLowerCase(Locale.ROOT))
                                                    .distinct()
                                                    .toList());
            var request =
                    new GenerateRequest(
                            spec == null ? Optional.of(String.join(" ", words)) : Optional.empty(),
                            Optional.ofNullable(spec),
                            Optional.ofNullable(out),
                            formats,
                            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                            Optional.ofNullable(engine),
                            analysisOnly,
                            threads,
                            dryRun);
            Outcome done = facade.generate(request, voice.progress());
            if (voice.json()) {
                voice.object(object(done));
            } else {
                speak(done);
            }
            return Main.DONE;
        }

        private void speak(Outcome done) {
            voice.list("Understood", done.understood());
            voice.list("Assumed", done.assumed());
            voice.list("Not used", done.notUsed().stream().map(w -> "\"" + w + "\"").toList());
            voice.list("Where the numbers come from", done.sources());
            voice.list("Take care", done.warnings());
            if (done.folder().isEmpty()) {
                voice.line("Nothing was written (dry run).");
                return;
            }
            voice.line(
                    String.format(
                            Locale.ROOT,
                            "%,d synthetic patients in %s (%.1f s): %s",
                            done.patients(),
                            done.folder().get(),
                            done.seconds(),
                            String.join(", ", done.files())));
            voice.line("Open " + done.folder().get().resolve("report.html") + " in a browser.");
        }

        private static Map<String, Object> object(Outcome done) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("spec", json(done.specJson()));
            m.put("understood", done.understood());
            m.put("assumed", done.assumed());
            m.put("not_used", done.notUsed());
            m.put("sources", done.sources());
            m.put("warnings", done.warnings());
            done.folder().ifPresent(f -> m.put("folder", f.toString()));
            m.put("files", done.files());
            m.put("patients", done.patients());
            m.put("seconds", done.seconds());
            return m;
        }
    }

    @Command(
            name = "interpret",
            mixinStandardHelpOptions = true,
            description = "Say what was understood of one or more messages; make nothing.")
    private static final class Interpret implements UseCase {
        private final Anamnesis facade;
        private final Voice voice;

        @Parameters(arity = "1..*", paramLabel = "TURN")
        private List<String> turns = new ArrayList<>();

        @Option(names = "--json")
        @SuppressWarnings(
                "UnusedVariable") // Main looks for it in the arguments, to speak JSON on any
        // failure
        private boolean json;

        Interpret(Anamnesis facade, Voice voice) {
            this.facade = facade;
            this.voice = voice;
        }

        @Override
        public int run() {
            Interpretation done = facade.interpret(turns);
            List<Problem> problems =
                    done.turns().stream().flatMap(t -> t.problems().stream()).toList();
            if (voice.json()) {
                Map<String, Object> m = new LinkedHashMap<>();
                m.put("spec", json(done.specJson()));
                m.put("turns", done.turns().stream().map(Interpret::turn).toList());
                voice.object(m);
            } else {
                for (Turn t : done.turns()) {
                    voice.line("> " + t.message());
                    voice.line(t.reply());
                }
                voice.line(done.specJson());
                voice.problems(problems, Main.REQUEST);
            }
            return problems.isEmpty() ? Main.DONE : Main.REQUEST;
        }

        private static Map<String, Object> turn(Turn t) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("message", t.message());
            m.put("reading", t.reading());
            m.put("reply", t.reply());
            m.put("changes", t.changes());
            m.put("problems", t.problems().stream().map(Voice::map).toList());
            t.question().ifPresent(q -> m.put("question", q));
            return m;
        }
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Ask what the evidence and the population say, and who says so.")
    private static final class Ask implements UseCase {
        private final Anamnesis facade;
        private final Voice voice;

        @Parameters(arity = "1..*", paramLabel = "QUESTION")
        private List<String> words = new ArrayList<>();

        @Option(names = "--json")
        @SuppressWarnings(
                "UnusedVariable") // Main looks for it in the arguments, to speak JSON on any
        // failure
        private boolean json;

        Ask(Anamnesis facade, Voice voice) {
            this.facade = facade;
            this.voice = voice;
        }

        @Override
        public int run() {
            Answer answer = facade.ask(String.join(" ", words));
            if (voice.json()) {
                Map<String, Object> m = new LinkedHashMap<>();
                m.put("answer", answer.text());
                m.put("lines", answer.lines());
                m.putAll(answer.json());
                voice.object(m);
            } else {
                voice.line(answer.text());
                answer.lines().forEach(l -> voice.line("  - " + l));
            }
            return Main.DONE;
        }
    }

    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = "Make the synthetic census of the United States from NHANES microdata.")
    private static final class Build implements UseCase {
        private final Anamnesis facade;
        private final Voice voice;

        @Option(names = "--nhanes", required = true, paramLabel = "DIR")
        private Path nhanes;

        @Option(names = "--out", paramLabel = "DIR", description = "where the two census files go")
        private Path out = Path.of("core/src/main/resources/org/anamnesis/population");

        @Option(
                names = "--keep-apart",
                paramLabel = "K",
                description = "fold 0 to 4 of persons not learned from, for judging")
        private Integer keepApart;

        Build(Anamnesis facade, Voice voice) {
            this.facade = facade;
            this.voice = voice;
        }

        @Override
        public int run() {
            if (keepApart != null && (keepApart < 0 || keepApart > 4)) {
                throw problem(
                        "--keep-apart " + keepApart, "folds are numbered 0 to 4", "--keep-apart 2");
            }
            facade.buildCensus(
                    nhanes,
                    out,
                    keepApart == null ? OptionalInt.empty() : OptionalInt.of(keepApart),
                    voice.progress());
            voice.line("Census files are in " + out + ".");
            return Main.DONE;
        }
    }
}
