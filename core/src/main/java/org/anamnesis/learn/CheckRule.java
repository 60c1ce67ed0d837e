package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A condition that the user states and every row must meet.
 *
 * @param text the user's words
 * @param columns the columns it reads
 * @param test of the values of these columns; true if a missing one leaves it open
 */
public record CheckRule(String text, List<String> columns, Test test) implements TableRule {
    /** Whether a row meets a condition. */
    @FunctionalInterface
    public interface Test {
        /**
         * @param values of the rule's columns, NaN if missing
         */
        boolean meets(double[] values);
    }

    public CheckRule {
        requireNonNull(text, "text");
        requireNonNull(test, "test");
        columns = List.copyOf(columns);
    }

    @Override
    public boolean holds(double[] values) {
        return test.meets(values);
    }

    @Override
    public boolean testedBy(double[] values) {
        return TableRule.complete(values);
    }

    @Override
    public String sentence() {
        return "Every row keeps: %s.".formatted(text);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.check(this);
    }
}
