package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.Marginal;

/**
 * One numeric column of the cohort beside the reference population, published figures and a band.
 *
 * @param field the column
 * @param axis bars of both histograms
 * @param cohort what was made
 * @param reference the reference population that meets the selections, weighted; empty if it has no
 *     such column
 * @param everyoneMean mean of all adults of the reference population
 * @param distance Kolmogorov–Smirnov distance of cohort and reference, 0 to 1
 * @param fromReference (mean of cohort − mean of reference) / SD of reference
 * @param published the evidence's figure for the asked condition
 * @param fromPublished (mean of cohort − published mean) / published SD
 * @param band guideline target or reference range
 * @param cohortInBand share of patients with a value who lie in the band, 0 to 1
 * @param referenceInBand the same of the reference population
 */
public record NumberFinding(
        Field field,
        Axis axis,
        Distribution cohort,
        Optional<Distribution> reference,
        OptionalDouble everyoneMean,
        OptionalDouble distance,
        OptionalDouble fromReference,
        Optional<Marginal> published,
        OptionalDouble fromPublished,
        Optional<Band> band,
        OptionalDouble cohortInBand,
        OptionalDouble referenceInBand) {
    public NumberFinding {
        requireNonNull(field, "field");
        requireNonNull(axis, "axis");
        requireNonNull(cohort, "cohort");
        requireNonNull(reference, "reference");
        requireNonNull(published, "published");
        requireNonNull(band, "band");
    }
}
