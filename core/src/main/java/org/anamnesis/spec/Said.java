package org.anamnesis.spec;

import java.util.List;
import java.util.Optional;

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
        messages = Trail.of(messages);
        assumed = List.copyOf(assumed);
        ignored = Trail.of(ignored);
    }

    /** With one more message and what came of it. */
    public Said plus(String message, List<String> nowAssumed, List<String> notUsed) {
        return new Said(
                Trail.of(messages).plus(List.of(message)),
                nowAssumed,
                Trail.of(ignored).plus(notUsed));
    }

    /** What this one says beyond an earlier one whose words it begins with, if it does. */
    public Optional<Said> beyond(Said earlier) {
        Trail<String> said = Trail.of(messages);
        Trail<String> left = Trail.of(ignored);
        boolean goesOn =
                said.continues(Trail.of(earlier.messages))
                        && left.continues(Trail.of(earlier.ignored));
        return goesOn
                ? Optional.of(
                        new Said(
                                said.subList(earlier.messages.size(), said.size()),
                                assumed,
                                left.subList(earlier.ignored.size(), left.size())))
                : Optional.empty();
    }
}
