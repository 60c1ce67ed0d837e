package org.anamnesis.evaluate;

import java.util.List;

/**
 * How far from real people a request lies; worked out where the weights are made and handed on.
 *
 * @param shareOfPopulation share of the population that meets the request's selections, 0 to 1; NaN
 *     if unknown
 * @param effectiveRows effective number of reference rows behind the cohort after targets (Kish):
 *     (Σw)² / Σw²; NaN if unknown
 * @param klDivergence change of the weights that the targets needed, Kullback–Leibler divergence
 *     from the weights before, in nats; 0 = none; NaN if unknown
 * @param notes what a reader must know, one sentence each
 */
public record Reality(
        double shareOfPopulation, double effectiveRows, double klDivergence, List<String> notes) {
    /** Nothing is known. */
    public static final Reality UNKNOWN =
            new Reality(Double.NaN, Double.NaN, Double.NaN, List.of());

    public Reality {
        notes = List.copyOf(notes);
    }
}
