package org.anamnesis.neural;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Draws rows from noise. Columns of a condition get allowed values first and are given to the
 * network, which has learned with given columns; a row's weight is the chance of the conditions.
 */
final class DiffusionModel implements LearnedModel {
    private final List<Variable> variables;
    private final Denoiser net;
    private final float[] theta;
    private final int steps;

    /**
     * By number cell: what the network draws, in equal parts; the column's margin is put over it.
     */
    private final double[][] cuts;

    private final Pool pool;
    private final DiffusionSampler sampler;

    DiffusionModel(
            List<Variable> variables,
            Denoiser net,
            float[] theta,
            int steps,
            double[][] cuts,
            Pool pool) {
        this.variables = List.copyOf(variables);
        this.net = net;
        this.theta = theta;
        this.steps = steps;
        this.cuts = cuts;
        this.pool = pool;
        this.sampler = new DiffusionSampler(net, theta, steps);
    }

    /** A model of a trained network: draws once to see how the numbers are spread. */
    static DiffusionModel of(
            List<Variable> variables, Denoiser net, float[] theta, int steps, long seed) {
        MixedLayout layout = net.layout;
        int rows = 2 * Pool.ROWS;
        double[][] drawn = new double[layout.numbers][rows];
        Matrix[] kept = {Matrix.zeros(rows, layout.width)};
        long key = new SeedTree(seed).purpose("pool");
        new DiffusionSampler(net, theta, steps)
                .draw(
                        rows,
                        new boolean[layout.size()],
                        (row, x, i) -> {},
                        0,
                        key,
                        (row, scores, i) -> {
                            for (int c = 0; c < layout.numbers; c++) {
                                drawn[c][row] = scores.cells[scores.at(i, c)];
                            }
                            System.arraycopy(
                                    scores.cells,
                                    scores.at(i, 0),
                                    kept[0].cells,
                                    kept[0].at(row, 0),
                                    layout.width);
                        });
        double[][] cuts = Arrays.stream(drawn).map(Scale::cuts).toArray(double[][]::new);
        double[][] columns = new double[layout.size()][Pool.ROWS];
        for (int i = 0; i < Pool.ROWS; i++) {
            for (int j = 0; j < layout.size(); j++) {
                columns[j][i] = value(layout, cuts, j, kept[0], i, SeedTree.key(key, -1L - i));
            }
        }
        return new DiffusionModel(variables, net, theta, steps, cuts, new Pool(columns));
    }

    @Override
    public String engine() {
        return Diffusion.NAME;
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
        MixedLayout layout = net.layout;
        Asked asked = new Asked(allowed);
        int[] conditions = asked.columns;
        Pool.Given values = pool.given(allowed, asked, layout.columns);
        double share = conditions.length == 0 ? 1 : values.share();
        boolean[] given = new boolean[layout.size()];
        if (share > 0) {
            for (int j : conditions) {
                given[j] = true;
            }
        }
        long key = seeds.purpose("diffusion");
        long last = seeds.purpose("diffusion.last");
        long chosen = seeds.purpose("diffusion.given");
        for (int j : conditions) {
            for (int i = 0; i < count; i++) {
                columns[j][i] =
                        given[j] ? values.value(j, SeedTree.key(chosen, first + i)) : Double.NaN;
            }
        }
        sampler.draw(
                count,
                given,
                (row, x, i) -> {
                    for (int j : conditions) {
                        if (given[j]) {
                            give(layout, j, columns[j][row], x, i);
                        }
                    }
                },
                first,
                key,
                (row, scores, i) -> {
                    long draws = SeedTree.key(last, first + row);
                    for (int j = 0; j < layout.size(); j++) {
                        if (!given[j]) {
                            columns[j][row] = value(layout, cuts, j, scores, i, draws);
                        }
                    }
                    boolean meets = asked.met(columns, row);
                    weights[row] = meets ? share : 0;
                });
    }

    private static void give(MixedLayout layout, int j, double value, Matrix x, int i) {
        MixedColumn column = layout.columns.get(j);
        boolean score = layout.number[j] >= 0 && !Double.isNaN(value);
        // A missing number keeps the noise it has: in learning it was noise as well.
        float z =
                score
                        ? (float) Scale.score(column.margin().rank(value, 0.5))
                        : layout.number[j] >= 0 ? x.cells[x.at(i, layout.number[j])] : 0f;
        layout.put(x, i, j, column.option(value), z);
    }

    /** The value of a column from a row without noise; draws 2j and 2j + 1 of the row. */
    private static double value(
            MixedLayout layout, double[][] cuts, int j, Matrix row, int i, long draws) {
        MixedColumn column = layout.columns.get(j);
        int option = 0;
        if (layout.choice[j] >= 0) {
            double u = SeedTree.uniform(draws, 2 * j);
            int at = row.at(i, layout.choice[j]);
            while (option < column.options() - 1 && u >= row.cells[at + option]) {
                u -= row.cells[at + option];
                option++;
            }
        }
        if (column.missing(option)) {
            return Double.NaN;
        }
        double within = SeedTree.uniform(draws, 2 * j + 1);
        if (!column.isNumber()) {
            return column.level(option, within);
        }
        double score = row.cells[row.at(i, layout.number[j])];
        return column.margin().value(Scale.rank(cuts[layout.number[j]], score, within));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (MixedColumn column : net.layout.columns) {
            column.write(out);
        }
        out.writeInt(net.hidden);
        out.writeInt(steps);
        Stored.write(out, theta);
        for (double[] part : cuts) {
            Stored.write(out, part);
        }
        pool.write(out);
    }
}
