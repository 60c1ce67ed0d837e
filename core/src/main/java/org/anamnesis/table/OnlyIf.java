package org.anamnesis.table;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A rule of a table: a column has a value only for those for whom the question makes sense, for
 * example duration of diabetes only with diabetes.
 *
 * @param column the column that is missing otherwise
 * @param parent a category that decides
 * @param levels levels of {@code parent} with which {@code column} may have a value
 */
public record OnlyIf(String column, String parent, List<Integer> levels) {
    public OnlyIf {
        requireNonNull(column, "column");
        requireNonNull(parent, "parent");
        levels = List.copyOf(levels);
    }

    public boolean applies(double parentValue) {
        return !Double.isNaN(parentValue) && levels.contains((int) parentValue);
    }
}
