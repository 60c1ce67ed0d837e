package org.anamnesis.generate;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, by the library. */
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** Φ<sup>−1</sup>(p), p in (0, 1). */
    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** Φ(x). */
    static double cumulative(double x) {
        return STANDARD.cumulativeProbability(x);
    }
}
