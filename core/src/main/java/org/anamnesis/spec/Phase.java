package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

/**
 * A first part of a history, in which something comes otherwise than later on: "visits monthly in
 * the first year". Of several parts of one thing each begins where the one before it ends.
 *
 * @param of {@link #VISITS}, or the id of an observation or procedure
 * @param perYear how often a year it then comes
 * @param years how long the part lasts
 */
public record Phase(String of, double perYear, double years) {
    /** Planned visits. */
    public static final String VISITS = "visits";

    /** Years that no part exceeds. */
    public static final double LONGEST = 120;

    public Phase {
        requireNonNull(of, "of");
        if (!(perYear > 0 && perYear <= Timeline.MOST && years > 0 && years <= LONGEST)) {
            throw new IllegalArgumentException(of + " " + perYear + " a year, " + years);
        }
    }
}
