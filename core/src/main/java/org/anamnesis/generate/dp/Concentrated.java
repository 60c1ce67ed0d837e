package org.anamnesis.generate.dp;

/**
 * Zero-concentrated differential privacy (Bun, Steinke 2016, arXiv:1605.02065): costs ρ of several
 * looks at the same people add up. What a sum of ρ promises in terms of ε and δ is that of Canonne,
 * Kamath, Steinke (2020), arXiv:2004.00010, corollary 13, which is tighter than Bun and Steinke's ε
 * = ρ + 2√(ρ ln 1/δ).
 */
public final class Concentrated {
    /** Halvings of an interval: more than a double has digits. */
    private static final int HALVINGS = 60;

    private Concentrated() {}

    /**
     * Smallest δ that the bound gives: inf over α > 1 of exp((α−1)(αρ−ε))/(α−1) · (1−1/α)^α.
     *
     * @param rho at least 0
     * @param epsilon at least 0
     */
    public static double delta(double rho, double epsilon) {
        if (rho == 0) {
            return 0;
        }
        // any α gives a bound that holds; the log of it is convex, so its slope finds the best
        double low = 1 + 1e-9;
        double high = (epsilon + 1) / (2 * rho) + 2;
        for (int i = 0; i < HALVINGS; i++) {
            double alpha = (low + high) / 2;
            boolean falls = (2 * alpha - 1) * rho - epsilon + Math.log1p(-1 / alpha) < 0;
            low = falls ? alpha : low;
            high = falls ? high : alpha;
        }
        double alpha = high;
        double log =
                (alpha - 1) * (alpha * rho - epsilon)
                        + alpha * Math.log1p(-1 / alpha)
                        - Math.log(alpha - 1);
        return Math.min(1, Math.exp(log));
    }

    /** Smallest ε that a cost of ρ promises with δ in (0, 1). */
    public static double epsilon(double rho, double delta) {
        double low = 0;
        double high = rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean kept = delta(rho, middle) <= delta;
            high = kept ? middle : high;
            low = kept ? low : middle;
        }
        return high;
    }

    /** Largest ρ that keeps the promise of ε and δ. */
    public static double rho(double epsilon, double delta) {
        double low = 0;
        double high = epsilon + 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean kept = delta(middle, epsilon) <= delta;
            low = kept ? middle : low;
            high = kept ? high : middle;
        }
        return low;
    }
}
