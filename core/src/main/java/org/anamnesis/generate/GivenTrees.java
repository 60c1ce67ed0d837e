package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Trees of some columns of a row given its others, which are known when rows are drawn: what comes
 * next given what was before. Like {@link TreesLearner}, and with the same protection of people.
 * Immutable; safe for threads; holds no row of the table.
 */
public final class GivenTrees {
    private final List<Variable> variables;
    private final int given;
    private final TreeColumn[] columns;

    /** The drawn columns in the order in which they are drawn. */
    private final int[] order;

    private GivenTrees(List<Variable> variables, int given, TreeColumn[] columns, int[] order) {
        this.variables = List.copyOf(variables);
        this.given = given;
        this.columns = columns;
        this.order = order;
    }

    /**
     * @param rows n rows × p columns, the given ones first
     * @param given number of those, 0 to p − 1
     * @param wider times that leaves are doubled besides, because rows of one person fill them
     */
    public static GivenTrees learn(Table rows, int given, Training training, int wider) {
        Kept kept = Kept.of(rows);
        int p = rows.variables().size();
        if (given < 0 || given >= p) {
            throw new IllegalArgumentException(given + " given of " + p);
        }
        int[] order = ColumnOrder.of(kept, given);
        int leaves = training.smoothing() + wider;
        int knots = Math.max(training.smoothing(), Math.min(Knots.FINE_STEPS, leaves));
        var size = TreeSize.kept(kept.rows().length, leaves, training.effort());
        var grower =
                new ColumnGrower(kept.codes(), kept.bins(), rows.weights(), kept.scores(), size);
        TreeColumn[] columns = new TreeColumn[p];
        for (int k = 0; k < given; k++) {
            columns[k] = TreeColumn.of(rows.variables().get(k), kept.bins()[k], null, null, null);
        }
        IntStream.range(given, p)
                .parallel()
                .forEach(
                        at -> {
                            int k = order[at];
                            int[] before = Arrays.copyOf(order, at);
                            columns[k] = TreesLearner.column(kept, k, grower, before, knots);
                        });
        return new GivenTrees(
                rows.variables(), given, columns, Arrays.copyOfRange(order, given, p));
    }

    /** The given columns, then those that are drawn. */
    public List<Variable> variables() {
        return variables;
    }

    /** How many columns are given. */
    public int given() {
        return given;
    }

    /**
     * Fills the drawn columns.
     *
     * @param values p arrays of at least {@code count} values, of which the first {@link #given}
     *     are filled
     * @param seeds row i depends on its given values, i and the seeds alone
     */
    public void draw(double[][] values, int count, SeedTree seeds) {
        byte[][] codes = new byte[columns.length + GrownTree.PLACES][count];
        for (int k = 0; k < given; k++) {
            for (int i = 0; i < count; i++) {
                codes[k][i] = columns[k].bins().code(values[k][i]);
            }
        }
        double[] weights = new double[count];
        for (int k : order) {
            long purpose = seeds.purpose(variables.get(k).name());
            columns[k].draw(k, values[k], weights, Allowance.ANY, codes, purpose, 0);
        }
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutput out) throws IOException {
        for (int k : order) {
            Compact.count(out, k);
        }
        for (TreeColumn column : columns) {
            column.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote. The bytes may be anybody's.
     *
     * @param variables all columns, the given ones first
     * @throws IOException if they are not such trees
     */
    public static GivenTrees read(List<Variable> variables, int given, DataInput in)
            throws IOException {
        int p = variables.size();
        int[] order = new int[p - given];
        for (int k = 0; k < order.length; k++) {
            order[k] = Compact.count(in, p - 1, "column");
        }
        if (Arrays.stream(order).filter(k -> k >= given).distinct().count() < p - given) {
            throw new IOException("a column is drawn twice or is given");
        }
        TreeColumn[] columns = new TreeColumn[p];
        for (int k = 0; k < p; k++) {
            columns[k] = TreeColumn.read(variables.get(k), p, in);
        }
        return new GivenTrees(variables, given, columns, order);
    }
}
