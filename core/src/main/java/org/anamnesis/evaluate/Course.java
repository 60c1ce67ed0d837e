package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anamnesis.table.Table;

/**
 * Persons with rows that follow each other.
 *
 * @param persons N rows, one a person, that sum her rows up
 * @param rows n rows of what changes from row to row, person by person, each person's in order
 * @param starts N + 1 numbers: person i has the rows from {@code starts[i]} to before {@code
 *     starts[i + 1]}
 * @param order name of the column by which the rows follow each other
 */
@SuppressWarnings("ArrayRecordComponent") // many persons, shared and never changed
public record Course(Table persons, Table rows, int[] starts, Optional<String> order) {
    public Course {
        requireNonNull(order, "order");
        if (starts.length != persons.rows() + 1 || starts[starts.length - 1] != rows.rows()) {
            throw new IllegalArgumentException("starts do not fit the tables");
        }
    }

    /** Number of rows of each person. */
    double[] lengths() {
        double[] lengths = new double[starts.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = starts[i + 1] - (double) starts[i];
        }
        return lengths;
    }

    /**
     * Values and those of the same column in the person's row before, where both are known.
     *
     * @return two arrays of the same length: before, now
     */
    double[][] steps(String column) {
        double[] values = rows.column(column);
        double[] before = new double[values.length];
        double[] now = new double[values.length];
        int n = 0;
        for (int p = 0; p + 1 < starts.length; p++) {
            for (int i = starts[p] + 1; i < starts[p + 1]; i++) {
                if (!Double.isNaN(values[i - 1]) && !Double.isNaN(values[i])) {
                    before[n] = values[i - 1];
                    now[n++] = values[i];
                }
            }
        }
        return new double[][] {java.util.Arrays.copyOf(before, n), java.util.Arrays.copyOf(now, n)};
    }
}
