package org.anamnesis.cli;

import org.anamnesis.converse.Anamnesis;
import picocli.CommandLine.Option;

/** A command that can answer as JSON and whose help need not say more of it. */
abstract class JsonCommand extends FacadeCommand {
    /** {@link Main} looks for it in the arguments, to speak JSON on any failure. */
    @Option(names = "--json")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    JsonCommand(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }
}
