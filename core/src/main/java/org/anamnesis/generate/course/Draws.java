package org.anamnesis.generate.course;

import org.anamnesis.random.SeedTree;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The draws of one patient for one purpose, one after the other; set anew for each patient. */
final class Draws {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final long purpose;
    private long key;
    private int taken;

    Draws(SeedTree seeds, String purpose) {
        this.purpose = seeds.purpose("history:" + purpose);
    }

    Draws of(long patient) {
        key = SeedTree.key(purpose, patient);
        taken = 0;
        return this;
    }

    /** In [0, 1). */
    double uniform() {
        return SeedTree.uniform(key, taken++);
    }

    /** Standard normal. */
    double normal() {
        // the smallest uniform is 0, whose quantile is infinite
        return STANDARD.inverseCumulativeProbability(uniform() + 0x1.0p-54);
    }

    /** Exponential with this mean. */
    double exponential(double mean) {
        return -mean * Math.log1p(-uniform());
    }

    /** Uniform in 0 … bound − 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }
}
