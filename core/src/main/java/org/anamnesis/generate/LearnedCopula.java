package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * A Gaussian copula as it is kept: margins and correlations. Conditions are met by normals cut to
 * their ranks, one after the other; the conditioned columns go first, so that all others follow
 * exactly.
 */
final class LearnedCopula implements LearnedModel {
    /** Most latents: their correlations are held as a square, 128 MB here. */
    private static final int MOST = 4_000;

    private static final double LEAST = 0x1.0p-60;

    private final List<Variable> variables;
    private final CopulaColumn[] columns;

    /** Correlations of the latents, on and below the diagonal. */
    private final double[][] correlation;

    /** Factor of the correlations when nothing is asked. */
    private final double[][] free;

    LearnedCopula(List<Variable> variables, CopulaColumn[] columns, double[][] correlation) {
        this.variables = List.copyOf(variables);
        this.columns = columns;
        this.correlation = correlation;
        this.free = Correlation.factor(correlation);
    }

    /**
     * One dimension of the normal.
     *
     * @param value whether it stands for the value of the column, else for whether it is missing
     */
    private record Latent(int column, boolean value) {}

    /** Latents in the order of the correlations. */
    private static List<Latent> latents(CopulaColumn[] columns) {
        List<Latent> latents = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
            if (columns[k].open()) {
                latents.add(new Latent(k, false));
            }
            if (columns[k].known()) {
                latents.add(new Latent(k, true));
            }
        }
        return latents;
    }

    @Override
    public String engine() {
        return CopulaLearner.NAME;
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
        List<Latent> latents = latents(columns);
        int[] order = order(latents, allowed);
        boolean asked = allowed.stream().anyMatch(a -> !(a instanceof Allowance.Any));
        double[][] factor = asked ? Correlation.factor(permuted(order)) : free;
        Arrays.fill(weights, 0, count, 1);
        for (int k = 0; k < columns.length; k++) {
            boolean none = !columns[k].known();
            boolean never = !none && !columns[k].open();
            boolean absent = allowed.get(k).allows(Double.NaN);
            boolean any = allowed.get(k) instanceof Allowance.Any;
            Arrays.fill(values[k], 0, count, none ? Double.NaN : 0);
            if ((none && !absent) || (never && absent && !any)) {
                Arrays.fill(weights, 0, count, 0);
            }
        }
        double[][] noise = new double[latents.size()][count];
        for (int at = 0; at < order.length; at++) {
            Latent latent = latents.get(order[at]);
            CopulaColumn column = columns[latent.column];
            Allowance own = allowed.get(latent.column);
            var parts = latent.value ? column.parts(own) : column.present(own);
            boolean all = own instanceof Allowance.Any || parts.contains(CopulaColumn.Part.ALL);
            var cut = new CutNormal(parts);
            long purpose = seeds.purpose((latent.value ? "" : "?") + column.variable().name());
            double sd = factor[at][at];
            for (int i = 0; i < count; i++) {
                double u = SeedTree.uniform(SeedTree.key(purpose, first + i), 0);
                double mean = 0;
                for (int b = 0; b < at; b++) {
                    mean += factor[at][b] * noise[b][i];
                }
                if (all) {
                    noise[at][i] = Normal.quantile(Math.max(u, LEAST));
                } else if (weights[i] > 0) {
                    weights[i] *= cut.share(mean, sd);
                    noise[at][i] = weights[i] > 0 ? cut.draw(mean, sd, u) : 0;
                }
                if (weights[i] > 0) {
                    double rank = Normal.cumulative(mean + sd * noise[at][i]);
                    hand(latent, column, own, rank, values, i);
                }
            }
        }
    }

    private static void hand(
            Latent latent,
            CopulaColumn column,
            Allowance allowed,
            double rank,
            double[][] values,
            int row) {
        double[] own = values[latent.column];
        if (!latent.value) {
            boolean absent =
                    allowed instanceof Allowance.Any
                            ? rank > 1 - column.missing()
                            : allowed.allows(Double.NaN);
            own[row] = absent ? Double.NaN : 0;
        } else if (!Double.isNaN(own[row])) {
            own[row] = column.value(rank, allowed);
        }
    }

    /** Latents of conditioned columns first; a column's missing before its value. */
    private static int[] order(List<Latent> latents, List<Allowance> allowed) {
        int[] order = new int[latents.size()];
        int next = 0;
        for (boolean any : new boolean[] {false, true}) {
            for (int l = 0; l < order.length; l++) {
                if (allowed.get(latents.get(l).column) instanceof Allowance.Any == any) {
                    order[next++] = l;
                }
            }
        }
        return order;
    }

    private double[][] permuted(int[] order) {
        double[][] r = new double[order.length][order.length];
        for (int a = 0; a < order.length; a++) {
            for (int b = 0; b <= a; b++) {
                int high = Math.max(order[a], order[b]);
                r[a][b] = correlation[high][Math.min(order[a], order[b])];
            }
        }
        return r;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (CopulaColumn column : columns) {
            column.write(out);
        }
        for (int a = 0; a < correlation.length; a++) {
            for (int b = 0; b < a; b++) {
                out.writeFloat((float) correlation[a][b]);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static LearnedCopula read(List<Variable> variables, DataInput in) throws IOException {
        CopulaColumn[] columns = new CopulaColumn[variables.size()];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = CopulaColumn.read(variables.get(k), in);
        }
        int n = latents(columns).size();
        if (n > MOST) {
            throw new IOException(n + " latents");
        }
        double[][] correlation = new double[n][n];
        for (int a = 0; a < n; a++) {
            correlation[a][a] = 1;
            for (int b = 0; b < a; b++) {
                correlation[a][b] = in.readFloat();
                if (!(Math.abs(correlation[a][b]) <= 1)) {
                    throw new IOException("a correlation of " + correlation[a][b]);
                }
            }
        }
        return new LearnedCopula(variables, columns, correlation);
    }
}
