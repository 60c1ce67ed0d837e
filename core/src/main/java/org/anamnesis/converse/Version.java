package org.anamnesis.converse;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Said;

/**
 * A state of the cohort that a conversation came to.
 *
 * @param message the user's words that led here
 * @param spec what is asked
 * @param said all words it rests on, and what was decided on the way
 * @param before number of the version that undoing restores; empty at the beginning
 * @param undone number of the version that undoing left, if this one was made by undoing
 * @param open the message whose question is still to be answered, with the number of the version it
 *     was said to
 * @param model of a table that it is about; empty: the built-in population
 */
public record Version(
        String message,
        CohortSpec spec,
        Said said,
        OptionalInt before,
        OptionalInt undone,
        Optional<Open> open,
        Optional<UsedModel> model) {
    /** A message with two readings, and the version that it was said to. */
    public record Open(String message, int version) {}

    public Version {
        requireNonNull(message, "message");
        requireNonNull(spec, "spec");
        requireNonNull(said, "said");
        requireNonNull(before, "before");
        requireNonNull(undone, "undone");
        requireNonNull(open, "open");
        requireNonNull(model, "model");
    }

    static final Version FIRST =
            new Version(
                    "",
                    CohortSpec.DEFAULT,
                    Said.NOTHING,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The same about the people of a model, or of the built-in population. */
    Version about(Optional<UsedModel> other) {
        return new Version(message, spec, said, before, undone, open, other);
    }
}
