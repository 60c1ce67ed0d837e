package org.anamnesis.spec;

import java.util.List;

/**
 * The words a specification came from and what was decided on the way. It is kept in the file of
 * the specification, so that a run from the file says the same as the run from the words.
 *
 * @param messages what the user wrote, in order
 * @param assumed what the user did not say and was decided, one sentence each
 * @param ignored words that were not used
 */
public record Said(List<String> messages, List<String> assumed, List<String> ignored) {
    /** A specification that nobody put in words. */
    public static final Said NOTHING = new Said(List.of(), List.of(), List.of());

    public Said {
        messages = List.copyOf(messages);
        assumed = List.copyOf(assumed);
        ignored = List.copyOf(ignored);
    }
}
