package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * One number within one level of a category: do women, or smokers, come out as they are?
 *
 * @param category name of the category
 * @param level of it
 * @param column name of the numeric column
 * @param real mean among training and held-out people of the level, in the column's unit
 * @param synthetic mean among synthetic rows of the level
 * @param difference synthetic less real, in pooled standard deviations of the level
 * @param nReal people with a value
 * @param nSynthetic rows with a value
 */
public record Subgroup(
        String category,
        String level,
        String column,
        double real,
        double synthetic,
        Estimate difference,
        long nReal,
        long nSynthetic) {
    public Subgroup {
        requireNonNull(category, "category");
        requireNonNull(level, "level");
        requireNonNull(column, "column");
        requireNonNull(difference, "difference");
    }
}
