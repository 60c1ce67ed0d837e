package org.anamnesis.evaluate;

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

    /** Whether there is a figure. */
    public boolean known() {
        return !Double.isNaN(value);
    }
}
