package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Distribution of one observation in one stratum, alone.
 *
 * @param observation measurand id, or {@code age}
 * @param unit canonical unit of the measurand
 * @param n persons, if stated
 * @param mean arithmetic mean
 * @param sd standard deviation
 * @param se design-based standard error of the mean, if stated
 * @param p05 5th percentile, if stated; likewise p25 to p95
 * @param logMean mean of the natural logarithm, if the shape is lognormal
 * @param logSd SD of the natural logarithm, if the shape is lognormal
 * @param shape {@code lognormal}, {@code normal-ish} or {@code normal}
 * @param population whose values
 * @param stratum subgroup, "all" for the whole population
 * @param period years
 * @param source id of a {@link Source}
 * @param confidence how far it was checked
 */
public record Marginal(
        String observation,
        String unit,
        OptionalLong n,
        double mean,
        OptionalDouble sd,
        OptionalDouble se,
        OptionalDouble p05,
        OptionalDouble p25,
        OptionalDouble p50,
        OptionalDouble p75,
        OptionalDouble p95,
        OptionalDouble logMean,
        OptionalDouble logSd,
        String shape,
        String population,
        String stratum,
        String period,
        String source,
        Confidence confidence) {
    public Marginal {
        requireNonNull(observation, "observation");
        requireNonNull(unit, "unit");
        requireNonNull(shape, "shape");
        requireNonNull(population, "population");
        requireNonNull(stratum, "stratum");
        requireNonNull(period, "period");
        requireNonNull(source, "source");
        requireNonNull(confidence, "confidence");
        Stated.all(observation, unit, population, stratum, period, source);
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("no mean of " + observation);
        }
        double least = Double.NEGATIVE_INFINITY;
        for (OptionalDouble p : new OptionalDouble[] {p05, p25, p50, p75, p95}) {
            if (p.isPresent() && p.getAsDouble() < least) {
                throw new IllegalArgumentException("percentiles fall in " + observation);
            }
            least = p.orElse(least);
        }
        if (sd.orElse(0) < 0 || se.orElse(0) < 0 || n.orElse(1) < 1) {
            throw new IllegalArgumentException("n, SD or standard error of " + observation);
        }
    }
}
