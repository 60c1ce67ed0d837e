package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.FreeSpace;
import org.anamnesis.export.Publisher;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.omop.OmopTables;
import org.anamnesis.export.omop.Vocabulary;
import org.anamnesis.generate.Generator;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.report.Understanding;
import org.anamnesis.spec.Baseline;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Populations;
import org.anamnesis.spec.Said;
import org.anamnesis.spec.SpecFile;
import org.anamnesis.spec.SpecJson;

/** From a request to a published folder, or to all that speaks against it. */
final class GenerateDesk {
    /** A visit before the index visit takes this part of its bytes; measured on five years. */
    private static final double A_VISIT = 0.4;

    private static final String COMPLETE =
            "every patient has every observation (no value is left missing, but LDL where triglycerides exceed 400 mg/dL)";

    private static final String SPOILT =
            "The vocabulary that the program was started with cannot be used: %s.";

    private static final String NOTHING =
            " Nothing was made; whoever started the program can mend it.";

    private record Planned(
            SpecFile asked,
            NetworkPlan.Both plans,
            Evidence evidence,
            ReferencePopulation people,
            Optional<Planned> baseline) {
        GenerationPlan plan() {
            return plans.plan();
        }

        /** What was not said and was decided, for this cohort. */
        List<String> assumed() {
            List<String> assumed = new ArrayList<>(asked.said().assumed());
            plan().explained().stream()
                    .filter(e -> assumed.stream().noneMatch(a -> a.equalsIgnoreCase(e + ".")))
                    .forEach(assumed::add);
            boolean gaps =
                    asked.spec().beyond().overwrites().stream()
                                    .anyMatch(o -> o instanceof Overwrite.Missing)
                            || asked.spec().beyond().gaps();
            if (!gaps) {
                assumed.add(COMPLETE);
            }
            return assumed;
        }

        /** From what spec.json holds alone, so that a run from the file writes the same bytes. */
        Run run() {
            Said said = asked.said();
            var understanding =
                    new Understanding(
                            said.messages().isEmpty()
                                    ? "a specification without words"
                                    : String.join("\n", said.messages()),
                            Understood.lines(asked.spec()),
                            assumed(),
                            said.ignored());
            return new Run(
                    plans, evidence, people, understanding, asked, baseline.map(Planned::run));
        }
    }

    private final Wanted wanted;
    private final GenerateRequest request;
    private final Optional<Path> standing;
    private final Progress progress;
    private final Supplier<Shipped> shipped;
    private final long start = System.nanoTime();

    /**
     * @param standing the vocabulary that the program was started with, for whoever asks for OMOP
     */
    GenerateDesk(
            Wanted wanted,
            GenerateRequest request,
            Optional<Path> standing,
            Progress progress,
            Supplier<Shipped> shipped) {
        this.wanted = wanted;
        this.request = request;
        this.standing = standing;
        this.progress = progress;
        this.shipped = shipped;
    }

    /**
     * @throws RequestException with every problem, before anything is written
     */
    Outcome outcome() {
        Path target = request.out().orElseGet(() -> Path.of(GenerateRequest.folder(wanted.spec())));
        List<Problem> problems = new ArrayList<>(wanted.problems());
        Optional<Planned> planned = plan(target, problems);
        Vocabulary vocabulary = vocabulary(planned, problems);
        Optional<Publisher> publisher =
                request.dryRun() ? Optional.empty() : open(target, problems);
        try {
            if (!problems.isEmpty()) {
                throw new RequestException(problems);
            }
            return made(planned.orElseThrow(), vocabulary, target, publisher);
        } finally {
            publisher.ifPresent(p -> close(p, target));
        }
    }

    /** Also for a request that is refused already, so that one try shows all its problems. */
    private Optional<Planned> plan(Path target, List<Problem> problems) {
        boolean everyone = wanted.spec().condition().isEmpty();
        if (!problems.isEmpty() && (everyone || problems.stream().anyMatch(GenerateDesk::name))) {
            return Optional.empty(); // of whom is not known: what follows from it would mislead
        }
        progress.step("reading the evidence", 0.02);
        try {
            Planned planned = planned(new SpecFile(wanted.spec(), wanted.said()), shipped.get());
            problems.addAll(Studied.absent(wanted.spec()));
            fits(planned.plan(), target, problems);
            return Optional.of(planned);
        } catch (RequestException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** Read before anything is made, so that a damaged one costs nothing. */
    private Vocabulary vocabulary(Optional<Planned> planned, List<Problem> problems) {
        if (planned.isEmpty()) {
            return Vocabulary.SEEN;
        }
        boolean omop =
                planned.get().plan().spec().formats().stream().anyMatch(f -> f.startsWith("omop"));
        if (request.vocabulary().isEmpty()) {
            return omop ? standing(planned.get()) : Vocabulary.SEEN;
        }
        Path folder = request.vocabulary().get();
        if (!omop) {
            problems.add(
                    new Problem(
                            "vocabulary.unused",
                            folder.toString(),
                            "A vocabulary completes OMOP tables, and none are asked",
                            "--format omop"));
            return Vocabulary.SEEN;
        }
        try {
            return read(folder, planned.get());
        } catch (RequestException e) {
            problems.addAll(e.problems());
            return Vocabulary.SEEN;
        }
    }

    /**
     * It was whole when the program began: who asks for patients can do nothing about it, and is
     * not told where it lies.
     */
    private Vocabulary standing(Planned planned) {
        if (standing.isEmpty()) {
            return Vocabulary.SEEN;
        }
        try {
            return read(standing.get(), planned);
        } catch (RequestException e) {
            throw new EnvironmentException(
                    SPOILT.formatted(e.problems().get(0).message()) + NOTHING, e);
        } catch (EnvironmentException e) {
            throw new EnvironmentException(SPOILT.formatted("It cannot be read") + NOTHING, e);
        }
    }

    private Vocabulary read(Path folder, Planned planned) {
        progress.step("reading the vocabulary", 0.05);
        return OmopTables.vocabulary(folder, planned.run().headers(), Run.CATALOG);
    }

    /** A what-if is planned with its baseline: both are made, or neither. */
    private static Planned planned(SpecFile asked, Shipped shipped) {
        Evidence evidence = shipped.evidence();
        ReferencePopulation people = shipped.people(asked.spec());
        Optional<Baseline> baseline = asked.spec().beyond().baseline();
        return new Planned(
                asked,
                NetworkPlan.of(asked.spec(), evidence, people),
                evidence,
                people,
                baseline.map(b -> planned(new SpecFile(b.spec(), b.said()), shipped)));
    }

    /** What a request would run, for a look at it. */
    static Run run(SpecFile asked, Shipped shipped) {
        return planned(asked, shipped).run();
    }

    private static boolean name(Problem problem) {
        return problem.code().endsWith(".unknown")
                || problem.code().endsWith(".later")
                || problem.code().equals("spec.contradiction");
    }

    private Outcome made(
            Planned planned, Vocabulary vocabulary, Path target, Optional<Publisher> publisher) {
        GenerationPlan plan = planned.plan();
        CohortSpec spec = wanted.spec();
        Run.Written written = new Run.Written(List.of(), List.of());
        if (publisher.isPresent()) {
            written = planned.run().write(publisher.get(), target, request, vocabulary, progress);
        }
        progress.step("done", 1);
        return new Outcome(
                SpecJson.write(spec, wanted.said()),
                wanted.understood(),
                planned.assumed(),
                wanted.said().ignored(),
                written.sources(),
                warnings(plan),
                publisher.map(p -> target),
                written.files(),
                spec.count(),
                (System.nanoTime() - start) / 1e9);
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

    /** What the disk cannot hold is refused with the largest number that it can. */
    private void fits(GenerationPlan plan, Path target, List<Problem> problems) {
        double each = 0;
        for (TableGroup group : Run.tables(request)) {
            double visits =
                    group == TableGroup.EHR
                            ? plan.history().map(PlannedHistory::expected).orElse(0.0)
                            : 0;
            each +=
                    (1 + A_VISIT * visits)
                            * Exporters.installed()
                                    .bytesPerPatient(
                                            plan.spec().formats(),
                                            Generator.header(plan),
                                            EnumSet.of(group));
        }
        each += Studied.bytes(plan);
        long most = FreeSpace.patients(target, each);
        String suggestion = "at most about %,d here, by free space".formatted(most);
        if (plan.spec().count() > most) {
            problems.add(
                    new Problem(
                            "request.count.disk",
                            "%d patients".formatted(plan.spec().count()),
                            "the disk does not hold so many",
                            suggestion));
        }
        problems.replaceAll(
                p ->
                        p.code().equals("request.count.huge")
                                ? new Problem(p.code(), p.where(), p.message(), suggestion)
                                : p);
    }

    private static List<String> warnings(GenerationPlan plan) {
        GenerationPlan.Reality r = plan.reality();
        List<String> warnings =
                Warnings.of(r.share(), r.divergence(), r.effectiveRows(), r.selectedRows());
        if (Populations.borrowed(plan.spec())) {
            warnings.add(Populations.warning(plan.spec().population()));
        }
        if (r.extrapolated()) {
            warnings.add(Warnings.EXTRAPOLATED);
        }
        return warnings;
    }
}
