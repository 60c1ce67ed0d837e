package org.anamnesis.generate.dp;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * A forest of columns, each with its shares and, but for the roots, the shares of its groups by the
 * group of one other column. Conditions are met by construction: what they leave of each cell goes
 * up the tree, rows are drawn down it, and the weight is the chance of the conditions.
 */
final class LearnedMst implements LearnedModel {
    /** Parent of a root. */
    private static final int NONE = -1;

    private final List<Variable> variables;
    private final Margin[] margins;

    /** Columns, each after its parent. */
    private final int[] order;

    private final int[] parent;

    /** By column: share of each own group (inner) by group of the parent; of one row for a root. */
    private final double[][] given;

    private LearnedMst(
            List<Variable> variables,
            Margin[] margins,
            int[] order,
            int[] parent,
            double[][] given) {
        this.variables = List.copyOf(variables);
        this.margins = margins;
        this.order = order;
        this.parent = parent;
        this.given = given;
    }

    /**
     * @param edges a forest
     * @param tables joint shares by edge, rows by the groups of its first column
     */
    static LearnedMst of(
            List<Variable> variables,
            Margin[] margins,
            List<SpanningTree.Edge> edges,
            double[][] tables) {
        int p = margins.length;
        int[] order = new int[p];
        int[] parent = new int[p];
        double[][] given = new double[p][];
        int placed = 0;
        for (int root = 0; root < p; root++) {
            if (given[root] != null) {
                continue;
            }
            parent[root] = NONE;
            given[root] = margins[root].ofGroups();
            order[placed++] = root;
            for (int at = placed - 1; at < placed; at++) {
                int from = order[at];
                for (int e = 0; e < tables.length; e++) {
                    int a = edges.get(e).a();
                    int b = edges.get(e).b();
                    int to = a == from ? b : b == from ? a : NONE;
                    if (to != NONE && given[to] == null) {
                        parent[to] = from;
                        int inner = margins[b].groups();
                        given[to] =
                                conditional(tables[e], inner, a == from, margins[to].ofGroups());
                        order[placed++] = to;
                    }
                }
            }
        }
        return new LearnedMst(variables, margins, order, parent, given);
    }

    /**
     * Shares of the child's groups by group of the parent, which stands in the table's rows or not.
     */
    private static double[] conditional(
            double[] joint, int inner, boolean parentInRows, double[] child) {
        int outer = joint.length / inner;
        int parents = parentInRows ? outer : inner;
        int own = child.length;
        double[] out = new double[joint.length];
        for (int g = 0; g < parents; g++) {
            double sum = 0;
            for (int h = 0; h < own; h++) {
                out[g * own + h] = joint[parentInRows ? g * inner + h : h * inner + g];
                sum += out[g * own + h];
            }
            for (int h = 0; h < own; h++) {
                // a group that nobody is in is never drawn; any shares do
                out[g * own + h] = sum > 0 ? out[g * own + h] / sum : child[h];
            }
        }
        return out;
    }

    @Override
    public String engine() {
        return MstLearner.NAME;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public void draw(
            double[][] columns,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds) {
        var conditioned = new Conditioned(margins, order, parent, given, allowed);
        int p = margins.length;
        long[] purposes = new long[p];
        Arrays.setAll(purposes, k -> seeds.purpose(variables.get(k).name()));
        Arrays.fill(weights, 0, count, conditioned.chance());
        int[] groups = new int[p];
        for (int i = 0; i < count; i++) {
            for (int k : order) {
                long key = SeedTree.key(purposes[k], first + i);
                int above = parent[k] == NONE ? 0 : groups[parent[k]];
                columns[k][i] =
                        conditioned.chance() > 0
                                ? conditioned.draw(k, above, key, groups)
                                : Double.NaN;
            }
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int k : order) {
            out.writeInt(k);
            out.writeInt(parent[k]);
            margins[k].write(out);
            for (double share : given[k]) {
                out.writeDouble(share);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static LearnedMst read(List<Variable> variables, DataInput in) throws IOException {
        int p = variables.size();
        int[] order = new int[p];
        int[] parent = new int[p];
        Margin[] margins = new Margin[p];
        double[][] given = new double[p][];
        for (int at = 0; at < p; at++) {
            int k = in.readInt();
            if (k < 0 || k >= p || margins[k] != null) {
                throw new IOException("column " + k);
            }
            order[at] = k;
            parent[k] = in.readInt();
            if (parent[k] != NONE
                    && (parent[k] < 0 || parent[k] >= p || given[parent[k]] == null)) {
                throw new IOException("parent " + parent[k]);
            }
            margins[k] = Margin.read(Coding.read(variables.get(k), in), in);
            int rows = parent[k] == NONE ? 1 : margins[parent[k]].groups();
            given[k] = shares(in, (long) rows * margins[k].groups());
        }
        return new LearnedMst(variables, margins, order, parent, given);
    }

    private static double[] shares(DataInput in, long length) throws IOException {
        if (length > 1 << 20) {
            throw new IOException(length + " shares");
        }
        double[] out = new double[(int) length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Margin.share(in);
        }
        return out;
    }
}
