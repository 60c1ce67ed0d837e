package org.anamnesis.generate;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Gaussian copula of a table that is not kept: margins of at least five people a step, and the
 * correlations of normal scores; whether a value is missing is a dimension of its own.
 *
 * <p>Use it when privacy and smoothness matter more than shape: nothing beyond pairs is kept, and
 * levels of a category count in their order, as in {@link CopulaEngine}.
 */
public final class CopulaLearner implements Learner {
    static final String NAME = "copula";

    /**
     * Standard errors of a correlation that the first step of smoothing takes away from it; each
     * further step takes twice as much as the one before. So what a few people may have brought
     * about goes first, and what hangs together closely stays.
     */
    private static final double FIRST_STEP = 0.5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        Kept kept = Kept.of(people);
        int p = people.variables().size();
        CopulaColumn[] columns = new CopulaColumn[p];
        List<double[]> scores = new ArrayList<>();
        for (int k = 0; k < p; k++) {
            columns[k] = column(kept, k, training.smoothing());
            if (columns[k].open()) {
                scores.add(flags(kept, k, columns[k].missing()));
            }
            if (columns[k].known()) {
                scores.add(scores(kept.ranks()[k]));
            }
        }
        training.watch().heard("margins of %d columns".formatted(p), 0.5);
        double[][] correlation = Correlation.of(scores.toArray(double[][]::new), people.weights());
        double errors = FIRST_STEP * (Math.pow(2, training.smoothing()) - 1);
        double scale = errors / Math.sqrt(people.rows());
        for (int a = 0; a < correlation.length; a++) {
            for (int b = 0; b < a; b++) {
                double r = correlation[a][b];
                double left = Math.max(0, Math.abs(r) - scale * (1 - r * r));
                // as it will be read again, so that both draw the same
                correlation[a][b] = (float) Math.copySign(Math.min(1, left), r);
            }
        }
        training.watch().heard("correlations", 1);
        return new LearnedCopula(people.variables(), columns, correlation);
    }

    private static CopulaColumn column(Kept kept, int k, int smoothing) {
        Variable variable = kept.variables().get(k);
        Ranks ranks = kept.ranks()[k];
        double lost = 0;
        double all = 0;
        for (int i : kept.answered(k)) {
            all += kept.weights()[i];
            lost += ranks.where()[i] < 0 ? kept.weights()[i] : 0;
        }
        double missing = all > 0 ? lost / all : 1;
        if (ranks.rows() == 0) {
            return new CopulaColumn(variable, 1, null, new double[0]);
        }
        if (!variable.isCategory()) {
            Knots knots = Knots.of(ranks, variable.decimals(), smoothing).knots();
            return new CopulaColumn(variable, missing, knots, new double[0]);
        }
        double[] cumulative = new double[variable.levels().size()];
        for (int at = 0; at < ranks.distinct().length; at++) {
            cumulative[(int) ranks.value(at)] = ranks.mass(at);
        }
        double sum = 0;
        for (int level = 0; level < cumulative.length; level++) {
            sum += cumulative[level];
            cumulative[level] = sum;
        }
        double whole = sum;
        Arrays.setAll(cumulative, level -> cumulative[level] / whole);
        return new CopulaColumn(variable, missing, null, cumulative);
    }

    private static double[] scores(Ranks ranks) {
        double[] own = ranks.scores();
        int[] where = ranks.where();
        double[] scores = new double[where.length];
        Arrays.setAll(scores, i -> where[i] < 0 ? Double.NaN : own[where[i]]);
        return scores;
    }

    /** Normal scores of "has a value" and "has none", by row. */
    private static double[] flags(Kept kept, int k, double missing) {
        double[] flags = new double[kept.weights().length];
        Arrays.fill(flags, Double.NaN);
        double present = Normal.quantile((1 - missing) / 2);
        double absent = Normal.quantile(1 - missing / 2);
        for (int i : kept.answered(k)) {
            flags[i] = kept.ranks()[k].where()[i] < 0 ? absent : present;
        }
        return flags;
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        return LearnedCopula.read(variables, in);
    }
}
