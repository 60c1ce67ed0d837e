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
 * Draws rows with a generator. Of the conditions on categories the rarest is told to the generator
 * in its condition vector; a row that breaks another has no weight.
 */
final class GanModel implements LearnedModel {
    private final List<Variable> variables;
    private final Generator net;
    private final float[] theta;
    private final float[] shift;

    /** By column: what the generator draws of a number, in equal parts; empty for a category. */
    private final double[][] cuts;

    private final GanSampler sampler;

    /** By position: cells of the condition vector by the table's shares, for free draws. */
    private final double[][] usual;

    GanModel(
            List<Variable> variables,
            Generator net,
            float[] theta,
            float[] shift,
            double[][] cuts) {
        this.variables = List.copyOf(variables);
        this.net = net;
        this.theta = theta;
        this.shift = shift;
        this.cuts = cuts;
        this.sampler = new GanSampler(net, theta, shift);
        this.usual = usual(net.layout);
    }

    /** By named column: its options' shares, added up. */
    static double[][] usual(ModeLayout layout) {
        double[][] out = new double[layout.size()][];
        for (int j : layout.names) {
            out[j] = new double[layout.options(j)];
            double sum = 0;
            for (int o = 0; o < out[j].length; o++) {
                sum += layout.columns.get(j).mixed.share(o);
                out[j][o] = sum;
            }
        }
        return out;
    }

    /** A cell of the condition vector for a free row: any named column, by the table's shares. */
    static int named(ModeLayout layout, double[][] usual, long key) {
        if (layout.names.length == 0) {
            return -1;
        }
        Draws draws = new Draws(key);
        int column = layout.names[draws.below(layout.names.length)];
        return layout.named[column] + draws.among(usual[column]);
    }

    @Override
    public String engine() {
        return Gan.NAME;
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
        ModeLayout layout = net.layout;
        Asked asked = new Asked(allowed);
        int[] conditions = asked.columns;
        MixedColumn.Allowed[] parts = new MixedColumn.Allowed[layout.size()];
        int told = -1;
        for (int j : conditions) {
            parts[j] = layout.columns.get(j).mixed.under(allowed.get(j));
            boolean rarer = told < 0 || parts[j].share() < parts[told].share();
            if (layout.named[j] >= 0 && parts[j].share() > 0 && rarer) {
                told = j;
            }
        }
        int column = told;
        long chosen = seeds.purpose("gan.told");
        long last = seeds.purpose("gan.last");
        for (int i = 0; column >= 0 && i < count; i++) {
            columns[column][i] = parts[column].value(SeedTree.key(chosen, first + i), 0);
        }
        sampler.draw(
                count,
                first,
                seeds.purpose("gan"),
                row ->
                        column < 0
                                ? named(layout, usual, SeedTree.key(chosen, row))
                                : layout.named[column]
                                        + layout.columns
                                                .get(column)
                                                .mixed
                                                .option(columns[column][(int) (row - first)]),
                (row, options, places) -> {
                    long draws = SeedTree.key(last, first + row);
                    for (int j = 0; j < layout.size(); j++) {
                        if (j != column) {
                            double u = SeedTree.uniform(draws, j);
                            columns[j][row] = value(layout, cuts, j, options[j], places[j], u);
                        }
                    }
                    boolean meets = asked.met(columns, row);
                    weights[row] = !meets ? 0 : column < 0 ? 1 : parts[column].share();
                });
    }

    private static double value(
            ModeLayout layout, double[][] cuts, int j, int option, float place, double u) {
        ModeColumn column = layout.columns.get(j);
        if (column.missing(option)) {
            return Double.NaN;
        }
        if (!column.placed()) {
            return column.mixed.level(option, u);
        }
        double rank = Scale.rank(cuts[j], column.value(place, option), u);
        return column.mixed.margin().value(rank);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (ModeColumn column : net.layout.columns) {
            column.write(out);
        }
        out.writeInt(net.hidden);
        Stored.write(out, theta);
        Stored.write(out, shift);
        for (int j = 0; j < cuts.length; j++) {
            if (net.layout.place[j] >= 0) {
                Stored.write(out, cuts[j]);
            }
        }
    }

    /** Sets a trained generator's margins to the table's, by what it draws. */
    static GanModel of(List<Variable> variables, Generator net, float[] theta, long seed) {
        ModeLayout layout = net.layout;
        float[] shift = new float[layout.width];
        long key = new SeedTree(seed).purpose("margins");
        double[][] usual = usual(layout);
        double[][] cuts = new double[layout.size()][];
        for (int round = 0; round <= ROUNDS; round++) {
            double[][] drawn = new double[layout.size()][ROWS];
            int[][] options = new int[layout.size()][ROWS];
            new GanSampler(net, theta, shift)
                    .draw(
                            ROWS,
                            0,
                            key,
                            row -> named(layout, usual, SeedTree.key(~key, row)),
                            (row, chosen, places) -> {
                                for (int j = 0; j < layout.size(); j++) {
                                    ModeColumn column = layout.columns.get(j);
                                    boolean value = column.placed() && !column.missing(chosen[j]);
                                    options[j][row] = chosen[j];
                                    drawn[j][row] =
                                            value ? column.value(places[j], chosen[j]) : Double.NaN;
                                }
                            });
            for (int j = 0; j < layout.size(); j++) {
                double[] present = Arrays.stream(drawn[j]).filter(x -> !Double.isNaN(x)).toArray();
                boolean placed = layout.place[j] >= 0;
                cuts[j] =
                        present.length > 0
                                ? Scale.cuts(present)
                                : new double[placed ? Scale.PARTS + 1 : 0];
                if (round < ROUNDS) {
                    move(layout, j, options[j], shift);
                }
            }
        }
        return new GanModel(variables, net, theta, shift, cuts);
    }

    /** Rows drawn to see the margins: a share is known to two in a hundred. */
    private static final int ROWS = 4096;

    /** Each round leaves about a third of what is off. */
    private static final int ROUNDS = 4;

    private static void move(ModeLayout layout, int j, int[] chosen, float[] shift) {
        ModeColumn column = layout.columns.get(j);
        double[] counts = new double[layout.options(j)];
        for (int option : chosen) {
            counts[option]++;
        }
        for (int o = 0; o < counts.length; o++) {
            boolean known = !column.placed() || column.missing(o);
            if (known) { // modes of a number are set right by its cuts
                double wanted = column.mixed.share(column.placed() ? 0 : o);
                double moved = Math.log((wanted + 1.0 / ROWS) / ((counts[o] + 1) / ROWS));
                shift[layout.choice[j] + o] += (float) Math.max(-1, Math.min(1, moved));
            }
        }
    }
}
