package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.ValidateRequest;
import org.anamnesis.converse.Validated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks FHIR and OMOP records against their standards. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Check the FHIR resources and OMOP tables of a folder against R4, US Core and CDM 5.4. Exit code 1: errors were found.")
final class Validate extends JsonCommand {
    private static final int SAMPLE = 20;

    @Parameters(paramLabel = "DIR", description = "folder that generate made, or one of records")
    private Path folder;

    @Option(
            names = "--packages",
            paramLabel = "PATH",
            description =
                    "FHIR package (.tgz) or a folder of them, beside the built-in US Core 6.1.0")
    private Path packages;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "FHIR resources of a type and profile to check in full, 20 if not given; 0 is all. Ids and references are checked of all")
    private int sample = SAMPLE;

    @Option(names = "--seed", paramLabel = "N", description = "that chooses the sample")
    private long seed = 1;

    Validate(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        if (sample < 0) {
            throw Usage.wrong("--sample " + sample, "less than nothing", "--sample 0 for all");
        }
        var request = new ValidateRequest(folder, Optional.ofNullable(packages), sample, seed);
        Validated done = facade.validate(request, voice.progress());
        voice.say(() -> JsonForm.of(done), () -> speak(done));
        return done.errors() == 0 ? Main.DONE : Main.FOUND;
    }

    private void speak(Validated done) {
        done.formats().forEach(this::speak);
        long errors = done.errors();
        voice.line(
                String.format(
                        Locale.ROOT,
                        "%s (%.1f s).",
                        errors == 0
                                ? "No errors"
                                : errors == 1 ? "One kind of error" : errors + " kinds of errors",
                        done.seconds()));
    }

    private void speak(Validated.Format format) {
        voice.line(format.standard());
        format.counted()
                .forEach((t, n) -> voice.line(String.format(Locale.ROOT, "%,12d  %s", n, t)));
        voice.list("Errors", format.errors().stream().map(f -> f.sentence()).toList());
        voice.list("Worth a look", format.looks().stream().map(f -> f.sentence()).toList());
        voice.list("About this check", format.notes());
    }
}
