package org.anamnesis.cli;

import java.nio.file.Path;
import org.anamnesis.converse.Anamnesis;
import picocli.CommandLine.Option;

/** A vocabulary for all that a program makes while it runs; nobody who asks it can name another. */
final class VocabularyOption {
    @Option(
            names = "--vocabulary",
            paramLabel = "DIR",
            description =
                    "folder of OHDSI's vocabularies (from Athena) that completes concept ids wherever OMOP is asked for")
    private Path vocabulary;

    /** The program with this vocabulary, if one was named. */
    Anamnesis program(Anamnesis facade) {
        return vocabulary == null ? facade : facade.completedBy(vocabulary);
    }
}
