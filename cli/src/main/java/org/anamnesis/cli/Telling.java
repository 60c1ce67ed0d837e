package org.anamnesis.cli;

import java.util.List;
import org.anamnesis.converse.Turn;

/** Turns told one after the other: a warning that still stands was said already. */
final class Telling {
    private final Voice voice;
    private List<String> warned = List.of();

    Telling(Voice voice) {
        this.voice = voice;
    }

    void tell(Turn turn) {
        List<String> known = warned;
        voice.text(() -> TurnWords.speak(turn, known, voice));
        warned = turn.reach().isPresent() ? turn.warnings() : warned;
    }
}
