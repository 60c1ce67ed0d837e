package org.anamnesis.evaluate;

import java.util.List;

/**
 * A figure with its 95 % interval, which says how far chance alone may have moved it.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}; both NaN where the figure cannot be worked out
 */
public record Estimate(double value, double low, double high) {
    /** The 97.5 % point of the normal distribution. */
    static final double Z = 1.959963984540054;

    /** Cannot be worked out. */
    static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** value ± 1.96 standard errors, held within the limits of the scale. */
    static Estimate of(double value, double error, double least, double most) {
        return new Estimate(
                value, Math.max(least, value - Z * error), Math.min(most, value + Z * error));
    }

    /**
     * The mean of figures of the same kind, as if they were independent of each other; those that
     * cannot be worked out are left aside.
     */
    static Estimate mean(List<Estimate> of, double least, double most) {
        return mean(of, 0, least, most);
    }

    /**
     * The mean of figures of which any two are correlated so strongly.
     *
     * <p>The variance of the mean of n is that of independent ones and, of each pair, twice the
     * correlation times both errors.
     */
    static Estimate mean(List<Estimate> of, double correlation, double least, double most) {
        List<Estimate> known = of.stream().filter(Estimate::known).toList();
        if (known.isEmpty()) {
            return NONE;
        }
        double sum = known.stream().mapToDouble(Estimate::value).sum();
        double squares = known.stream().mapToDouble(e -> e.error() * e.error()).sum();
        double errors = known.stream().mapToDouble(Estimate::error).sum();
        double together = correlation * (errors * errors - squares);
        int n = known.size();
        return of(sum / n, Math.sqrt(squares + together) / n, least, most);
    }

    /** The standard error; an end that the scale has cut off does not count. */
    private double error() {
        return Math.max(value - low, high - value) / Z;
    }

    /** Whether there is a figure. */
    public boolean known() {
        return !Double.isNaN(value);
    }
}
