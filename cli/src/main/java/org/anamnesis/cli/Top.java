package org.anamnesis.cli;

import picocli.CommandLine.Command;

/** The program without a command: says what is missing. */
@Command(
        name = "anamnesis",
        mixinStandardHelpOptions = true,
        version = "anamnesis 0.1.0",
        description =
                "Synthetic patients, asked for in plain words. Not real patients; not for clinical decisions.")
final class Top implements UseCase {
    @Override
    public int run() {
        throw Usage.wrong(
                "",
                "a command is missing",
                "./anamnesis generate \"200 patients with asthma\", or --help");
    }
}
