package org.anamnesis.measure;

import static java.util.Objects.requireNonNull;

/**
 * A closed interval of one measured quantity.
 *
 * @param low lower end, in {@code unit}; may be −∞
 * @param high upper end, in {@code unit}, not below {@code low}; may be +∞
 * @param unit UCUM code, for example {@code mg/dL} or {@code %}
 */
public record QuantityRange(double low, double high, String unit) {
    public QuantityRange {
        requireNonNull(unit, "unit");
        if (!(low <= high)) { // written this way round, it also rejects NaN
            throw new IllegalArgumentException(
                    "not an interval: %s to %s %s".formatted(low, high, unit));
        }
    }

    /** Whether {@code value}, in this range's unit, lies inside; NaN (missing) does not. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
