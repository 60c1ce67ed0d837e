package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A number stays within fixed bounds, like a percentage or an age that the survey cuts off at 80.
 *
 * @param column the number
 * @param low may be −∞
 * @param high may be ∞
 */
public record BoundsRule(String column, double low, double high) implements TableRule {
    public BoundsRule {
        requireNonNull(column, "column");
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public boolean holds(double[] values) {
        return !(values[0] < low || values[0] > high);
    }

    @Override
    public boolean testedBy(double[] values) {
        return TableRule.complete(values);
    }

    /** The rule as it is stated. */
    String text() {
        String name = RuleWords.quoted(column);
        if (Double.isInfinite(high)) {
            return name + " >= " + RuleExpression.number(low);
        } else if (Double.isInfinite(low)) {
            return name + " <= " + RuleExpression.number(high);
        }
        return "%s between %s and %s"
                .formatted(name, RuleExpression.number(low), RuleExpression.number(high));
    }

    @Override
    public String sentence() {
        return sentence(RuleExpression::number);
    }

    /** The rule with its bounds as they are written in the column. */
    String sentence(DoubleFunction<String> written) {
        if (Double.isInfinite(high)) {
            return "%s is at least %s.".formatted(column, written.apply(low));
        } else if (Double.isInfinite(low)) {
            return "%s is at most %s.".formatted(column, written.apply(high));
        }
        return "%s is between %s and %s."
                .formatted(column, written.apply(low), written.apply(high));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.bounds(this);
    }
}
