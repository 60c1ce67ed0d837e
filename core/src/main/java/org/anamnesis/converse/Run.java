package org.anamnesis.converse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.ShownUnits;
import org.anamnesis.evaluate.Background;
import org.anamnesis.evaluate.CohortSummary;
import org.anamnesis.evaluate.Evaluation;
import org.anamnesis.evaluate.Evaluator;
import org.anamnesis.evaluate.Reality;
import org.anamnesis.evaluate.Restatement;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.Dictionary;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.Publisher;
import org.anamnesis.export.TableFile;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.omop.Vocabulary;
import org.anamnesis.generate.Generator;
import org.anamnesis.generate.care.CareBasis;
import org.anamnesis.generate.course.HistoryBasis;
import org.anamnesis.generate.course.IndexOrders;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.Pace;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.report.Dossier;
import org.anamnesis.report.HtmlReport;
import org.anamnesis.report.SourcesReport;
import org.anamnesis.report.Summary;
import org.anamnesis.report.Understanding;
import org.anamnesis.spec.SpecFile;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.table.Table;

/** One run of a plan: patients to files, judged on the way, published as a whole. */
final class Run {
    /** Ids and codes as exports look them up. */
    static final Catalog CATALOG =
            new Catalog() {
                @Override
                public Optional<Concept> concept(String id) {
                    return Catalogue.bundled().find(id);
                }

                @Override
                public Optional<Measurand> measurand(String id) {
                    return Measurands.bundled().find(id);
                }
            };

    /** Folder of the cohort that a what-if is held against. */
    static final String BASELINE = "baseline";

    /** People that a look learns from; more took longer and its plots showed nothing more. */
    private static final int LOOKED_AT = 3_000;

    private final GenerationPlan plan;

    /** The same request on the reference population, which the cohort is judged beside. */
    private final GenerationPlan reference;

    private final Map<String, Object> network;
    private final Evidence evidence;
    private final ReferencePopulation people;
    private final Understanding understanding;
    private final SpecFile asked;
    private final Optional<Run> baseline;

    Run(
            NetworkPlan.Both plans,
            Evidence evidence,
            ReferencePopulation people,
            Understanding understanding,
            SpecFile asked,
            Optional<Run> baseline) {
        this.plan = plans.plan();
        this.reference = plans.onCensus();
        this.network = plans.network();
        this.baseline = baseline;
        this.evidence = evidence;
        this.people = people;
        this.understanding = understanding;
        this.asked = asked;
    }

    GenerationPlan plan() {
        return plan;
    }

    /** Names of the files and the five lines of sources. */
    record Written(List<String> files, List<String> sources) {}

    Written write(
            Publisher publisher,
            Path target,
            GenerateRequest request,
            Vocabulary vocabulary,
            Progress progress) {
        try {
            return writeAll(publisher, request, vocabulary, progress);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, target);
        } catch (UncheckedIOException e) {
            throw DiskTrouble.explain(e.getCause(), target);
        }
    }

    /** Files of one cohort, with what was found out about it. */
    private record Made(Map<String, Long> rows, Dossier dossier) {}

    /** The variant where a cohort always is, its baseline in a folder of that name inside. */
    private Written writeAll(
            Publisher publisher, GenerateRequest request, Vocabulary vocabulary, Progress progress)
            throws IOException {
        Path folder = publisher.directory();
        Map<String, Long> rows = new HashMap<>();
        Optional<Evaluation> before = Optional.empty();
        if (baseline.isPresent()) {
            Path inside = Files.createDirectory(folder.resolve(BASELINE));
            Made other =
                    baseline.get().into(inside, Optional.empty(), request, vocabulary, progress);
            other.rows().forEach((name, n) -> rows.put(BASELINE + "/" + name, n));
            before = Optional.of(other.dossier().evaluation());
        }
        Made made = into(folder, before, request, vocabulary, progress);
        rows.putAll(made.rows());
        if (before.isPresent()) {
            Evaluation after = made.dossier().evaluation();
            text(folder, "comparison.csv", SideBySide.csv(before.get(), after));
        }
        progress.step("publishing", 0.95);
        var sealed = publisher.seal();
        Map<String, List<String>> unmapped =
                Exporters.installed()
                        .unmapped(
                                plan.spec().formats(),
                                Generator.header(plan),
                                with(vocabulary, CATALOG));
        publisher.publish(
                Manifest.of(
                        plan,
                        evidence,
                        people,
                        network,
                        vocabulary.version(),
                        unmapped,
                        rows,
                        sealed));
        List<String> files = new ArrayList<>(sealed.stream().map(f -> f.name()).toList());
        files.add(Publisher.MANIFEST);
        return new Written(files, Summary.lines(made.dossier()));
    }

    private Made into(
            Path folder,
            Optional<Evaluation> before,
            GenerateRequest request,
            Vocabulary vocabulary,
            Progress progress)
            throws IOException {
        progress.step("learning from %d people".formatted(reference.people().rows()), 0.1);
        Cohort cohort = Generator.cohort(plan, request.threads());
        CohortHeader header = cohort.header();
        var shown = new ShownUnits(header, plan.spec().beyond().units());
        Catalog catalog = with(vocabulary, catalog(shown));
        Background background = background(header);
        var summary = new CohortSummary(plan.spec(), header, background);
        List<TableFile> written;
        var files =
                new ExportRequest(
                        folder,
                        shown.header(),
                        tables(request),
                        catalog,
                        plan.spec().beyond().names());
        try (Exporter.Sink sink = Exporters.installed().open(plan.spec().formats(), files);
                Studied studied = Studied.open(plan, files, request.threads())) {
            double patients = header.patients();
            cohort.forEachBlock(
                    block -> {
                        summary.accept(block);
                        sink.accept(shown.of(block));
                        studied.accept(block);
                        progress.step(
                                "making patients",
                                0.2 + 0.7 * (block.first() + block.count()) / patients);
                    });
            written =
                    new ArrayList<>(studied.finish()); // before those that hold references to them
            written.addAll(sink.finish());
        }
        progress.step("writing the report", 0.9);
        Dossier dossier = dossier(shown, header, background, summary, before);
        text(folder, "spec.json", SpecJson.write(asked.spec(), asked.said()));
        text(folder, "sources.md", SourcesReport.markdown(dossier));
        text(folder, "sources.json", SourcesReport.json(dossier));
        Dictionary.write(files);
        try (Writer page =
                new BufferedWriter(
                        Files.newBufferedWriter(
                                folder.resolve("report.html"), StandardCharsets.UTF_8))) {
            HtmlReport.write(dossier, page);
        }
        Map<String, Long> rows = new HashMap<>();
        written.forEach(t -> rows.put(t.file().toString(), t.rows()));
        return new Made(rows, dossier);
    }

    /** The first patients of the analysis table, and what was found out about all. */
    record Sampled(List<Previewed.Column> columns, List<List<String>> rows, Dossier found) {}

    /**
     * Makes a few patients and judges them; nothing is written.
     *
     * @param progress what it throws ends this, within a part of the work
     */
    Sampled sampled(int rows, Progress progress) throws IOException {
        Optional<Evaluation> before = Optional.empty();
        if (baseline.isPresent()) {
            before = Optional.of(baseline.get().sampled(0, progress).found().evaluation());
        }
        progress.step("learning from %d people".formatted(reference.people().rows()), 0.3);
        Cohort cohort = Generator.look(plan, LOOKED_AT);
        CohortHeader header = cohort.header();
        var shown = new ShownUnits(header, plan.spec().beyond().units());
        Background background = background(header);
        var summary = new CohortSummary(plan.spec(), header, background);
        var first = new FirstRows(shown.header(), rows);
        progress.step("making patients", 0.6);
        cohort.forEachBlock(
                block -> {
                    summary.accept(block);
                    first.accept(shown.of(block));
                });
        progress.step("judging them", 0.8);
        return new Sampled(
                first.columns(), first.rows(), dossier(shown, header, background, summary, before));
    }

    private static Catalog with(Vocabulary vocabulary, Catalog catalog) {
        return new Catalog() {
            @Override
            public Optional<Concept> concept(String id) {
                return catalog.concept(id);
            }

            @Override
            public Optional<Measurand> measurand(String id) {
                return catalog.measurand(id);
            }

            @Override
            public Vocabulary vocabulary() {
                return vocabulary;
            }
        };
    }

    /** The fields of the cohort, and those of its baseline. */
    List<CohortHeader> headers() {
        List<CohortHeader> all = new ArrayList<>(List.of(Generator.header(plan)));
        baseline.ifPresent(b -> all.addAll(b.headers()));
        return all;
    }

    /** Limits and digits in the units in which the columns are shown. */
    private static Catalog catalog(ShownUnits shown) {
        return new Catalog() {
            @Override
            public Optional<Concept> concept(String id) {
                return CATALOG.concept(id);
            }

            @Override
            public Optional<Measurand> measurand(String id) {
                return CATALOG.measurand(id).map(shown::measurand);
            }
        };
    }

    static EnumSet<TableGroup> tables(GenerateRequest request) {
        return request.analysisOnly()
                ? EnumSet.of(TableGroup.ANALYSIS)
                : EnumSet.allOf(TableGroup.class);
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** Who says what else stands in the records. */
    private List<String> care(CohortHeader header) {
        List<String> all = new ArrayList<>(CareBasis.of(header, asked()));
        if (plan.spec().beyond().names()) {
            all.add(
                    "Names and addresses: made up, from lists by the patient's number; no different"
                            + " for women and men, ages and origins (assumption)");
        }
        if (plan.spec().beyond().gaps()) {
            all.add(IndexOrders.BASIS);
        }
        return all;
    }

    private Map<String, Pace> asked() {
        return plan.history().map(PlannedHistory::measured).orElse(Map.of());
    }

    private Dossier dossier(
            ShownUnits shown,
            CohortHeader header,
            Background background,
            CohortSummary summary,
            Optional<Evaluation> before) {
        GenerationPlan.Reality r = plan.reality();
        var reality = new Reality(r.share(), r.effectiveRows(), r.divergence(), plan.explained());
        Evaluation evaluation =
                Restatement.of(
                        Evaluator.evaluate(plan.spec(), header, summary, background, reality),
                        header.fields(),
                        shown);
        return new Dossier(
                understanding,
                plan.spec()
                        .condition()
                        .flatMap(id -> Catalogue.bundled().find(id))
                        .map(Concept::name),
                plan.spec(),
                shown.header(),
                evaluation,
                background.condition(),
                evidence::source,
                before,
                plan.history().isPresent() ? HistoryBasis.of(header) : List.of(),
                care(header),
                Desk.VERSION);
    }

    /**
     * People who meet the requirements, before targets, with the columns that the cohort's fields
     * have too.
     */
    private Background background(CohortHeader header) {
        int[] learned =
                IntStream.range(0, reference.startWeights().length)
                        .filter(i -> reference.startWeights()[i] > 0)
                        .toArray();
        Set<String> seen = new HashSet<>();
        List<org.anamnesis.table.Variable> variables = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        Map<String, double[]> computed = new HashMap<>();
        for (int k = 0; k < header.fields().size(); k++) {
            Field field = header.fields().get(k);
            String column = plan.fields().get(k).column();
            boolean comparable = field.role() != Field.Role.MEDICATION && !column.isEmpty();
            if (!comparable || !people.has(column) || !seen.add(field.id())) {
                continue;
            }
            double[] all = ReferenceColumns.of(reference.people(), column, computed);
            double[] some = new double[learned.length];
            for (int i = 0; i < some.length; i++) {
                some[i] = all[learned[i]];
            }
            var v = people.variable(column);
            variables.add(
                    new org.anamnesis.table.Variable(
                            field.id(), v.unit(), v.decimals(), v.levels()));
            columns.add(some);
        }
        double[] weights = new double[learned.length];
        java.util.Arrays.fill(weights, 1);
        Table reference = new Table(variables, columns.toArray(double[][]::new), weights);
        Map<String, Measurand> measurands = new HashMap<>();
        Measurands.bundled().all().forEach(m -> measurands.put(m.id(), m));
        return new Background(
                reference,
                Optional.empty(),
                Optional.of(
                        evidence.condition(plan.spec().condition().orElse("general-population"))),
                measurands);
    }
}
