package org.anamnesis.interpret;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * One edit as an adviser proposes it: names and numbers that nobody has checked yet.
 *
 * @param kind what to do
 * @param id concept, observation or category it is about; empty for a count
 * @param level of a category, or the stage of a disease; may be empty
 * @param comparison of a limit
 * @param number as it stands in the quoted words, in their unit
 * @param second other end of a range
 * @param unit as it stands in the quoted words; may be empty
 * @param percent share of the patients; empty: everyone
 * @param negated the opposite is asked
 * @param quote the user's words that it rests on
 */
public record Proposal(
        Kind kind,
        String id,
        String level,
        Compared comparison,
        OptionalDouble number,
        OptionalDouble second,
        String unit,
        OptionalDouble percent,
        boolean negated,
        String quote) {
    /** What can be proposed. Seed, formats, engine and population are the user's alone. */
    public enum Kind {
        /** Number of patients. */
        COUNT,
        /** The condition that everyone has. */
        CONDITION,
        /** Another condition, or a drug. */
        HAS,
        /** A level of sex, race, smoking, insurance or education. */
        CATEGORY,
        /** A limit on an observation or on age. */
        LIMIT,
        /** A mean of an observation or of age. */
        MEAN,
        /** An observation to have, or to leave out. */
        OBSERVE,
        /** Nothing more is asked of this. */
        FORGET
    }

    /** How a value is compared. */
    public enum Compared {
        NONE,
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST,
        BETWEEN
    }

    public Proposal {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(level, "level");
        requireNonNull(comparison, "comparison");
        requireNonNull(number, "number");
        requireNonNull(second, "second");
        requireNonNull(unit, "unit");
        requireNonNull(percent, "percent");
        requireNonNull(quote, "quote");
    }
}
