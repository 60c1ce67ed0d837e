package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a cohort. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Make a cohort from a request in plain words, or from a saved specification.")
final class Generate extends FacadeCommand {
    @Parameters(arity = "0..*", paramLabel = "REQUEST", description = "what patients are wanted")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder to make; named after the request if not given")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "LIST",
            description = "csv,parquet,fhir,bundles,omop,omop-parquet")
    private String format;

    @Option(names = "--seed", paramLabel = "N", description = "same words, same seed, same bytes")
    private Long seed;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "trees (default), copula, gan, diffusion or autoregressive")
    private String engine;

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "spec.json of an earlier run instead of words")
    private Path spec;

    @Option(names = "--names", description = "patients get made-up names and addresses")
    private boolean names;

    @Option(
            names = "--vocabulary",
            paramLabel = "DIR",
            description =
                    "folder of OHDSI's vocabularies (from Athena) that completes OMOP concept ids")
    private Path vocabulary;

    @Option(names = "--analysis-only", description = "only the analysis table, no EHR tables")
    private boolean analysisOnly;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "that make patients; the files do not depend on it")
    private int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

    /** {@link Main} looks for it in the arguments, to speak JSON on any failure. */
    @Option(names = "--json", description = "one JSON object on standard output, nothing else")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    @Option(names = "--dry-run", description = "understand, check and plan; write nothing")
    private boolean dryRun;

    Generate(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        if (spec != null && !words.isEmpty()) {
            throw Usage.wrong(
                    "--spec " + spec,
                    "a request and a specification were both given",
                    "one of the two");
        }
        if (threads < 1) {
            throw Usage.wrong(
                    "--threads " + threads, "at least one thread is needed", "--threads 2");
        }
        Outcome done = facade.generate(request(), voice.progress());
        voice.say(() -> JsonForm.of(done), () -> OutcomeWords.speak(done, voice));
        return Main.DONE;
    }

    private GenerateRequest request() {
        return new GenerateRequest(
                spec == null ? Optional.of(String.join(" ", words).strip()) : Optional.empty(),
                Optional.ofNullable(spec),
                Optional.ofNullable(out),
                Optional.ofNullable(format).map(Generate::formats),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(engine),
                analysisOnly,
                threads,
                dryRun,
                names,
                Optional.ofNullable(vocabulary));
    }

    private static List<String> formats(String list) {
        return Arrays.stream(list.split(","))
                .map(s -> s.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
