package org.anamnesis.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anamnesis.population.QuantileFunction;

/**
 * How the values of a variable with the user's own numbers are made: by ranks that are spread
 * evenly over the cohort in a keyed order, so that what was stated comes out.
 *
 * @param id of the field
 * @param values at each rank; of a yes or no 0 and 1
 * @param percent of a yes or no, how many are yes, 0 to 100; of a number not used
 * @param flag whether it is a yes or no
 * @param link to a field that is made before it
 */
public record PlannedOwn(
        String id, QuantileFunction values, double percent, boolean flag, Optional<Linked> link) {
    public PlannedOwn {
        requireNonNull(id, "id");
        requireNonNull(values, "values");
        requireNonNull(link, "link");
    }

    /**
     * Goes with another field by a Gaussian copula.
     *
     * @param with id of the other field
     * @param correlation of the normal scores, −1 to 1
     * @param people who the other field's ranks are taken among
     */
    public record Linked(String with, double correlation, Sample people) {}

    /**
     * Values of some people and how much each counts.
     *
     * @param values one a person, NaN where missing
     * @param weights one a person
     */
    @SuppressWarnings("ArrayRecordComponent") // many people, shared and never changed
    public record Sample(double[] values, double[] weights) {}
}
