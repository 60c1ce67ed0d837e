package org.anamnesis.generate.course;

import org.anamnesis.random.SeedTree;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The draws of one patient for one purpose, one after the other; set anew for each patient. */
public final class Draws {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final long purpose;
    private long key;
    private int taken;

    public Draws(SeedTree seeds, String purpose) {
        this.purpose = seeds.purpose("history:" + purpose);
    }

    public Draws of(long patient) {
        key = SeedTree.key(purpose, patient);
        taken = 0;
        return this;
    }

    /** In [0, 1). */
    public double uniform() {
        return SeedTree.uniform(key, taken++);
    }

    /** Standard normal. */
    public double normal() {
        // the smallest uniform is 0, whose quantile is infinite
        return STANDARD.inverseCumulativeProbability(uniform() + 0x1.0p-54);
    }

    /** Exponential with this mean. */
    public double exponential(double mean) {
        return -mean * Math.log1p(-uniform());
    }

    /** Uniform in 0 … bound − 1. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }
}
