package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import org.anamnesis.table.Variable;

/**
 * One column of the synthetic table beside real people.
 *
 * @param variable the column
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
        Variable variable,
        Axis axis,
        Distribution real,
        Distribution synthetic,
        double distance,
        double floor,
        double missingReal,
        double missingSynthetic) {
    public ColumnFidelity {
        requireNonNull(variable, "variable");
        requireNonNull(axis, "axis");
        requireNonNull(real, "real");
        requireNonNull(synthetic, "synthetic");
    }
}
