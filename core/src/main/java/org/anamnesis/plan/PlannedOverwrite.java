package org.anamnesis.plan;

import java.util.Optional;
import org.anamnesis.population.RowTest;

/**
 * A change of finished values of one column.
 *
 * @param column drawn column, or a field's own column if the engine does not draw it
 * @param kind what is done
 * @param amount the value to set, the factor of a spread, or a percentage of patients
 * @param mean of the column among those who are drawn
 * @param sd of the column among those who are drawn
 * @param low least value that a record may hold
 * @param high greatest value that a record may hold
 * @param decimals digits after the point
 * @param more who lacks the value twice as often
 * @param share of patients who meet {@code more}, 0 to 1
 */
public record PlannedOverwrite(
        String column,
        Kind kind,
        double amount,
        double mean,
        double sd,
        double low,
        double high,
        int decimals,
        Optional<RowTest> more,
        double share) {
    /** What is done to values. */
    public enum Kind {
        SET,
        SPREAD,
        OUTLIERS,
        MISSING
    }
}
