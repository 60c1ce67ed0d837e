package org.anamnesis.signals;

import org.anamnesis.random.SeedTree;

/**
 * The draws of one key, one after the other: uniform and normal numbers. Not safe for several
 * threads; two of the same key give the same numbers.
 */
public final class Draws {
    private final long key;
    private int next;
    private double spare = Double.NaN;

    public Draws(long key) {
        this.key = key;
    }

    /**
     * Draws for one purpose of a study: another purpose more or fewer draws leave them as they are.
     */
    public static Draws of(long study, String purpose) {
        return new Draws(new SeedTree(study).purpose(purpose));
    }

    /** In [0, 1). */
    public double uniform() {
        return SeedTree.uniform(key, next++);
    }

    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Standard normal, by the polar method (Marsaglia, Bray 1964, doi:10.1137/1006063). */
    public double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double s;
        do {
            x = uniform(-1, 1);
            y = uniform(-1, 1);
            s = x * x + y * y;
        } while (s >= 1 || s == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = y * factor;
        return x * factor;
    }

    public double normal(double mean, double sd) {
        return mean + sd * normal();
    }

    /** A whole number from 0 to {@code n} − 1. */
    public int index(int n) {
        return (int) (uniform() * n);
    }

    /** True with this chance. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }
}
