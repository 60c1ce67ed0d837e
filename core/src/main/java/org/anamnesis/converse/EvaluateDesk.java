package org.anamnesis.converse;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.evaluate.JudgedOutcome;
import org.anamnesis.evaluate.Judging;
import org.anamnesis.evaluate.KnownColumn;
import org.anamnesis.evaluate.RowRule;
import org.anamnesis.evaluate.TableJudge;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.export.PublishedFile;
import org.anamnesis.export.Publisher;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.RuleSearch;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.TableRule;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.report.Judged;
import org.anamnesis.report.JudgementJson;
import org.anamnesis.report.JudgementPage;
import org.anamnesis.report.JudgementSummary;
import org.anamnesis.report.PrivacyPage;
import org.anamnesis.table.Table;

/** Judges a synthetic table from files: read, judged, two pages and the figures published. */
final class EvaluateDesk {
    private final EvaluateRequest request;
    private final Progress progress;

    private EvaluateDesk(EvaluateRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * @throws RequestException with every problem; nothing was written
     */
    static Evaluated evaluate(EvaluateRequest request, Progress progress) {
        return new EvaluateDesk(request, progress).evaluated();
    }

    private Evaluated evaluated() {
        try (Publisher publisher = Publisher.open(request.out())) {
            progress.step("reading three tables", 0.05);
            JudgedFiles files = JudgedFiles.read(request);
            JudgedOutcome outcome = outcome(files.schema());
            Judged.Learning learning = learning(files.schema());
            progress.step("looking for rules of the real table", 0.15);
            Judging judging = judging(files, outcome);
            progress.step("judging", 0.25);
            Judged judged = new Judged(TableJudge.judge(judging), learning, Desk.VERSION);
            progress.step("writing the pages", 0.95);
            List<String> written = write(publisher, judged);
            progress.step("done", 1);
            return new Evaluated(
                    JudgementSummary.lines(judged),
                    files.notes(),
                    JudgementJson.tree(judged),
                    judged.judgement().privacy().verdict().passes(),
                    request.out(),
                    written);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, request.out());
        }
    }

    private Judging judging(JudgedFiles files, JudgedOutcome outcome) {
        Map<String, Measurand> measurands =
                Measurands.bundled().all().stream()
                        .collect(Collectors.toMap(Measurand::id, m -> m));
        return new Judging(
                files.tables(),
                outcome,
                AttackKeys.of(files.schema()),
                RuleSearch.find(files.tables().train()).stream()
                        .map(k -> rowRule(files.schema(), k.rule()))
                        .toList(),
                files.schema().learned().stream().flatMap(EvaluateDesk::known).toList(),
                measurands,
                files.courses(),
                request.seed());
    }

    private static Stream<KnownColumn> known(ColumnSchema column) {
        String unit = column.content() instanceof Content.Numbers n ? n.unit() : "";
        return column.concept().stream().map(id -> new KnownColumn(column.name(), id, unit));
    }

    private static RowRule rowRule(Schema schema, TableRule rule) {
        return new RowRule(
                schema.sentence(rule),
                schema.sentence(rule),
                "found in the real table",
                (table, row) -> answer(rule, table, row));
    }

    private static RowRule.Answer answer(TableRule rule, Table table, int row) {
        double[] values = rule.columns().stream().mapToDouble(c -> table.column(c)[row]).toArray();
        if (!rule.holds(values)) {
            return RowRule.Answer.BROKEN;
        }
        return rule.testedBy(values) ? RowRule.Answer.OBEYED : RowRule.Answer.UNKNOWN;
    }

    private JudgedOutcome outcome(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        Optional<String> event = request.outcome().flatMap(w -> column(schema, w, problems));
        Optional<String> time = request.time().flatMap(w -> column(schema, w, problems));
        if (request.time().isPresent() && request.outcome().isEmpty()) {
            problems.add(
                    new Problem(
                            "evaluate.outcome",
                            "--time " + request.time().get(),
                            "A time without its event is no outcome.",
                            "--outcome EVENT --time TIME"));
        }
        time.flatMap(schema::column)
                .filter(c -> !(c.content() instanceof Content.Numbers))
                .ifPresent(
                        c ->
                                problems.add(
                                        new Problem(
                                                "evaluate.time",
                                                "--time " + c.name(),
                                                "The time is not a number.",
                                                "the column with the days or months until the"
                                                        + " event")));
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        if (event.isEmpty()) {
            return JudgedOutcome.NONE;
        }
        return time.isPresent()
                ? new JudgedOutcome.Survival(time.get(), event.get())
                : new JudgedOutcome.Column(event.get());
    }

    private static Optional<String> column(Schema schema, String words, List<Problem> problems) {
        Optional<String> found =
                schema.find(words).filter(ColumnSchema::learned).map(ColumnSchema::name);
        if (found.isEmpty()) {
            problems.add(
                    new Problem(
                            "evaluate.outcome",
                            words,
                            "There is no such column that could be judged.",
                            String.join(
                                    ", ",
                                    schema.learned().stream()
                                            .map(ColumnSchema::name)
                                            .limit(20)
                                            .toList())));
        }
        return found;
    }

    private Judged.Learning learning(Schema schema) {
        String source =
                request.real().getFileName() + ", judged from " + request.synthetic().getFileName();
        List<String> dropped =
                schema.columns().stream()
                        .filter(c -> !c.learned())
                        .map(c -> c.name() + " (" + c.content().kind() + ")")
                        .toList();
        return request.model()
                .map(m -> ModelOrigin.of(m, source, dropped))
                .orElseGet(() -> new Judged.Learning(source, "", List.of(), dropped));
    }

    private List<String> write(Publisher publisher, Judged judged) throws IOException {
        Path folder = publisher.directory();
        Files.writeString(
                folder.resolve("evaluation.json"),
                JudgementJson.text(judged),
                StandardCharsets.UTF_8);
        try (Writer page = Files.newBufferedWriter(folder.resolve("evaluation.html"))) {
            JudgementPage.write(judged, page);
        }
        try (Writer page = Files.newBufferedWriter(folder.resolve("privacy.html"))) {
            PrivacyPage.write(judged, page);
        }
        List<PublishedFile> sealed = publisher.seal();
        publisher.publish(manifest(sealed));
        List<String> files = new ArrayList<>(sealed.stream().map(PublishedFile::name).toList());
        files.add(Publisher.MANIFEST);
        return files;
    }

    private String manifest(List<PublishedFile> files) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("anamnesis", Desk.VERSION);
        m.put("judged", request.synthetic().getFileName().toString());
        m.put("seed", request.seed());
        return Manifest.text(m, Map.of(), files);
    }
}
