package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.anamnesis.converse.Anamnesis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the census files that ship from microdata that do not. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Make the synthetic census of the United States from NHANES microdata.")
final class BuildCensus extends FacadeCommand {
    @Option(names = "--nhanes", required = true, paramLabel = "DIR")
    private Path nhanes;

    @Option(names = "--out", paramLabel = "DIR", description = "where the two census files go")
    private Path out = Path.of("core/src/main/resources/org/anamnesis/population");

    @Option(
            names = "--keep-apart",
            paramLabel = "K",
            description = "fold 0 to 4 of persons not learned from, for judging")
    private Integer keepApart;

    BuildCensus(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        if (keepApart != null && (keepApart < 0 || keepApart > 4)) {
            throw Usage.wrong(
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
