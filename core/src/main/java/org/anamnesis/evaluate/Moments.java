package org.anamnesis.evaluate;

/** Number, mean and variance of values as they come (Welford 1962). */
final class Moments {
    /** Fewer have no worthwhile standard deviation. */
    private static final int FEWEST = 5;

    private long n;
    private double mean;
    private double squares;

    void add(double x) {
        n++;
        double d = x - mean;
        mean += d / n;
        squares += d * (x - mean);
    }

    long n() {
        return n;
    }

    double mean() {
        return mean;
    }

    /** Divided by n − 1. */
    double variance() {
        return squares / (n - 1);
    }

    /**
     * Standardised mean difference with pooled SD, and the error √((a + b) / ab + d² / 2(a + b)) of
     * Hedges and Olkin (1985).
     */
    static Estimate difference(Moments a, Moments b) {
        if (a.n < FEWEST || b.n < FEWEST) {
            return Estimate.NONE;
        }
        double pooled = Math.sqrt((a.squares + b.squares) / (a.n + b.n - 2));
        if (!(pooled > 0)) {
            return Estimate.NONE;
        }
        double d = (a.mean - b.mean) / pooled;
        double sum = a.n + b.n;
        double error = Math.sqrt(sum / ((double) a.n * b.n) + d * d / (2 * sum));
        return Estimate.of(d, error, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
