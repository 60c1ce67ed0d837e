package org.anamnesis.learn;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.anamnesis.table.Variable;

/** A number of a row in a block of columns: a column, a constant, or arithmetic on them. */
public sealed interface Term {
    /** Value in a row; NaN if anything in it is missing or undefined. */
    double at(double[][] columns, int row);

    void collect(Set<Integer> columns);

    /**
     * An expression over these columns. What is constant in it is worked out at once, so that a
     * range is seen as one.
     */
    static Term of(RuleExpression expression, List<Variable> variables) {
        if (expression.columns().isEmpty()) {
            return new Constant(expression.compile(List.of()).at(new double[0]));
        }
        if (expression instanceof RuleExpression.Column c) {
            List<String> names = variables.stream().map(Variable::name).toList();
            return new Column(names.indexOf(c.name()));
        }
        if (expression instanceof RuleExpression.Call call) {
            return new Call(call.function().result(), of(call.inner(), variables));
        }
        var binary = (RuleExpression.Binary) expression;
        return new Arithmetic(
                binary.operation(), of(binary.left(), variables), of(binary.right(), variables));
    }

    /** A plain number. */
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

    /** An operation on two numbers; what is divided by zero is undefined. */
    record Arithmetic(RuleExpression.Operation operation, Term left, Term right) implements Term {
        @Override
        public double at(double[][] columns, int row) {
            double a = left.at(columns, row);
            double b = right.at(columns, row);
            return operation == RuleExpression.Operation.OVER && b == 0
                    ? Double.NaN
                    : operation.result().applyAsDouble(a, b);
        }

        @Override
        public void collect(Set<Integer> columns) {
            left.collect(columns);
            right.collect(columns);
        }
    }

    /** A function of a number. */
    record Call(DoubleUnaryOperator function, Term inner) implements Term {
        @Override
        public double at(double[][] columns, int row) {
            return function.applyAsDouble(inner.at(columns, row));
        }

        @Override
        public void collect(Set<Integer> columns) {
            inner.collect(columns);
        }
    }
}
