package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Answer;
import org.anamnesis.converse.Change;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.EvaluateRequest;
import org.anamnesis.converse.Evaluated;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.Interpretation;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.Learned;
import org.anamnesis.converse.LoadRequest;
import org.anamnesis.converse.Loaded;
import org.anamnesis.converse.Narrowed;
import org.anamnesis.converse.Outcome;
import org.anamnesis.converse.Previewed;
import org.anamnesis.converse.Progress;
import org.anamnesis.converse.RowsLook;
import org.anamnesis.converse.RowsMade;
import org.anamnesis.converse.RowsRequest;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.converse.Turn;
import org.anamnesis.converse.ValidateRequest;
import org.anamnesis.converse.Validated;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;

/** Stands in for the program: keeps what it was asked, answers or fails as the test says. */
final class ScriptedAnamnesis implements Anamnesis {
    final List<GenerateRequest> requests = new ArrayList<>();
    final List<List<String>> conversations = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    final List<EvaluateRequest> judged = new ArrayList<>();
    final List<String> builds = new ArrayList<>();
    final List<LearnRequest> tables = new ArrayList<>();
    final List<RowsRequest> samples = new ArrayList<>();
    final List<LoadRequest> loads = new ArrayList<>();
    final List<ValidateRequest> checks = new ArrayList<>();
    List<Validated.Fault> faults = List.of();
    Optional<Throwable> failure = Optional.empty();
    List<Problem> turnProblems = List.of();
    String notUsed = "purple";

    @Override
    public Interpretation interpret(List<String> turns) {
        conversations.add(turns);
        fail();
        return new Interpretation(
                "{\"count\":5}",
                turns.stream()
                        .map(
                                t ->
                                        new Turn(
                                                t,
                                                Turn.Kind.CHANGED,
                                                List.of("5 patients"),
                                                "Five patients.",
                                                List.of(
                                                        new Change(
                                                                Change.Kind.SET,
                                                                "patients",
                                                                "1,000",
                                                                "5",
                                                                List.of("5"),
                                                                "patients: 1,000 -> 5")),
                                                List.of(),
                                                List.of(),
                                                turnProblems,
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of(),
                                                Map.of()))
                        .toList());
    }

    @Override
    public Step turn(Conversation conversation, String message) {
        Turn turn = interpret(List.of(message)).turns().get(0);
        return new Step(conversation, turn);
    }

    @Override
    public Step amend(Conversation conversation, CohortSpec wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Narrowed> narrowing(Conversation conversation) {
        return List.of();
    }

    @Override
    public Previewed preview(Conversation conversation, int patients, int rows, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RowsLook look(Conversation conversation, int rows, int shown) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StudyPicture picture(Conversation conversation, String kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome generate(GenerateRequest request, Progress progress) {
        requests.add(request);
        progress.step("making patients", 0.5);
        fail();
        progress.step("done", 1);
        return new Outcome(
                "{\"count\":5}",
                List.of("5 patients (\"5\")"),
                List.of("No age was given."),
                List.of(notUsed),
                List.of("NHANES https://www.cdc.gov/nchs/nhanes/"),
                List.of("rare"),
                request.dryRun() ? Optional.empty() : Optional.of(Path.of("some where")),
                request.dryRun() ? List.of() : List.of("cohort.csv", "manifest.json"),
                12_345,
                1.25);
    }

    @Override
    public Outcome make(Conversation conversation, GenerateRequest request, Progress progress) {
        return generate(request, progress);
    }

    @Override
    public Answer ask(String question) {
        questions.add(question);
        fail();
        return new Answer("7.2 %", List.of("NHANES, n = 5"), Map.of("value", 7.2, "unit", "%"));
    }

    @Override
    public Evaluated evaluate(EvaluateRequest request, Progress progress) {
        judged.add(request);
        fail();
        return new Evaluated(
                List.of("Told apart: AUC 0.52."),
                List.of(),
                Map.of("seed", request.seed()),
                true,
                request.out(),
                List.of("evaluation.html"));
    }

    @Override
    public void buildCensus(Path nhanes, Path out, OptionalInt keepApart, Progress progress) {
        builds.add(nhanes + " " + out + " " + keepApart);
        fail();
    }

    @Override
    public List<String> pretrain(
            Path nhanes, List<String> engines, Path out, long seed, Progress progress) {
        throw new UnsupportedOperationException("pretrain");
    }

    @Override
    public Learned learn(LearnRequest request, Progress progress) {
        tables.add(request);
        progress.step("learning", 0.5);
        fail();
        return new Learned(
                "{\"anamnesis_schema\":1}",
                List.of("age: number in a, 0 decimals"),
                List.of("mrn: It holds a number of a record, account or document."),
                List.of("bmi = 10000 * weight / height^2"),
                List.of("The text is read as Windows-1252."),
                request.schema(),
                request.out(),
                request.engine().orElse("trees"),
                6_400,
                6_400,
                Map.of("membership_auc", 0.51),
                Map.of(),
                1.25,
                0.75);
    }

    @Override
    public RowsMade sample(RowsRequest request, Progress progress) {
        samples.add(request);
        fail();
        return new RowsMade(
                request.out(),
                request.rows().orElse(0),
                0,
                "trees",
                List.of("hba1c from 8 up"),
                List.of(),
                0.125,
                1.25);
    }

    @Override
    public Loaded load(LoadRequest request, Progress progress) {
        loads.add(request);
        fail();
        return new Loaded(
                "database cdm at db:5432",
                Map.of("person", 400L),
                List.of("No foreign keys."),
                1.25);
    }

    @Override
    public Validated validate(ValidateRequest request, Progress progress) {
        checks.add(request);
        fail();
        return new Validated(
                List.of(
                        new Validated.Format(
                                "fhir",
                                "FHIR R4",
                                Map.of("Patient", 3L),
                                3,
                                faults,
                                List.of(),
                                List.of("No codes were looked up."))),
                2);
    }

    private void fail() {
        failure.ifPresent(
                f -> {
                    if (f instanceof Error e) {
                        throw e;
                    }
                    throw (RuntimeException) f;
                });
    }
}
