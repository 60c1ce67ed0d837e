package org.anamnesis.cli;

import org.anamnesis.converse.Anamnesis;

/** A command that asks the program for something and says what came of it. */
abstract class FacadeCommand implements UseCase {
    final Anamnesis facade;
    final Voice voice;

    FacadeCommand(Anamnesis facade, Voice voice) {
        this.facade = facade;
        this.voice = voice;
    }
}
