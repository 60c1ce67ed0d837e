package org.anamnesis.plan;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How many contacts of a kind each patient has, the index visit among them.
 *
 * @param most the greatest integer if there is no upper end
 * @param yearly whether it is so in each year rather than in all of the history
 * @param share percent of the patients of whom it holds; the others have fewer than {@code least}
 * @param mean of all patients
 */
public record ContactBounds(
        Kind of, int least, int most, boolean yearly, OptionalDouble share, OptionalDouble mean) {
    /** What is counted. */
    public enum Kind {
        /** Those that are neither of the others. */
        VISITS,
        EMERGENCY,
        HOSPITAL
    }

    public ContactBounds {
        requireNonNull(of, "of");
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(of + " " + least + " to " + most);
        }
    }
}
