package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Trains on real and on synthetic rows and tests both on held-out people. */
final class CarryOver implements JudgedOutcome.Cases<Optional<Utility>> {
    /** Rows that are learned from: more would hardly change the second digit. */
    private static final int MOST = 20_000;

    /** A class of fewer held-out people gives no area worth printing. */
    private static final int FEWEST_OF_CLASS = 5;

    private static final int MOST_CLASSES = 20;

    private static final int REDRAWS = 200;

    /** Concordance looks at all pairs of held-out people, again for each redraw. */
    private static final int MOST_IN_PAIRS = 2_000;

    private final JudgedTables tables;
    private final SeedTree seeds;

    CarryOver(JudgedTables all, SeedTree seeds) {
        this.seeds = seeds;
        tables =
                new JudgedTables(
                        Sample.rows(all.train(), MOST, seeds, "utility train"),
                        Sample.rows(all.holdout(), MOST, seeds, "utility holdout"),
                        Sample.rows(all.synthetic(), MOST, seeds, "utility synthetic"));
    }

    @Override
    public Optional<Utility> none() {
        return Optional.empty();
    }

    @Override
    public Optional<Utility> column(JudgedOutcome.Column asked) {
        int k = tables.train().indexOf(asked.name());
        Variable variable = tables.variables().get(k);
        return variable.isCategory() ? classes(k, variable) : number(k, variable);
    }

    @Override
    public Optional<Utility> survival(JudgedOutcome.Survival asked) {
        int time = tables.train().indexOf(asked.time());
        int event = tables.train().indexOf(asked.event());
        Table real = known(tables.train(), time, event);
        Table made = known(tables.synthetic(), time, event);
        Table asks =
                Sample.rows(known(tables.holdout(), time, event), MOST_IN_PAIRS, seeds, "survival");
        if (tooFew(real, made, asks)) {
            return Optional.empty();
        }
        double[] times = asks.column(time);
        boolean[] events = events(asks, event);
        double[][] scores =
                Stream.of(real, made)
                        .map(
                                from ->
                                        predicted(
                                                from,
                                                asks,
                                                CoxLoss.of(from.column(time), events(from, event)),
                                                time,
                                                event)[0])
                        .toArray(double[][]::new);
        return Optional.of(
                redrawn(
                        asked.time() + " with " + asked.event(),
                        Utility.Measure.CONCORDANCE,
                        new Table[] {real, made, asks},
                        rows ->
                                Concordance.of(
                                        pick(scores[0], rows),
                                        pick(times, rows),
                                        pick(events, rows)),
                        rows ->
                                Concordance.of(
                                        pick(scores[1], rows),
                                        pick(times, rows),
                                        pick(events, rows))));
    }

    private boolean[] events(Table of, int k) {
        List<String> levels = tables.variables().get(k).levels();
        double least = levels.isEmpty() ? Double.MIN_VALUE : levels.size() - 1;
        double[] column = of.column(k);
        boolean[] out = new boolean[column.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = column[i] >= least;
        }
        return out;
    }

    private Optional<Utility> number(int k, Variable variable) {
        Table real = known(tables.train(), k);
        Table made = known(tables.synthetic(), k);
        Table asks = known(tables.holdout(), k);
        if (tooFew(real, made, asks)) {
            return Optional.empty();
        }
        double[] truth = asks.column(k);
        double[] byReal = predicted(real, asks, Loss.squared(real.column(k)), k)[0];
        double[] byMade = predicted(made, asks, Loss.squared(made.column(k)), k)[0];
        return Optional.of(
                redrawn(
                        variable.name(),
                        Utility.Measure.R2,
                        new Table[] {real, made, asks},
                        rows -> explained(pick(truth, rows), pick(byReal, rows)),
                        rows -> explained(pick(truth, rows), pick(byMade, rows))));
    }

    private Optional<Utility> classes(int k, Variable variable) {
        int[] kept = judgedClasses(k, variable);
        Table real = inClasses(tables.train(), k, kept);
        Table made = inClasses(tables.synthetic(), k, kept);
        Table asks = inClasses(tables.holdout(), k, kept);
        if (kept.length < 2 || tooFew(real, made, asks)) {
            return Optional.empty();
        }
        double[][] byReal = probabilities(real, asks, k, kept);
        double[][] byMade = probabilities(made, asks, k, kept);
        int first = kept.length == 2 ? 1 : 0; // of two classes one area is the other
        List<Auc> areasReal = new ArrayList<>();
        List<Auc> areasMade = new ArrayList<>();
        for (int c = first; c < kept.length; c++) {
            boolean[] of = is(asks.column(k), kept[c]);
            areasReal.add(Auc.of(byReal[c], of));
            areasMade.add(Auc.of(byMade[c], of));
        }
        List<Estimate> gaps =
                IntStream.range(0, areasReal.size())
                        .mapToObj(c -> areasMade.get(c).less(areasReal.get(c)))
                        .toList();
        int left = tables.holdout().rows() - asks.rows();
        return Optional.of(
                new Utility(
                        variable.name(),
                        kept.length == 2 ? Utility.Measure.AUC : Utility.Measure.MEAN_AUC,
                        mean(areasReal.stream().map(Auc::estimate).toList(), 0),
                        mean(areasMade.stream().map(Auc::estimate).toList(), 0),
                        mean(gaps, -1),
                        real.rows(),
                        made.rows(),
                        asks.rows(),
                        left == 0
                                ? ""
                                : left
                                        + " held-out people without the outcome, or of a rare class"));
    }

    /** Mean with the mean width of the intervals: the errors of classes go together. */
    private static Estimate mean(List<Estimate> of, double least) {
        double value = of.stream().mapToDouble(Estimate::value).average().orElse(Double.NaN);
        double low = of.stream().mapToDouble(Estimate::low).average().orElse(Double.NaN);
        double high = of.stream().mapToDouble(Estimate::high).average().orElse(Double.NaN);
        return new Estimate(value, Math.max(least, low), Math.min(1, high));
    }

    private int[] judgedClasses(int k, Variable variable) {
        double[] column = tables.holdout().column(k);
        double[] trained = tables.train().column(k);
        return IntStream.range(0, variable.levels().size())
                .filter(c -> count(column, c) >= FEWEST_OF_CLASS && count(trained, c) > 0)
                .boxed()
                .sorted((a, b) -> Long.compare(count(column, b), count(column, a)))
                .limit(MOST_CLASSES)
                .mapToInt(c -> c)
                .sorted()
                .toArray();
    }

    private static long count(double[] column, int level) {
        return Arrays.stream(column).filter(x -> x == level).count();
    }

    private double[][] probabilities(Table from, Table asks, int k, int[] classes) {
        int[] y =
                Arrays.stream(from.column(k))
                        .mapToInt(x -> Arrays.binarySearch(classes, (int) x))
                        .toArray();
        if (classes.length > 2) {
            double[][] scores = predicted(from, asks, Loss.softmax(y, classes.length), k);
            return softmax(scores);
        }
        boolean[] yes = new boolean[y.length];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = y[i] == 1;
        }
        double[] odds = predicted(from, asks, Loss.logistic(yes), k)[0];
        return new double[][] {odds, odds};
    }

    private static double[][] softmax(double[][] scores) {
        for (int i = 0; i < scores[0].length; i++) {
            double sum = 0;
            for (double[] s : scores) {
                sum += Math.exp(s[i]);
            }
            for (double[] s : scores) {
                s[i] = Math.exp(s[i]) / sum;
            }
        }
        return scores;
    }

    private static boolean tooFew(Table... of) {
        return Arrays.stream(of).anyMatch(t -> t.rows() < JudgedTables.FEWEST_ROWS);
    }

    /** Scores by what the other columns say. */
    private double[][] predicted(Table from, Table asks, Loss loss, int... outcome) {
        List<String> others =
                IntStream.range(0, tables.variables().size())
                        .filter(j -> Arrays.stream(outcome).noneMatch(k -> k == j))
                        .mapToObj(j -> tables.variables().get(j).name())
                        .toList();
        Boosting.Settings settings = Boosting.Settings.PREDICT.forRows(from.rows());
        return Boosting.fit(from.columns(others), loss, settings, seeds)
                .scores(asks.columns(others));
    }

    private static Table known(Table from, int... columns) {
        return chosen(
                from, i -> Arrays.stream(columns).noneMatch(k -> Double.isNaN(from.column(k)[i])));
    }

    private static Table inClasses(Table from, int k, int[] classes) {
        return chosen(
                from,
                i -> {
                    double x = from.column(k)[i];
                    return !Double.isNaN(x) && Arrays.binarySearch(classes, (int) x) >= 0;
                });
    }

    private static Table chosen(Table from, IntPredicate rows) {
        return from.rows(IntStream.range(0, from.rows()).filter(rows).toArray());
    }

    private static boolean[] is(double[] column, int level) {
        boolean[] out = new boolean[column.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = column[i] == level;
        }
        return out;
    }

    /** R² = 1 − Σ (y − f)² / Σ (y − mean)²; negative if worse than the mean. */
    private static double explained(double[] truth, double[] found) {
        double mean = Arrays.stream(truth).average().orElse(Double.NaN);
        double left = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            left += (truth[i] - found[i]) * (truth[i] - found[i]);
            all += (truth[i] - mean) * (truth[i] - mean);
        }
        return all > 0 ? 1 - left / all : Double.NaN;
    }

    /** Intervals from redrawing the held-out people with replacement (percentile bootstrap). */
    private Utility redrawn(
            String outcome,
            Utility.Measure measure,
            Table[] tables3,
            ToDoubleFunction<int[]> real,
            ToDoubleFunction<int[]> made) {
        int n = tables3[2].rows();
        int[] all = IntStream.range(0, n).toArray();
        double[] a = new double[REDRAWS];
        double[] b = new double[REDRAWS];
        double[] gap = new double[REDRAWS];
        long purpose = seeds.purpose("redrawn " + outcome);
        for (int r = 0; r < REDRAWS; r++) {
            long key = SeedTree.key(purpose, r);
            int[] rows =
                    IntStream.range(0, n).map(i -> (int) (SeedTree.uniform(key, i) * n)).toArray();
            a[r] = real.applyAsDouble(rows);
            b[r] = made.applyAsDouble(rows);
            gap[r] = b[r] - a[r];
        }
        double onReal = real.applyAsDouble(all);
        double onMade = made.applyAsDouble(all);
        return new Utility(
                outcome,
                measure,
                between(onReal, a),
                between(onMade, b),
                between(onMade - onReal, gap),
                tables3[0].rows(),
                tables3[1].rows(),
                n,
                "");
    }

    private static Estimate between(double value, double[] redrawn) {
        double[] sorted = Sorted.present(redrawn);
        if (sorted.length == 0 || Double.isNaN(value)) {
            return Estimate.NONE;
        }
        int tail = (int) (0.025 * sorted.length);
        return new Estimate(
                value,
                Math.min(value, sorted[tail]),
                Math.max(value, sorted[sorted.length - 1 - tail]));
    }

    private static double[] pick(double[] from, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> from[i]).toArray();
    }

    private static boolean[] pick(boolean[] from, int[] rows) {
        boolean[] out = new boolean[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[rows[i]];
        }
        return out;
    }
}
