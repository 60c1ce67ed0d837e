package org.anamnesis.converse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.FreeSpace;
import org.anamnesis.export.Publisher;
import org.anamnesis.export.TableGroup;
import org.anamnesis.generate.CensusBuilder;
import org.anamnesis.generate.Generator;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.Planner;
import org.anamnesis.plan.Words;
import org.anamnesis.population.Census;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.report.Understanding;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecCheck;
import org.anamnesis.spec.SpecJson;

/** The use cases on the evidence and population that ship. */
final class Desk implements Anamnesis {
    static final String VERSION = "0.1.0";
    private static final int ADULTS = 120_000;
    private static final int CHILDREN = 30_000;

    /** Less than this share of the population is worth a warning. */
    private static final double RARE = 0.001;

    private final Reader reader = new RuleReader();

    @Override
    public Interpretation interpret(List<String> messages) {
        CohortSpec spec = CohortSpec.DEFAULT;
        List<Turn> turns = new ArrayList<>();
        for (String message : messages) {
            Understood u = Understood.of(message, spec, reader);
            List<Problem> problems = new ArrayList<>(u.problems());
            if (problems.isEmpty() && u.question().isEmpty()) {
                problems.addAll(SpecCheck.problems(u.spec()));
            }
            CohortSpec after = problems.isEmpty() ? u.spec() : spec;
            turns.add(
                    new Turn(
                            message,
                            u.understood(),
                            reply(u, problems),
                            problems.isEmpty() ? u.understood() : List.of(),
                            problems,
                            Optional.empty()));
            spec = after;
        }
        return new Interpretation(SpecJson.write(spec), turns);
    }

    private static String reply(Understood u, List<Problem> problems) {
        if (u.question().isPresent()) {
            return "That is a question; \"ask\" answers it. Nothing was changed.";
        }
        if (!problems.isEmpty()) {
            return "Nothing was changed: "
                    + String.join("; ", problems.stream().map(Problem::message).toList())
                    + ".";
        }
        List<String> parts = new ArrayList<>();
        parts.add("Understood: " + String.join("; ", u.understood()) + ".");
        if (!u.assumed().isEmpty()) {
            parts.add("Assumed: " + String.join("; ", u.assumed()) + ".");
        }
        if (!u.notUsed().isEmpty()) {
            parts.add("Not used: \"" + String.join("\", \"", u.notUsed()) + "\".");
        }
        return String.join(" ", parts);
    }

    @Override
    public Outcome generate(GenerateRequest request, Progress progress) {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        Understood u = understand(request, problems);
        CohortSpec spec = adjusted(u.spec(), request);
        problems.addAll(Exporters.installed().check(spec.formats()));
        Set<String> known = new LinkedHashSet<>();
        problems.forEach(p -> known.add(p.code()));
        for (Problem p : SpecCheck.problems(spec)) {
            if (known.add(p.code()) || !p.code().contains("format")) {
                problems.add(p);
            }
        }
        Path target = request.out().orElseGet(() -> Path.of(folderName(spec)));
        Optional<Publisher> publisher =
                request.dryRun() ? Optional.empty() : open(target, problems);
        try {
            return planned(spec, u, target, publisher, request, progress, problems, start);
        } finally {
            publisher.ifPresent(p -> close(p, target));
        }
    }

    private Outcome planned(
            CohortSpec spec,
            Understood u,
            Path target,
            Optional<Publisher> publisher,
            GenerateRequest request,
            Progress progress,
            List<Problem> problems,
            long start) {
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        progress.step("reading the evidence", 0.02);
        Evidence evidence = Evidence.bundled();
        boolean[] who = Planner.adultsAndChildren(spec);
        ReferencePopulation people = ReferencePopulation.bundled(who[0], who[1]);
        GenerationPlan plan = Planner.plan(spec, evidence, people);
        List<String> assumed = new ArrayList<>(u.assumed());
        assumed.addAll(plan.explained());
        assumed.add(
                "every patient has every observation (no value is left missing, but LDL where triglycerides exceed 400 mg/dL)");
        List<String> warnings = warnings(plan);
        if (publisher.isEmpty()) {
            return new Outcome(
                    SpecJson.write(spec),
                    u.understood(),
                    assumed,
                    u.notUsed(),
                    List.of(),
                    warnings,
                    Optional.empty(),
                    List.of(),
                    spec.count(),
                    seconds(start));
        }
        fits(spec, plan, target);
        var understanding =
                new Understanding(
                        request.words().orElse("the specification of a file"),
                        u.understood(),
                        assumed,
                        u.notUsed());
        Run.Written written =
                new Run(plan, evidence, people, understanding)
                        .write(publisher.get(), target, request, progress);
        progress.step("done", 1);
        return new Outcome(
                SpecJson.write(spec),
                u.understood(),
                assumed,
                u.notUsed(),
                written.sources(),
                warnings,
                Optional.of(target),
                written.files(),
                spec.count(),
                seconds(start));
    }

    private Understood understand(GenerateRequest request, List<Problem> problems) {
        if (request.specFile().isPresent()) {
            CohortSpec spec = CohortSpec.DEFAULT;
            try {
                spec =
                        SpecJson.read(
                                Files.readString(request.specFile().get(), StandardCharsets.UTF_8));
            } catch (RequestException e) {
                problems.addAll(e.problems());
            } catch (NoSuchFileException e) {
                problems.add(specProblem(request, "there is no such file"));
            } catch (IOException e) {
                problems.add(specProblem(request, "this file cannot be read as UTF-8 text"));
            }
            List<String> lines = new ArrayList<>();
            spec.condition().ifPresent(c -> lines.add("everyone has " + Words.named(c)));
            spec.constraints().forEach(c -> lines.add(Words.of(c)));
            lines.add(0, "%d patients, as the specification says".formatted(spec.count()));
            return new Understood(spec, lines, List.of(), List.of(), List.of(), Optional.empty());
        }
        Understood u = Understood.of(request.words().orElse(""), CohortSpec.DEFAULT, reader);
        problems.addAll(u.problems());
        u.question()
                .ifPresent(
                        q ->
                                problems.add(
                                        new Problem(
                                                "request.question",
                                                q.length() > 80 ? q.substring(0, 80) + "..." : q,
                                                "this is a question, not a request for patients",
                                                "./anamnesis ask \"...\" answers questions; a request reads like \"200 patients with asthma\"")));
        return u;
    }

    private static Problem specProblem(GenerateRequest request, String message) {
        return new Problem(
                "spec.file",
                request.specFile().orElseThrow().toString(),
                message,
                "the spec.json of an earlier run");
    }

    private static CohortSpec adjusted(CohortSpec spec, GenerateRequest request) {
        CohortSpec s = spec;
        if (request.seed().isPresent()) {
            s = s.withSeed(request.seed().getAsLong());
        }
        if (request.engine().isPresent()) {
            s = s.withEngine(request.engine().get());
        }
        if (request.formats().isPresent()) {
            s = s.withFormats(request.formats().get());
        }
        return s;
    }

    private static Optional<Publisher> open(Path target, List<Problem> problems) {
        if (!problems.isEmpty()) {
            try {
                Publisher.check(target);
            } catch (RequestException e) {
                problems.addAll(e.problems());
            } catch (IOException e) {
                throw DiskTrouble.explain(e, target);
            }
            return Optional.empty();
        }
        try {
            return Optional.of(Publisher.open(target));
        } catch (RequestException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        } catch (IOException e) {
            throw DiskTrouble.explain(e, target);
        }
    }

    private static void close(Publisher publisher, Path target) {
        try {
            publisher.close();
        } catch (IOException e) {
            throw DiskTrouble.explain(e, target);
        }
    }

    /** Refuses what the disk cannot hold, with the largest number that it can. */
    private static void fits(CohortSpec spec, GenerationPlan plan, Path target) {
        double each =
                Exporters.installed()
                        .bytesPerPatient(
                                spec.formats(),
                                Generator.header(plan),
                                java.util.EnumSet.allOf(TableGroup.class));
        try {
            long most = FreeSpace.patients(target, each);
            if (spec.count() > most) {
                throw new RequestException(
                        List.of(
                                new Problem(
                                        "request.count.disk",
                                        spec.count() + " patients",
                                        "the disk does not hold so many",
                                        "at most about %,d here, by free space".formatted(most))));
            }
        } catch (IOException e) {
            throw DiskTrouble.explain(e, target);
        }
    }

    private static List<String> warnings(GenerationPlan plan) {
        List<String> warnings = new ArrayList<>();
        GenerationPlan.Reality r = plan.reality();
        if (r.share() < RARE) {
            warnings.add(
                    "rare: %s %% of the population meets the request"
                            .formatted(percent(100 * r.share())));
        }
        if (r.divergence() > 0.5) {
            warnings.add(
                    "far from reality: the targets change people's weights by %s nats; as good as %d of %d rows carry the cohort"
                            .formatted(
                                    percent(r.divergence()),
                                    Math.round(r.effectiveRows()),
                                    r.selectedRows()));
        }
        if (r.extrapolated()) {
            warnings.add(
                    "few people in the reference population are like this: how values go together is extrapolated");
        }
        return warnings;
    }

    /** Two significant digits, never in powers of ten. */
    private static String percent(double value) {
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }

    /** For example {@code type-2-diabetes-2000}. */
    private static String folderName(CohortSpec spec) {
        return spec.condition().orElse("general-population") + "-" + spec.count();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public Answer ask(String question) {
        return new AskDesk(Evidence.bundled()).answer(question);
    }

    @Override
    public void buildCensus(Path nhanes, Path out, OptionalInt keepApart, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        Path adults = nhanes.resolve("nhanes_adults_2005_2020.csv.gz");
        Path children = nhanes.resolve("nhanes_children_2005_2020.csv.gz");
        for (Path file : List.of(adults, children)) {
            if (!Files.isRegularFile(file)) {
                problems.add(
                        new Problem(
                                "census.microdata",
                                file.toString(),
                                "there is no such microdata file",
                                "the folder that holds the merged NHANES files"));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        try {
            Files.createDirectories(out);
            progress.step("learning adults", 0.05);
            write(
                    out.resolve("census-us-adults.bin"),
                    "adults",
                    new CensusBuilder(adults, keepApart).adults(ADULTS));
            progress.step("learning children", 0.8);
            write(
                    out.resolve("census-us-children.bin"),
                    "children and adolescents",
                    new CensusBuilder(children, keepApart).children(CHILDREN));
            progress.step("done", 1);
        } catch (IOException e) {
            throw new EnvironmentException("the census could not be made: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String who, CensusBuilder.Made made) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
            Census.write(made.people(), made.about(who), made.learnedFrom(), out);
        }
        Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
