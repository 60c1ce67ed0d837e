package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.anamnesis.table.Variable;

/**
 * How a column that changes goes from one row of a person to the next.
 *
 * @param variable the column
 * @param date whether it is a date
 * @param way what is learned of it
 * @param low least told value (of a step, offset or date) or value (of the others) that comes out
 * @param high greatest such
 * @param base stands for the value before where none is known
 * @param rises whether it never falls
 * @param falls whether it never rises
 * @param missing whether it is missing in some rows
 * @param lasting levels that a person never leaves
 */
record Change(
        Variable variable,
        boolean date,
        Way way,
        double low,
        double high,
        double base,
        boolean rises,
        boolean falls,
        boolean missing,
        Set<Integer> lasting) {
    /** What is learned of a row's value. */
    enum Way {
        /** The value itself. */
        LEVEL,
        /** How far it is from the last known value of the person. */
        STEP,
        /** A date: how far it is from the row's own date of order. */
        OFFSET
    }

    Change {
        requireNonNull(variable, "variable");
        requireNonNull(way, "way");
        lasting = Set.copyOf(lasting);
        if (!(low <= high)
                || Double.isNaN(base)
                || (variable.isCategory() && way != Way.LEVEL)
                || (!lasting.isEmpty() && !variable.isCategory())) {
            throw new IllegalArgumentException("%s by %s".formatted(variable.name(), way));
        }
    }

    /** Whether the bounds are those of what is told, not of the value. */
    private boolean toldBounds() {
        return way == Way.OFFSET || (way == Way.STEP && date);
    }

    /**
     * What is learned of a value.
     *
     * @param last known value before, NaN if there is none
     * @param order of the same row; only read by an offset
     */
    double told(double value, double last, double order) {
        if (variable.isCategory()) {
            return value;
        }
        double from = toldBounds() ? value : clipped(value);
        double told =
                switch (way) {
                    case LEVEL -> from;
                    case STEP -> from - (Double.isNaN(last) ? base : last);
                    case OFFSET -> from - order;
                };
        return toldBounds() ? clipped(told) : told;
    }

    /** The value of what was drawn: the inverse of {@link #told}, within the bounds. */
    double value(double told, double last, double order) {
        if (variable.isCategory()) {
            boolean stays = !Double.isNaN(last) && lasting.contains((int) last);
            return stays && !Double.isNaN(told) ? last : told;
        }
        double value =
                switch (way) {
                    case LEVEL -> told;
                    case STEP -> told + (Double.isNaN(last) ? base : last);
                    case OFFSET -> told + order;
                };
        double bounded = rounded(toldBounds() ? value : clipped(value));
        if (Double.isNaN(last) || Double.isNaN(bounded)) {
            return bounded;
        }
        return rises ? Math.max(last, bounded) : falls ? Math.min(last, bounded) : bounded;
    }

    private double clipped(double value) {
        return Double.isNaN(value) ? value : Math.max(low, Math.min(high, value));
    }

    private double rounded(double value) {
        double scale = Math.pow(10, variable.decimals());
        return variable.decimals() > 9 ? value : Math.rint(value * scale) / scale;
    }
}
