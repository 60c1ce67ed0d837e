package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.RowsMade;
import org.anamnesis.converse.RowsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes rows from a learned model. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Make rows from a model that learn wrote, in the spelling of the table it learned.")
final class Sample extends FacadeCommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "file that learn wrote")
    private Path model;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WORDS",
            description =
                    "what rows, in plain words and the table's own: \"300 women over 60 with HbA1c above 8, 40 %% smokers\"")
    private String words;

    @Option(
            names = "-n",
            paramLabel = "N",
            description =
                    "rows to make; persons, where persons have several rows; needed without WORDS")
    private Long rows;

    @Option(
            names = "--where",
            paramLabel = "COND",
            description = "what every row meets: \"hba1c >= 8 and sex = 'female'\"")
    private String where;

    @Option(
            names = "--target",
            paramLabel = "AIM",
            description = "what the rows meet together: \"mean(hba1c)=9\"")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "same model, same seed, same bytes")
    private Long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    private Path out;

    /** {@link Main} looks for it in the arguments, to speak JSON on any failure. */
    @Option(names = "--json", description = "one JSON object on standard output, nothing else")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    Sample(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        if (rows == null && words == null) {
            throw Usage.wrong("sample", "how many rows is not said", "-n 1000");
        }
        if (rows != null && rows < 1) {
            throw Usage.wrong("-n " + rows, "at least one row is needed", "-n 1000");
        }
        RowsMade done =
                facade.sample(
                        new RowsRequest(
                                model,
                                Optional.ofNullable(words),
                                Optional.empty(),
                                optional(rows),
                                Optional.ofNullable(where),
                                targets,
                                optional(seed),
                                out),
                        voice.progress());
        voice.say(() -> JsonForm.of(done), () -> LearnedWords.speak(done, voice));
        return Main.DONE;
    }

    private static OptionalLong optional(Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
