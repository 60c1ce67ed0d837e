package org.anamnesis.measure;

import static java.util.Objects.requireNonNull;

/**
 * From another unit to the canonical unit of one measurand: canonical = {@code factor} · x + {@code
 * offset}.
 *
 * @param unit UCUM code converted from, for example {@code mmol/mol}
 * @param factor canonical units per {@code unit}
 * @param offset in the canonical unit (HbA1c in mmol/mol needs one, most analytes have 0)
 * @param source where the constants come from, a source id or a formula's name
 */
public record UnitConversion(String unit, double factor, double offset, String source) {
    public UnitConversion {
        requireNonNull(unit, "unit");
        requireNonNull(source, "source");
        if (!(Math.abs(factor) > 0)) {
            throw new IllegalArgumentException("factor of " + unit + " is " + factor);
        }
    }

    /** {@code value} in {@link #unit} → value in the canonical unit. */
    public double toCanonical(double value) {
        return factor * value + offset;
    }

    /** {@code value} in the canonical unit → value in {@link #unit}. */
    public double fromCanonical(double value) {
        return (value - offset) / factor;
    }
}
