package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.table.Variable;

/**
 * A number that is computed from others, for example {@code BMI = 10000 * Weight / Height^2}.
 *
 * <p>A row keeps it if target and formula differ by no more than rounding explains: half the last
 * digit of the target and, where the target was computed before the inputs were rounded, what half
 * the last digit of each input moves the formula.
 */
public final class FormulaRule implements Derivation {
    private final Variable target;
    private final RuleExpression expression;
    private final List<Variable> inputs;
    private final boolean rounded;
    private final int digits;
    private final RuleExpression.Compiled compiled;

    /**
     * @param inputs the columns of the expression, in the order of its {@code columns()}
     * @param rounded whether the inputs were rounded after the target was computed
     * @param digits after the point of the target to which every row was rounded; some rows may
     *     have more
     */
    FormulaRule(
            Variable target,
            RuleExpression expression,
            List<Variable> inputs,
            boolean rounded,
            int digits) {
        this.target = requireNonNull(target, "target");
        this.expression = requireNonNull(expression, "expression");
        this.inputs = List.copyOf(inputs);
        this.rounded = rounded;
        this.digits = digits;
        List<String> names = inputs.stream().map(Variable::name).toList();
        if (Stream.concat(Stream.of(target), inputs.stream()).anyMatch(Variable::isCategory)
                || names.contains(target.name())) {
            throw new IllegalArgumentException(target.name() + " = " + expression);
        }
        this.compiled = expression.compile(names);
    }

    @Override
    public String target() {
        return target.name();
    }

    @Override
    public List<String> inputs() {
        return inputs.stream().map(Variable::name).toList();
    }

    RuleExpression expression() {
        return expression;
    }

    @Override
    public double value(double[] values) {
        return Values.rounded(compiled.at(values), target.decimals());
    }

    @Override
    public boolean holds(double[] values) {
        if (!TableRule.complete(values)) {
            return true;
        }
        double[] in = Derivation.inputs(values);
        double expected = compiled.at(in);
        return !(Math.abs(values[0] - expected) > slack(in, expected));
    }

    private double slack(double[] in, double expected) {
        // the last term is for numbers that a double cannot hold
        double slack = Values.halfUnit(digits) * 1.0001 + 1e-9 * Math.abs(expected);
        for (int k = 0; rounded && k < in.length; k++) {
            double half = Values.halfUnit(inputs.get(k).decimals());
            double kept = in[k];
            in[k] = kept + half;
            double up = compiled.at(in);
            in[k] = kept - half;
            double down = compiled.at(in);
            in[k] = kept;
            double most = Math.max(Math.abs(up - expected), Math.abs(down - expected));
            slack += Double.isNaN(most) ? 0 : most;
        }
        return slack;
    }

    FormulaRule with(boolean inputsRounded, int digitsOfRows) {
        return new FormulaRule(target, expression, inputs, inputsRounded, digitsOfRows);
    }

    boolean rounded() {
        return rounded;
    }

    int digits() {
        return digits;
    }

    /** The rule as it is stated. */
    String text() {
        return RuleWords.quoted(target()) + " = " + expression;
    }

    @Override
    public String sentence() {
        return "%s is computed: %s.".formatted(target(), text());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.formula(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormulaRule f
                && target.equals(f.target)
                && expression.equals(f.expression)
                && inputs.equals(f.inputs)
                && rounded == f.rounded
                && digits == f.digits;
    }

    @Override
    public int hashCode() {
        return Arrays.asList(target, expression, inputs, rounded, digits).hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
