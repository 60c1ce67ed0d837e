package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * What a column of a user's table is known to hold.
 *
 * @param column name of the column
 * @param concept id of the measurand, or {@code age} (years) or {@code sex}
 * @param unit UCUM code in which the column is stated; empty if it is the measurand's own, or for
 *     age and sex
 */
public record KnownColumn(String column, String concept, String unit) {
    public KnownColumn {
        requireNonNull(column, "column");
        requireNonNull(concept, "concept");
        requireNonNull(unit, "unit");
    }
}
