package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One number is not above another, like the diastolic and the systolic blood pressure.
 *
 * @param lower column of the lower one
 * @param upper column of the upper one
 * @param strict whether they also differ
 */
public record OrderRule(String lower, String upper, boolean strict) implements TableRule {
    public OrderRule {
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
        if (lower.equals(upper)) {
            throw new IllegalArgumentException(lower + " twice");
        }
    }

    @Override
    public List<String> columns() {
        return List.of(lower, upper);
    }

    @Override
    public boolean holds(double[] values) {
        return strict ? !(values[0] >= values[1]) : !(values[0] > values[1]);
    }

    @Override
    public boolean testedBy(double[] values) {
        return TableRule.complete(values);
    }

    /** The rule as it is stated. */
    String text() {
        return RuleWords.quoted(lower) + (strict ? " < " : " <= ") + RuleWords.quoted(upper);
    }

    @Override
    public String sentence() {
        return strict
                ? "%s is below %s.".formatted(lower, upper)
                : "%s is not above %s.".formatted(lower, upper);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.order(this);
    }
}
