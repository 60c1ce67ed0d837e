package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One column of the synthetic table beside real people.
 *
 * @param name of the column
 * @param unit UCUM code, empty for categories
 * @param decimals digits after the point
 * @param levels of a category, empty for numbers
 * @param axis bars of the histograms; of a category bar k is level k
 * @param real held-out people and training people together
 * @param synthetic what was made
 * @param distance from the held-out people, 0 (same) to 1: of numbers Kolmogorov–Smirnov, the
 *     largest gap between the two distribution functions; of categories total variation, half the
 *     sum of the differences of shares, "missing" being a level
 * @param floor the same distance between training people and held-out people: what chance does
 * @param missingReal share of held-out people without a value
 * @param missingSynthetic share of synthetic rows without a value
 */
public record ColumnFidelity(
        String name,
        String unit,
        int decimals,
        List<String> levels,
        Axis axis,
        Distribution real,
        Distribution synthetic,
        double distance,
        double floor,
        double missingReal,
        double missingSynthetic) {
    public ColumnFidelity {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        levels = List.copyOf(levels);
        requireNonNull(axis, "axis");
        requireNonNull(real, "real");
        requireNonNull(synthetic, "synthetic");
    }

    public boolean isCategory() {
        return !levels.isEmpty();
    }
}
