package org.anamnesis.plan;

import java.util.Optional;
import org.anamnesis.population.Derived;
import org.anamnesis.population.QuantileFunction;
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
 * @param reshape the other distribution, if it is given one
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
        double share,
        Optional<Reshape> reshape) {
    /** What is done to values. */
    public enum Kind {
        SET,
        SPREAD,
        OUTLIERS,
        MISSING,
        RESHAPE
    }

    /**
     * Another distribution on the ranks of the values.
     *
     * @param people who the ranks are taken among
     * @param to the value at each rank
     * @param lever how a computed value is reached; empty for a drawn one
     */
    public record Reshape(PlannedOwn.Sample people, QuantileFunction to, Optional<Lever> lever) {}

    /**
     * The parent of a computed value that is changed until the value is as wanted.
     *
     * @param derived the computed column; rising or falling in the parent throughout
     * @param parent column that is changed
     * @param low least value of the parent
     * @param high greatest value of the parent
     * @param decimals of the parent
     */
    public record Lever(Derived derived, String parent, double low, double high, int decimals) {}
}
