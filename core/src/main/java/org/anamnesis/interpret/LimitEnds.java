package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.ObservationWithin;

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

    /**
     * Whether a criterion is a limit or an age with one end, which has an opposite of that kind.
     */
    static boolean open(Criterion c) {
        return c instanceof Criterion.AgeBetween a
                ? a.minYears() <= 0 != a.maxYears() >= AgeWords.OLDEST
                : c instanceof ObservationWithin o && others(o).isPresent();
    }

    /** "no haemoglobin below 10" are those of 10 and more; empty of a range with two ends. */
    static Optional<ObservationWithin> others(ObservationWithin of) {
        QuantityRange r = of.range();
        double step =
                Measurands.bundled()
                        .find(of.observation())
                        .map(m -> Math.pow(10, -m.decimals()))
                        .orElse(0.0);
        boolean low = Double.isFinite(r.low());
        if (step <= 0 || low == Double.isFinite(r.high())) {
            return Optional.empty();
        }
        double end = Math.rint((low ? r.low() - step : r.high() + step) * 1e6) / 1e6;
        return Optional.of(
                new ObservationWithin(
                        of.observation(),
                        low
                                ? new QuantityRange(Double.NEGATIVE_INFINITY, end, r.unit())
                                : new QuantityRange(end, Double.POSITIVE_INFINITY, r.unit())));
    }
}
