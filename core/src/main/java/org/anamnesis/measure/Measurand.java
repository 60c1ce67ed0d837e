package org.anamnesis.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One quantity that a record may hold: unit, precision, limits and the other units in which people
 * state it.
 *
 * @param id stable name, for example {@code hba1c}; the concept of the same id holds its codes
 * @param name for people, for example "Hemoglobin A1c"
 * @param unit canonical UCUM code; empty for a coded answer such as smoking status
 * @param column name in analysis tables, unit included: {@code hba1c_pct}
 * @param decimals digits after the point at which laboratories report it
 * @param reference reference range of healthy adults, if there is one
 * @param referenceNote guideline bands or conditions that the range needs, may be empty
 * @param plausible limits of what a record may hold (not a reference range); empty for coded
 *     answers
 * @param conversions other accepted units
 */
public record Measurand(
        String id,
        String name,
        String unit,
        String column,
        int decimals,
        Optional<QuantityRange> reference,
        String referenceNote,
        Optional<QuantityRange> plausible,
        List<UnitConversion> conversions) {
    public Measurand {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(column, "column");
        requireNonNull(reference, "reference");
        requireNonNull(referenceNote, "referenceNote");
        requireNonNull(plausible, "plausible");
        conversions = List.copyOf(conversions);
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals of " + id + ": " + decimals);
        }
    }

    /**
     * Value in the canonical unit, or empty when this measurand is never stated in {@code
     * fromUnit}.
     */
    public Optional<Double> toCanonical(double value, String fromUnit) {
        if (fromUnit.equals(unit)) {
            return Optional.of(value);
        }
        return conversions.stream()
                .filter(c -> c.unit().equals(fromUnit))
                .findFirst()
                .map(c -> c.toCanonical(value))
                .or(() -> MassConcentration.factor(fromUnit, unit).map(f -> f * value));
    }

    /** Whether a record may hold the value, in the canonical unit; no where no limits are known. */
    public boolean mayBe(double value) {
        return plausible.filter(p -> p.contains(value)).isPresent();
    }
}
