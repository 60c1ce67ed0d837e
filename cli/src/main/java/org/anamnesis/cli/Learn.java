package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.AskedPromise;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.Learned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a user's table and learns it. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description =
                "Learn a table of patients; the model file holds none of its rows. Without --out the table is only looked at.")
final class Learn extends FacadeCommand {
    @Parameters(
            arity = "1..2",
            paramLabel = "TABLE",
            description =
                    "CSV file (gzip too) or Parquet, a folder that generate made, or one of FHIR or OMOP records, or of WFDB or EDF recordings; or two: persons and their rows (also a folder of two)")
    private List<Path> tables = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "COL",
            description = "column that says whose a row is; found if not named")
    private String key;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "trees (default), copula, autoregressive, diffusion or gan (default of recordings)")
    private String engine;

    @Option(names = "--out", paramLabel = "MODEL", description = "model file to write")
    private Path out;

    @Option(
            names = "--target",
            paramLabel = "COL",
            description = "column that you want to predict, for the judgement")
    private String target;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "how the table is read: written if it is not there, obeyed if it is")
    private Path schema;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "what must hold in every row, such as \"diastolic < systolic\"")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description =
                    "learn under differential privacy with this epsilon (1 strong, 3 usual, 10 weak)")
    private String epsilon;

    @Option(
            names = "--delta",
            paramLabel = "D",
            description = "chance that the promise of --epsilon fails (1e-6)")
    private String delta;

    @Option(names = "--seed", paramLabel = "N", description = "same table, same seed, same model")
    private long seed = 1;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "longest that one training takes; what it has learned by then is kept")
    private Double minutes;

    /** {@link Main} looks for it in the arguments, to speak JSON on any failure. */
    @Option(names = "--json", description = "one JSON object on standard output, nothing else")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    Learn(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        if (out == null && engine != null) {
            throw Usage.wrong(
                    "--engine " + engine, "nothing is learned without --out", "--out MODEL");
        }
        if (delta != null && epsilon == null) {
            throw Usage.wrong("--delta " + delta, "it goes with --epsilon", "--epsilon 3");
        }
        if (epsilon != null && out == null) {
            throw Usage.wrong(
                    "--epsilon " + epsilon, "nothing is learned without --out", "--out MODEL");
        }
        if (minutes != null && !(minutes > 0)) {
            throw Usage.wrong("--minutes " + minutes, "a training takes some time", "--minutes 10");
        }
        Learned done =
                facade.learn(
                        new LearnRequest(
                                tables.get(0),
                                Optional.ofNullable(engine),
                                Optional.ofNullable(out),
                                Optional.ofNullable(target),
                                Optional.ofNullable(schema),
                                rules,
                                seed,
                                Optional.ofNullable(epsilon)
                                        .map(e -> new AskedPromise(e, Optional.ofNullable(delta))),
                                tables.stream().skip(1).findFirst(),
                                Optional.ofNullable(key),
                                minutes == null
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(minutes)),
                        voice.progress());
        voice.say(() -> JsonForm.of(done), () -> LearnedWords.speak(done, voice));
        return Main.DONE;
    }
}
