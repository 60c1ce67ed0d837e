package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.anamnesis.table.Variable;

/**
 * A column that has one value, or none.
 *
 * @param column the column
 * @param value number, or index of the level
 */
public record ConstantRule(Variable column, double value) implements Derivation {
    public ConstantRule {
        requireNonNull(column, "column");
    }

    @Override
    public String target() {
        return column.name();
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public double value(double[] values) {
        return value;
    }

    @Override
    public boolean holds(double[] values) {
        return Double.isNaN(values[0]) || values[0] == value;
    }

    @Override
    public String sentence() {
        return "%s is always %s.".formatted(target(), Values.text(column, value));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.constant(this);
    }
}
