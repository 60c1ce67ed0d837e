package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.EvaluateRequest;
import org.anamnesis.converse.Evaluated;
import org.anamnesis.converse.JsonForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges a synthetic table beside the people it was learned from and others. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Judge a synthetic table: is it like real people, is it of use, does it leak?")
final class Evaluate extends JsonCommand {
    @Option(
            names = "--real",
            required = true,
            paramLabel = "TRAIN",
            description = "table that was learned from")
    private Path real;

    @Option(
            names = "--holdout",
            required = true,
            paramLabel = "HOLDOUT",
            description = "other people of the same population, who were not learned from")
    private Path holdout;

    @Option(
            names = "--synthetic",
            required = true,
            paramLabel = "SYNTH",
            description = "table that was made")
    private Path synthetic;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to make")
    private Path out;

    @Option(
            names = "--outcome",
            paramLabel = "COL",
            description = "column to predict; of survival the event")
    private String outcome;

    @Option(
            names = "--time",
            paramLabel = "COL",
            description = "time until the event of --outcome, or until last seen")
    private String time;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "of the real table, as anamnesis learn writes it")
    private Path schema;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "file that made the table: engine and promise of privacy on the pages")
    private Path model;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "same tables, same seed, same figures")
    private long seed = 1;

    Evaluate(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        Evaluated done =
                facade.evaluate(
                        new EvaluateRequest(
                                real,
                                holdout,
                                synthetic,
                                Optional.ofNullable(outcome),
                                Optional.ofNullable(time),
                                Optional.ofNullable(schema),
                                out,
                                seed,
                                Optional.ofNullable(model)),
                        voice.progress());
        voice.say(() -> JsonForm.of(done), () -> speak(done));
        return Main.DONE;
    }

    private void speak(Evaluated done) {
        done.lines().forEach(voice::line);
        voice.list("About the files", done.notes());
        voice.line(
                "Open "
                        + done.folder().resolve("evaluation.html")
                        + " in a browser; for the privacy officer: "
                        + done.folder().resolve("privacy.html")
                        + ".");
    }
}
