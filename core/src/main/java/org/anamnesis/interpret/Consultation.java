package org.anamnesis.interpret;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.anamnesis.code.Concept;

/**
 * All that an adviser is told: the words, what is asked at present, the names to choose from. It
 * holds nothing else because nothing else may leave: no row of a table, no file, no other message.
 *
 * @param message the user's words
 * @param unread those of them that the rules did not use
 * @param spec the present specification as JSON, with what the rules read in this message
 * @param catalogue concepts that may be named
 */
public record Consultation(
        String message, List<String> unread, String spec, List<Concept> catalogue) {
    /** Longer messages are for nobody else. */
    public static final int LONGEST = 4_000;

    public Consultation {
        requireNonNull(message, "message");
        unread = List.copyOf(unread);
        requireNonNull(spec, "spec");
        catalogue = List.copyOf(catalogue);
    }
}
