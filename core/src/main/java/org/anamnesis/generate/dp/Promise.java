package org.anamnesis.generate.dp;

/**
 * What is promised to each person: whether she is in the table or not, any result comes with
 * chances that differ by no more than a factor e^ε, but for a chance of δ.
 *
 * @param epsilon ε, above 0
 * @param delta δ, in (0, 1)
 */
public record Promise(double epsilon, double delta) {
    /** Largest ε that is taken: beyond it nothing is promised. */
    public static final double MOST_EPSILON = 1e6;

    /** Part of δ that may be lost when levels of categories are looked for. */
    private static final double FOR_LEVELS = 0.1;

    public Promise {
        if (!(epsilon > 0 && epsilon <= MOST_EPSILON && delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("epsilon %s, delta %s".formatted(epsilon, delta));
        }
    }

    /** Part of δ for the search of levels, all columns together. */
    double deltaOfLevels() {
        return FOR_LEVELS * delta;
    }

    /** The sum of costs that keeps the promise with the rest of δ. */
    double rho() {
        return Concentrated.rho(epsilon, delta - deltaOfLevels());
    }
}
