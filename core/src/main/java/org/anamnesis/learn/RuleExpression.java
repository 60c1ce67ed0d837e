package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic over the numbers of one row: the right side of a {@link FormulaRule}. */
public sealed interface RuleExpression {
    /** Value in a row; NaN as soon as something in it is missing or undefined. */
    @FunctionalInterface
    interface Compiled {
        /**
         * @param values of the columns in the order that was compiled for
         */
        double at(double[] values);
    }

    /** This expression for rows whose values come in the order of these columns. */
    Compiled compile(List<String> columns);

    void collect(Set<String> columns);

    /** How tightly its outermost operation binds: 1 sums, 2 products, 3 powers, 4 the rest. */
    int binding();

    /** The columns it reads, in the order of first use. */
    default List<String> columns() {
        var found = new LinkedHashSet<String>();
        collect(found);
        return List.copyOf(found);
    }

    /** A plain number. */
    record Constant(double value) implements RuleExpression {
        @Override
        public Compiled compile(List<String> columns) {
            double fixed = value;
            return values -> fixed;
        }

        @Override
        public void collect(Set<String> columns) {}

        @Override
        public int binding() {
            return value < 0 ? 1 : 4;
        }

        @Override
        public String toString() {
            return number(value);
        }
    }

    /** The value of a column. */
    record Column(String name) implements RuleExpression {
        public Column {
            requireNonNull(name, "name");
        }

        @Override
        public Compiled compile(List<String> columns) {
            int k = columns.indexOf(name);
            if (k < 0) {
                throw new IllegalArgumentException("no column " + name);
            }
            return values -> values[k];
        }

        @Override
        public void collect(Set<String> columns) {
            columns.add(name);
        }

        @Override
        public int binding() {
            return 4;
        }

        @Override
        public String toString() {
            return RuleWords.quoted(name);
        }
    }

    /** The five operations. */
    enum Operation {
        PLUS('+', 1),
        MINUS('-', 1),
        TIMES('*', 2),
        OVER('/', 2),
        POWER('^', 3);

        private final char sign;
        private final int binding;

        Operation(char sign, int binding) {
            this.sign = sign;
            this.binding = binding;
        }

        DoubleBinaryOperator result() {
            return switch (this) {
                case PLUS -> Double::sum;
                case MINUS -> (a, b) -> a - b;
                case TIMES -> (a, b) -> a * b;
                case OVER -> (a, b) -> a / b;
                case POWER -> Math::pow;
            };
        }
    }

    /** Two expressions and an operation. */
    record Binary(Operation operation, RuleExpression left, RuleExpression right)
            implements RuleExpression {
        @Override
        public Compiled compile(List<String> columns) {
            Compiled a = left.compile(columns);
            Compiled b = right.compile(columns);
            DoubleBinaryOperator result = operation.result();
            return values -> result.applyAsDouble(a.at(values), b.at(values));
        }

        @Override
        public void collect(Set<String> columns) {
            left.collect(columns);
            right.collect(columns);
        }

        @Override
        public int binding() {
            return operation.binding;
        }

        @Override
        public String toString() {
            // a power binds to the right, all others to the left
            int own = operation.binding;
            boolean power = operation == Operation.POWER;
            String sign = power ? "^" : " " + operation.sign + " ";
            return bracketed(left, power ? own + 1 : own)
                    + sign
                    + bracketed(right, power ? own : own + 1);
        }

        private static String bracketed(RuleExpression inner, int least) {
            return inner.binding() < least ? "(" + inner + ")" : inner.toString();
        }
    }

    /** The functions of one number. */
    enum Function {
        FLOOR,
        ROUND,
        ABS,
        SQRT,
        LOG,
        EXP;

        DoubleUnaryOperator result() {
            return switch (this) {
                case FLOOR -> Math::floor;
                case ROUND -> Math::rint;
                case ABS -> Math::abs;
                case SQRT -> Math::sqrt;
                case LOG -> Math::log;
                case EXP -> Math::exp;
            };
        }
    }

    /** A function of an expression; {@code log} is the natural logarithm. */
    record Call(Function function, RuleExpression inner) implements RuleExpression {
        @Override
        public Compiled compile(List<String> columns) {
            Compiled of = inner.compile(columns);
            DoubleUnaryOperator result = function.result();
            return values -> result.applyAsDouble(of.at(values));
        }

        @Override
        public void collect(Set<String> columns) {
            inner.collect(columns);
        }

        @Override
        public int binding() {
            return 4;
        }

        @Override
        public String toString() {
            return function.name().toLowerCase(Locale.ROOT) + "(" + inner + ")";
        }
    }

    static RuleExpression column(String name) {
        return new Column(name);
    }

    static RuleExpression constant(double value) {
        return new Constant(value);
    }

    default RuleExpression plus(RuleExpression other) {
        return new Binary(Operation.PLUS, this, other);
    }

    default RuleExpression minus(RuleExpression other) {
        return new Binary(Operation.MINUS, this, other);
    }

    default RuleExpression times(RuleExpression other) {
        return new Binary(Operation.TIMES, this, other);
    }

    default RuleExpression over(RuleExpression other) {
        return new Binary(Operation.OVER, this, other);
    }

    default RuleExpression power(RuleExpression other) {
        return new Binary(Operation.POWER, this, other);
    }

    /** Shortest text that is read back to the same number; whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
