package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.List;
import org.anamnesis.converse.Anamnesis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the networks that ship from microdata that do not. */
@Command(
        name = "pretrain",
        mixinStandardHelpOptions = true,
        description = "Learn the networks of US adults from NHANES microdata.")
final class Pretrain extends FacadeCommand {
    @Option(names = "--nhanes", required = true, paramLabel = "DIR")
    private Path nhanes;

    @Option(
            names = "--engine",
            split = ",",
            paramLabel = "NAME",
            description = "gan, diffusion, autoregressive; all of them if none is given")
    private List<String> engines = List.of("autoregressive", "gan", "diffusion");

    @Option(names = "--seed", paramLabel = "N", description = "of the training; 1 if not given")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "where the model files go")
    private Path out = Path.of("neural/src/main/resources/org/anamnesis/neural");

    Pretrain(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        facade.pretrain(nhanes, engines, out, seed, voice.progress()).forEach(voice::line);
        voice.line("Model files are in " + out + ".");
        return Main.DONE;
    }
}
