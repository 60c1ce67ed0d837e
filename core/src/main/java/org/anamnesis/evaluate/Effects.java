package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Works out how strongly every column goes with an outcome, in two tables. */
final class Effects {
    /** Rarer levels have intervals too wide to compare with. */
    private static final int FEWEST = 20;

    private final Table real;
    private final Table synthetic;
    private final List<Effect> found = new ArrayList<>();

    private Effects(Table real, Table synthetic) {
        this.real = real;
        this.synthetic = synthetic;
    }

    /**
     * @param outcome column that the others go with; of a category each level of at least {@value
     *     #FEWEST} real people against the rest, of two levels the last
     */
    static List<Effect> of(Table real, Table synthetic, int outcome) {
        Effects effects = new Effects(real, synthetic);
        Variable variable = real.variables().get(outcome);
        int p = real.variables().size();
        IntStream others = IntStream.range(0, p).filter(k -> k != outcome);
        if (!variable.isCategory()) {
            others.filter(k -> !real.variables().get(k).isCategory())
                    .forEach(k -> effects.ranks(outcome, k));
            return effects.found;
        }
        int[] columns = others.toArray();
        int first = variable.levels().size() == 2 ? 1 : 0;
        for (int level = first; level < variable.levels().size(); level++) {
            if (enough(real.column(outcome), level)) {
                for (int k : columns) {
                    effects.with(outcome, level, k);
                }
            }
        }
        return effects.found;
    }

    private static boolean enough(double[] column, int level) {
        return Arrays.stream(column).filter(x -> x == level).count() >= FEWEST
                && Arrays.stream(column).filter(x -> x != level && !Double.isNaN(x)).count()
                        >= FEWEST;
    }

    private void with(int outcome, int level, int k) {
        Variable variable = real.variables().get(k);
        Variable of = real.variables().get(outcome);
        String name = of.name() + ": " + of.levels().get(level);
        if (!variable.isCategory()) {
            add(
                    new Effect(
                            name,
                            variable.name(),
                            Effect.Kind.MEAN_DIFFERENCE,
                            difference(real.column(outcome), level, real.column(k)),
                            difference(synthetic.column(outcome), level, synthetic.column(k))));
            return;
        }
        int first = variable.levels().size() == 2 ? 1 : 0;
        for (int c = first; c < variable.levels().size(); c++) {
            if (enough(real.column(k), c)) {
                add(
                        new Effect(
                                name,
                                variable.name() + ": " + variable.levels().get(c),
                                Effect.Kind.LOG_ODDS_RATIO,
                                odds(real.column(outcome), level, real.column(k), c),
                                odds(synthetic.column(outcome), level, synthetic.column(k), c)));
            }
        }
    }

    private void ranks(int outcome, int k) {
        add(
                new Effect(
                        real.variables().get(outcome).name(),
                        real.variables().get(k).name(),
                        Effect.Kind.RANK_CORRELATION,
                        correlation(real.column(outcome), real.column(k)),
                        correlation(synthetic.column(outcome), synthetic.column(k))));
    }

    private void add(Effect effect) {
        if (effect.real().known()) {
            found.add(effect);
        }
    }

    private static Estimate difference(double[] outcome, int level, double[] values) {
        Moments with = new Moments();
        Moments without = new Moments();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(outcome[i]) && !Double.isNaN(values[i])) {
                (outcome[i] == level ? with : without).add(values[i]);
            }
        }
        return Moments.difference(with, without);
    }

    private static Estimate odds(double[] outcome, int level, double[] values, int c) {
        double[] cells = {0.5, 0.5, 0.5, 0.5};
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(outcome[i]) && !Double.isNaN(values[i])) {
                cells[(outcome[i] == level ? 2 : 0) + (values[i] == c ? 1 : 0)]++;
            }
        }
        double log = Math.log(cells[3] * cells[0] / (cells[1] * cells[2]));
        double error = Math.sqrt(Arrays.stream(cells).map(x -> 1 / x).sum());
        return Estimate.of(log, error, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Estimate correlation(double[] a, double[] b) {
        double[] ones = new double[a.length];
        Arrays.fill(ones, 1);
        double rho = Spearman.matrix(new double[][] {a, b}, ones)[0][1];
        long n = IntStream.range(0, a.length).filter(i -> !Double.isNaN(a[i] + b[i])).count();
        if (Double.isNaN(rho) || n < FEWEST) {
            return Estimate.NONE;
        }
        double bounded = Math.max(-0.999999, Math.min(0.999999, rho));
        double z = 0.5 * Math.log((1 + bounded) / (1 - bounded));
        double error = 1 / Math.sqrt(n - 3.0);
        return new Estimate(
                rho, Math.tanh(z - Estimate.Z * error), Math.tanh(z + Estimate.Z * error));
    }
}
