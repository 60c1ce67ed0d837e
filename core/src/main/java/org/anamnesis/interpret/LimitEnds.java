package org.anamnesis.interpret;

import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;

/**
 * The two ends of a limit, both included, at the decimals at which the observation is reported; an
 * open end is infinite.
 */
record LimitEnds(double low, double high) {
    /**
     * Of a comparison with {@code a}, or within {@code a} and {@code b}; "above 7" begins one
     * reported step higher.
     */
    static LimitEnds of(Measurand m, Sign sign, double a, double b) {
        double low =
                switch (sign) {
                    case ABOVE -> above(m, a);
                    case AT_LEAST, WITHIN -> a;
                    case BELOW, AT_MOST, NONE -> Double.NEGATIVE_INFINITY;
                };
        double high =
                switch (sign) {
                    case BELOW -> below(m, a);
                    case AT_MOST, WITHIN -> b;
                    case ABOVE, AT_LEAST, NONE -> Double.POSITIVE_INFINITY;
                };
        return new LimitEnds(low, high);
    }

    /** What both leave; the low end above the high one if nothing. */
    LimitEnds and(LimitEnds other) {
        return new LimitEnds(Math.max(low, other.low), Math.min(high, other.high));
    }

    private static double above(Measurand m, double value) {
        double scale = Math.pow(10, m.decimals());
        return (Math.floor(value * scale + 1e-9) + 1) / scale;
    }

    private static double below(Measurand m, double value) {
        double scale = Math.pow(10, m.decimals());
        return (Math.ceil(value * scale - 1e-9) - 1) / scale;
    }
}
