package org.anamnesis.converse;

import java.util.List;

/**
 * What was understood of some messages.
 *
 * @param specJson the specification after the last of them
 * @param turns one a message
 */
public record Interpretation(String specJson, List<Turn> turns) {
    public Interpretation {
        turns = List.copyOf(turns);
    }
}
