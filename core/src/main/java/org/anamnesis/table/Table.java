package org.anamnesis.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted table of people, stored by column: p variables × n rows.
 *
 * <p>A value is a {@code double}: the number itself in the variable's unit, or the index of the
 * category's level; NaN means missing. Arrays are handed out without copying and must not be
 * changed by those who read them.
 */
public final class Table {
    private final List<Variable> variables;
    private final double[][] values;
    private final double[] weights;
    private final Map<String, Integer> index = new LinkedHashMap<>();

    /**
     * @param variables p variables with distinct names
     * @param values p arrays of n values
     * @param weights n weights, not negative; the share of the population that a row stands for, up
     *     to a factor
     */
    public Table(List<Variable> variables, double[][] values, double[] weights) {
        this.variables = List.copyOf(variables);
        this.values = values.clone();
        this.weights = weights;
        if (values.length != variables.size()) {
            throw new IllegalArgumentException(
                    values.length + " columns for " + variables.size() + " variables");
        }
        for (int k = 0; k < values.length; k++) {
            if (values[k].length != weights.length) {
                throw new IllegalArgumentException("rows of " + variables.get(k).name());
            }
            if (index.put(variables.get(k).name(), k) != null) {
                throw new IllegalArgumentException("twice: " + variables.get(k).name());
            }
        }
    }

    public List<Variable> variables() {
        return variables;
    }

    public int rows() {
        return weights.length;
    }

    public double[] weights() {
        return weights;
    }

    public boolean has(String name) {
        return index.containsKey(name);
    }

    public int indexOf(String name) {
        Integer k = index.get(name);
        if (k == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return k;
    }

    public Variable variable(String name) {
        return variables.get(indexOf(name));
    }

    /** n values of a column, see the class comment; shared, not a copy. */
    public double[] column(String name) {
        return values[indexOf(name)];
    }

    public double[] column(int k) {
        return values[k];
    }

    /** The rows with these indices, in this order. */
    public Table rows(int[] chosen) {
        double[][] kept = new double[values.length][];
        Arrays.setAll(kept, k -> pick(values[k], chosen));
        return new Table(variables, kept, pick(weights, chosen));
    }

    /** The columns with these names, in this order. */
    public Table columns(List<String> names) {
        double[][] kept = names.stream().map(this::column).toArray(double[][]::new);
        return new Table(names.stream().map(this::variable).toList(), kept, weights);
    }

    public Table withWeights(double[] changed) {
        return new Table(variables, values, changed);
    }

    /** This table with one more column at the end. */
    public Table with(Variable variable, double[] column) {
        double[][] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = column;
        var names = new java.util.ArrayList<>(variables);
        names.add(variable);
        return new Table(names, all, weights);
    }

    private static double[] pick(double[] from, int[] chosen) {
        double[] out = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            out[i] = from[chosen[i]];
        }
        return out;
    }
}
