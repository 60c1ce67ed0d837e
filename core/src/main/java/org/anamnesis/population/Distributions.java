package org.anamnesis.population;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Distributions by figures that somebody stated: each has exactly the stated mean and SD, or the
 * stated quartiles, within the stated limits. Empty where no such distribution exists.
 */
public final class Distributions {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** Φ<sup>−1</sup>(3/4): the quartiles of a normal distribution lie so many SD from its mean. */
    private static final double QUARTILE = STANDARD.inverseCumulativeProbability(0.75);

    private Distributions() {}

    /** Φ<sup>−1</sup>(rank), finite for 0 and 1 too. */
    public static double score(double rank) {
        return STANDARD.inverseCumulativeProbability(Math.min(1 - 1e-12, Math.max(1e-12, rank)));
    }

    /** Rank of a normal score. */
    public static double rank(double score) {
        return STANDARD.cumulativeProbability(score);
    }

    /** Normal, cut to the limits so that mean and SD stay. */
    public static Optional<QuantileFunction> normal(
            double mean, double sd, double low, double high) {
        return CutScores.meeting(mean, sd, low, high, (m, s) -> CutScores.Scores.line(m, s));
    }

    /** Lognormal, cut to the limits so that mean and SD stay. */
    public static Optional<QuantileFunction> lognormal(
            double mean, double sd, double low, double high) {
        return mean > 0
                ? CutScores.meeting(mean, sd, low, high, (m, s) -> CutScores.Scores.power(m, s))
                : Optional.empty();
    }

    /** A lognormal moved and, for a skewness below 0, mirrored, cut so that mean and SD stay. */
    public static Optional<QuantileFunction> skewed(
            double mean, double sd, double skewness, double low, double high) {
        return Math.abs(skewness) < 0.01
                ? normal(mean, sd, low, high)
                : CutScores.meeting(
                        mean, sd, low, high, (m, s) -> CutScores.Scores.moved(m, s, skewness));
    }

    /** Even between two ends that give mean and SD; empty if an end lies beyond the limits. */
    public static Optional<QuantileFunction> uniform(
            double mean, double sd, double low, double high) {
        double half = Math.sqrt(3) * sd;
        return mean - half < low || mean + half > high
                ? Optional.empty()
                : Optional.of(uniform(mean - half, mean + half));
    }

    /** Even between two ends. */
    public static QuantileFunction uniform(double low, double high) {
        return u -> low + u * (high - low);
    }

    /** Symmetric triangle that gives mean and SD; empty if an end lies beyond the limits. */
    public static Optional<QuantileFunction> triangular(
            double mean, double sd, double low, double high) {
        double half = Math.sqrt(6) * sd;
        return mean - half < low || mean + half > high
                ? Optional.empty()
                : Optional.of(triangle(mean - half, mean, mean + half));
    }

    /** Triangle between two ends with this mean; empty if its top would lie outside of them. */
    public static Optional<QuantileFunction> triangular(double low, double mean, double high) {
        double top = 3 * mean - low - high;
        return top < low || top > high ? Optional.empty() : Optional.of(triangle(low, top, high));
    }

    private static QuantileFunction triangle(double low, double top, double high) {
        double width = high - low;
        double turn = (top - low) / width;
        return u ->
                u < turn
                        ? low + Math.sqrt(u * width * (top - low))
                        : high - Math.sqrt((1 - u) * width * (high - top));
    }

    /** A beta distribution between two ends with this mean and SD; empty if the SD is too great. */
    public static Optional<QuantileFunction> beta(double low, double high, double mean, double sd) {
        double m = (mean - low) / (high - low);
        double v = sd * sd / ((high - low) * (high - low));
        double sum = m * (1 - m) / v - 1;
        if (!(m > 0 && m < 1 && sum > 0)) {
            return Optional.empty();
        }
        BetaDistribution beta = BetaDistribution.of(m * sum, (1 - m) * sum);
        return Optional.of(u -> low + (high - low) * beta.inverseCumulativeProbability(u));
    }

    /**
     * SD of a beta distribution whose shape parameters add up to 6, as project planning takes it
     * where only a range and a mean are known (PERT: Malcolm, Roseboom, Clark, Fazar 1959,
     * doi:10.1287/opre.7.5.646).
     */
    public static double plannersSd(double low, double high, double mean) {
        return Math.sqrt((mean - low) * (high - mean) / 7);
    }

    /**
     * Through three quartiles. With finite ends values lie evenly within each quarter, the least
     * that can be assumed; without, a moved lognormal (Tukey's g distribution) or, for quartiles
     * that lie evenly, a normal passes through all three.
     */
    public static QuantileFunction quartiles(
            double low, double first, double median, double third, double high) {
        QuantileFunction smooth = smooth(first, median, third);
        boolean below = Double.isFinite(low);
        boolean above = Double.isFinite(high);
        return u -> {
            if (u < 0.25 && below) {
                return low + (first - low) * u / 0.25;
            }
            if (u > 0.75 && above) {
                return third + (high - third) * (u - 0.75) / 0.25;
            }
            if (below && above) {
                return u < 0.5
                        ? first + (median - first) * (u - 0.25) / 0.25
                        : median + (third - median) * (u - 0.5) / 0.25;
            }
            return smooth.at(u);
        };
    }

    private static QuantileFunction smooth(double first, double median, double third) {
        double g = Math.log((third - median) / (median - first)) / QUARTILE;
        if (Math.abs(g) < 1e-6) {
            double sd = (third - median) / QUARTILE;
            return u -> median + sd * score(u);
        }
        double a = (third - median) / Math.expm1(g * QUARTILE);
        return u -> median + a * Math.expm1(g * score(u));
    }
}
