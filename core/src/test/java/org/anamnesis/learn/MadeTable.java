package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Builds tables with known rules, column by column. */
final class MadeTable {
    private final int rows;
    private final long seed;
    private final List<Variable> variables = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    MadeTable(int rows, long seed) {
        this.rows = rows;
        this.seed = seed;
    }

    /** A number of its own in [0, 1) for a row. */
    double uniform(String purpose, int row) {
        return SeedTree.uniform(SeedTree.key(new SeedTree(seed).purpose(purpose), row), 0);
    }

    /** Roughly normal: the sum of twelve uniform numbers less six (Irwin–Hall). */
    double normal(String purpose, int row) {
        double sum = -6;
        for (int k = 0; k < 12; k++) {
            sum += SeedTree.uniform(SeedTree.key(new SeedTree(seed).purpose(purpose), row), k);
        }
        return sum;
    }

    MadeTable number(String name, int decimals, IntToDoubleFunction value) {
        double scale = Math.pow(10, decimals);
        return add(
                Variable.number(name, "", decimals),
                i -> Math.rint(value.applyAsDouble(i) * scale) / scale);
    }

    /** Days since 1970-01-01. */
    MadeTable date(String name, IntToDoubleFunction value) {
        return add(Variable.number(name, "d", 0), i -> Math.rint(value.applyAsDouble(i)));
    }

    MadeTable category(String name, List<String> levels, IntToDoubleFunction value) {
        return add(Variable.category(name, levels), value);
    }

    private MadeTable add(Variable variable, IntToDoubleFunction value) {
        double[] column = new double[rows];
        Arrays.setAll(column, value);
        variables.add(variable);
        values.add(column);
        return this;
    }

    double at(String name, int row) {
        for (int k = 0; k < variables.size(); k++) {
            if (variables.get(k).name().equals(name)) {
                return values.get(k)[row];
            }
        }
        throw new IllegalArgumentException(name);
    }

    Table table() {
        return PlainTable.table(variables, values);
    }
}
