package org.anamnesis.learn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a row must meet. Like SQL it knows three answers: a comparison with a missing value is
 * neither true nor false, nor is its negation; a row is taken only if the whole is true.
 */
public sealed interface Condition {
    Answer of(double[][] columns, int row);

    void collect(Set<Integer> columns);

    /** True if any of them is; of none, never true. */
    static Condition anyOf(List<Condition> all) {
        return all.stream().reduce(Either::new).orElse(new OneOf(0, Set.of()));
    }

    /** Columns that it asks. */
    default Set<Integer> columns() {
        Set<Integer> columns = new LinkedHashSet<>();
        collect(columns);
        return columns;
    }

    enum Answer {
        FALSE,
        UNKNOWN,
        TRUE;

        static Answer of(boolean is) {
            return is ? TRUE : FALSE;
        }
    }

    record Both(Condition left, Condition right) implements Condition {
        @Override
        public Answer of(double[][] columns, int row) {
            Answer a = left.of(columns, row);
            Answer b = right.of(columns, row);
            return a.compareTo(b) < 0 ? a : b;
        }

        @Override
        public void collect(Set<Integer> columns) {
            left.collect(columns);
            right.collect(columns);
        }
    }

    record Either(Condition left, Condition right) implements Condition {
        @Override
        public Answer of(double[][] columns, int row) {
            Answer a = left.of(columns, row);
            Answer b = right.of(columns, row);
            return a.compareTo(b) > 0 ? a : b;
        }

        @Override
        public void collect(Set<Integer> columns) {
            left.collect(columns);
            right.collect(columns);
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public Answer of(double[][] columns, int row) {
            Answer answer = inner.of(columns, row);
            return answer == Answer.UNKNOWN ? answer : Answer.of(answer == Answer.FALSE);
        }

        @Override
        public void collect(Set<Integer> columns) {
            inner.collect(columns);
        }
    }

    record Missing(int column) implements Condition {
        @Override
        public Answer of(double[][] columns, int row) {
            return Answer.of(Double.isNaN(columns[column][row]));
        }

        @Override
        public void collect(Set<Integer> columns) {
            columns.add(column);
        }
    }

    /**
     * One of some levels of a category.
     *
     * @param levels indices
     */
    record OneOf(int column, Set<Integer> levels) implements Condition {
        public OneOf {
            levels = Set.copyOf(levels);
        }

        @Override
        public Answer of(double[][] columns, int row) {
            double v = columns[column][row];
            return Double.isNaN(v) ? Answer.UNKNOWN : Answer.of(levels.contains((int) v));
        }

        @Override
        public void collect(Set<Integer> columns) {
            columns.add(column);
        }
    }

    /** Two numbers compared. */
    record Compared(Sign sign, Term left, Term right) implements Condition {
        @Override
        public Answer of(double[][] columns, int row) {
            double a = left.at(columns, row);
            double b = right.at(columns, row);
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return Answer.UNKNOWN;
            }
            return Answer.of(sign.holds(Double.compare(a + 0.0, b + 0.0)));
        }

        @Override
        public void collect(Set<Integer> columns) {
            left.collect(columns);
            right.collect(columns);
        }
    }

    enum Sign {
        LESS("<", true, false, false),
        AT_MOST("<=", true, true, false),
        EQUAL("=", false, true, false),
        AT_LEAST(">=", false, true, true),
        MORE(">", false, false, true),
        OTHER("!=", true, false, true);

        private final String text;
        private final boolean below;
        private final boolean same;
        private final boolean above;

        Sign(String text, boolean below, boolean same, boolean above) {
            this.text = text;
            this.below = below;
            this.same = same;
            this.above = above;
        }

        static Sign of(String text) {
            for (Sign sign : values()) {
                if (sign.text.equals(text)) {
                    return sign;
                }
            }
            throw new IllegalArgumentException(text);
        }

        boolean holds(int compared) {
            return compared < 0 ? below : compared == 0 ? same : above;
        }

        /** The same with its sides swapped. */
        Sign mirrored() {
            for (Sign sign : values()) {
                if (sign.below == above && sign.above == below && sign.same == same) {
                    return sign;
                }
            }
            throw new IllegalStateException(text);
        }
    }
}
