package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.anamnesis.table.Variable;

/**
 * A column that follows from another value by value, like the name of a code.
 *
 * @param column the column that follows
 * @param parent the column that it follows from
 * @param table value of the column by value of the parent; numbers, or indices of levels
 */
public record LookupRule(Variable column, Variable parent, Map<Double, Double> table)
        implements Derivation {
    public LookupRule {
        requireNonNull(column, "column");
        requireNonNull(parent, "parent");
        table = Map.copyOf(table);
        if (column.equals(parent)) {
            throw new IllegalArgumentException(column.name() + " from itself");
        }
    }

    @Override
    public String target() {
        return column.name();
    }

    @Override
    public List<String> inputs() {
        return List.of(parent.name());
    }

    @Override
    public double value(double[] values) {
        // + 0.0 makes one zero of the two that a double has
        return table.getOrDefault(values[0] + 0.0, Double.NaN);
    }

    @Override
    public boolean holds(double[] values) {
        if (!TableRule.complete(values)) {
            return true;
        }
        Double expected = table.get(values[1] + 0.0);
        return expected == null || expected == values[0];
    }

    @Override
    public String sentence() {
        return "%s follows from %s (%d values).".formatted(target(), parent.name(), table.size());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.lookup(this);
    }
}
