package org.anamnesis.cli;

import picocli.CommandLine.Command;

/** Holds the commands on evidence; alone it says what is missing. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Work on the built-in evidence.")
final class Evidence implements UseCase {
    @Override
    public int run() {
        throw Usage.wrong(
                "evidence", "a command is missing", "./anamnesis evidence build --nhanes DIR");
    }
}
