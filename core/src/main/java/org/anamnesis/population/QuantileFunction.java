package org.anamnesis.population;

/** The value at each rank of a distribution; rising. */
@FunctionalInterface
public interface QuantileFunction {
    /**
     * @param rank 0 to 1
     */
    double at(double rank);

    /**
     * Whether the ranks of a cohort's patients must lie evenly from 0 to 1, so that shares of the
     * values are met exactly and not in the mean.
     */
    default boolean even() {
        return false;
    }
}
