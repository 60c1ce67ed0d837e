package org.anamnesis.population;

import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.QuantityRange;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution that a published marginal describes, cut to the limits of what a record may
 * hold; for variables that no microdata has, and for values that facts move.
 */
public final class Shape implements QuantileFunction {
    private final ContinuousDistribution parent;
    private final double from;
    private final double to;

    private Shape(ContinuousDistribution parent, QuantityRange limits) {
        this.parent = parent;
        this.from = parent.cumulativeProbability(limits.low());
        this.to = parent.cumulativeProbability(limits.high());
    }

    /**
     * Lognormal or normal by mean and SD (a lognormal's logarithmic mean and SD if the fact has
     * them).
     *
     * @param limits what a value may be, in the marginal's unit
     * @throws IllegalArgumentException if the fact has no spread
     */
    public static Shape of(Marginal fact, QuantityRange limits) {
        double sd =
                fact.sd()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no spread of " + fact.observation()));
        if (fact.shape().equals("lognormal") && fact.mean() > 0) {
            double logVariance = Math.log(1 + sd * sd / (fact.mean() * fact.mean()));
            double logMean = fact.logMean().orElse(Math.log(fact.mean()) - logVariance / 2);
            double logSd = fact.logSd().orElse(Math.sqrt(logVariance));
            return new Shape(LogNormalDistribution.of(logMean, logSd), limits);
        }
        return new Shape(NormalDistribution.of(fact.mean(), sd), limits);
    }

    /** The same shape cut to a narrower range. */
    public Shape within(QuantityRange range) {
        return new Shape(parent, range);
    }

    /** Share of probability inside the limits. */
    public double share() {
        return to - from;
    }

    /** Rank of a value within the limits, 0 to 1. */
    public double rank(double value) {
        double p = (parent.cumulativeProbability(value) - from) / (to - from);
        return Math.min(1, Math.max(0, p));
    }

    /** Value at rank {@code u}, 0 to 1, within the limits. */
    @Override
    public double at(double u) {
        double p = from + u * (to - from);
        return parent.inverseCumulativeProbability(Math.min(1 - 1e-12, Math.max(1e-12, p)));
    }

    /** The same spread about another mean: ratio scale for a lognormal, shift for a normal. */
    public Shape withMean(double mean, QuantityRange limits) {
        if (parent instanceof LogNormalDistribution log) {
            double s = log.getSigma();
            return new Shape(LogNormalDistribution.of(Math.log(mean) - s * s / 2, s), limits);
        }
        NormalDistribution normal = (NormalDistribution) parent;
        return new Shape(NormalDistribution.of(mean, normal.getStandardDeviation()), limits);
    }
}
