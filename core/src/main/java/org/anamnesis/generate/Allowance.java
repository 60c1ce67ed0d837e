package org.anamnesis.generate;

import java.util.Set;

/** Which values of one column a drawn row may have. */
public sealed interface Allowance {
    /** Every value, missing included. */
    Allowance ANY = new Any();

    /** Whether a value of the column, NaN if missing, may stand in a row. */
    boolean allows(double value);

    /** No condition. */
    record Any() implements Allowance {
        @Override
        public boolean allows(double value) {
            return true;
        }
    }

    /**
     * A number in a closed interval; missing is not in it.
     *
     * @param low may be −∞
     * @param high may be ∞
     */
    record Range(double low, double high) implements Allowance {
        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException(low + " to " + high);
            }
        }

        @Override
        public boolean allows(double value) {
            return value >= low && value <= high;
        }
    }

    /**
     * One of some levels of a category; missing is none of them.
     *
     * @param levels indices of levels; not empty
     */
    record Levels(Set<Integer> levels) implements Allowance {
        public Levels {
            levels = Set.copyOf(levels);
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("no level is allowed");
            }
        }

        @Override
        public boolean allows(double value) {
            return !Double.isNaN(value) && levels.contains((int) value);
        }
    }

    /** Nothing but a missing value, or nothing but a present one. */
    record Presence(boolean present) implements Allowance {
        @Override
        public boolean allows(double value) {
            return Double.isNaN(value) != present;
        }
    }
}
