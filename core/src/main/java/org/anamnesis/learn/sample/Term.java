package org.anamnesis.learn.sample;

import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/** A number of a row: a column, a constant, or arithmetic on them. */
sealed interface Term {
    /** Value in a row; NaN if anything in it is missing or undefined. */
    double at(double[][] columns, int row);

    void collect(Set<Integer> columns);

    record Constant(double value) implements Term {
        @Override
        public double at(double[][] columns, int row) {
            return value;
        }

        @Override
        public void collect(Set<Integer> columns) {}
    }

    /**
     * The value of a column.
     *
     * @param column its index
     */
    record Column(int column) implements Term {
        @Override
        public double at(double[][] columns, int row) {
            return columns[column][row];
        }

        @Override
        public void collect(Set<Integer> columns) {
            columns.add(column);
        }
    }

    record Arithmetic(DoubleBinaryOperator operation, Term left, Term right) implements Term {
        static final DoubleBinaryOperator PLUS = Double::sum;
        static final DoubleBinaryOperator MINUS = (a, b) -> a - b;
        static final DoubleBinaryOperator TIMES = (a, b) -> a * b;
        static final DoubleBinaryOperator OVER = (a, b) -> b == 0 ? Double.NaN : a / b;

        @Override
        public double at(double[][] columns, int row) {
            return operation.applyAsDouble(left.at(columns, row), right.at(columns, row));
        }

        @Override
        public void collect(Set<Integer> columns) {
            left.collect(columns);
            right.collect(columns);
        }
    }
}
