package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Sequential trees as they are kept: for each column in an order of its own the leaves, in which
 * weights by value stand, and no rows.
 */
final class LearnedTrees implements LearnedModel {
    private final List<Variable> variables;
    private final TreeColumn[] columns;

    /** The columns in the order in which they are drawn. */
    private final int[] order;

    LearnedTrees(List<Variable> variables, TreeColumn[] columns, int[] order) {
        this.variables = List.copyOf(variables);
        this.columns = columns;
        this.order = order;
    }

    @Override
    public String engine() {
        return TreesLearner.NAME;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public void draw(
            double[][] values,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds) {
        byte[][] codes = new byte[columns.length + GrownTree.PLACES][count];
        Arrays.fill(weights, 0, count, 1);
        for (int k : order) {
            long purpose = seeds.purpose(variables.get(k).name());
            columns[k].draw(k, values[k], weights, allowed.get(k), codes, purpose, first);
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int k : order) {
            Compact.count(out, k);
        }
        for (TreeColumn column : columns) {
            column.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    static LearnedTrees read(List<Variable> variables, DataInput in) throws IOException {
        int p = variables.size();
        int[] order = new int[p];
        for (int k = 0; k < p; k++) {
            order[k] = Compact.count(in, p - 1, "column");
        }
        if (Arrays.stream(order).distinct().count() < p) {
            throw new IOException("a column is drawn twice");
        }
        TreeColumn[] columns = new TreeColumn[p];
        for (int k = 0; k < p; k++) {
            columns[k] = TreeColumn.read(variables.get(k), p, in);
        }
        return new LearnedTrees(variables, columns, order);
    }
}
