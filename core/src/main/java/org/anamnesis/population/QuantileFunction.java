package org.anamnesis.population;

/** The value at each rank of a distribution; rising. */
@FunctionalInterface
public interface QuantileFunction {
    /**
     * @param rank 0 to 1
     */
    double at(double rank);
}
