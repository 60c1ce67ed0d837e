package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.Weighted;

/** Weights of pooled rows with which they come to the targets, on top of their own. */
final class Balance {
    /** A pool that comes down to this share of the rows asked could hand on but few of them. */
    private static final double LEAST_EFFECTIVE = 0.1;

    /** Times that a product of ranks is asked until their correlation is near. */
    private static final int ROUNDS = 4;

    /** Of a correlation, in the weights; what is taken by them comes no nearer by chance. */
    private static final double NEAR = 0.002;

    /** Steps of halving on the way to the nearest that can be reached: a thousandth of it. */
    private static final int HALVINGS = 10;

    private final List<Target> targets;
    private final int rows;
    private final double[] own;

    /** Own weights, 0 where a share of none or of all forbids the row. */
    private final double[] base;

    /** Value of each target by row, see {@link Target#values}. */
    private final double[][] values;

    /** The numbers of correlations, by target. */
    private final Map<Integer, RankedPair> pairs = new TreeMap<>();

    /**
     * @param rows that are asked for
     */
    Balance(Pool pool, List<Target> targets, int rows) {
        this.targets = targets;
        this.rows = rows;
        this.own = pool.weights();
        this.base = own.clone();
        this.values = new double[targets.size()][];
        for (int t = 0; t < values.length; t++) {
            Target target = targets.get(t);
            values[t] = target.values(pool.columns(), base.length);
            if (target.isCorrelation()) {
                pairs.put(t, target.pair(pool.columns(), base.length));
            }
            for (int i = 0; pinned(t) && i < base.length; i++) {
                base[i] = values[t][i] == target.value() ? base[i] : 0;
            }
        }
    }

    /**
     * @param weights sum to 1
     * @param reached whether they come to the targets with enough different rows
     * @param off by target that is no share: what has the mean 0 in rows that meet it; NaN where a
     *     row does not count
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Weighed(double[] weights, boolean reached, List<double[]> off) {}

    double[][] values() {
        return values;
    }

    /** Own weights if there are no targets. */
    Weighed weigh() {
        return weigh(targets.stream().mapToDouble(Target::value).toArray());
    }

    private Weighed weigh(double[] wanted) {
        List<double[]> means = new ArrayList<>();
        for (int t = 0; t < wanted.length; t++) {
            if (!targets.get(t).isShare() && !targets.get(t).isCorrelation()) {
                double[] value = values[t];
                double want = wanted[t];
                means.add(of(i -> value[i] - want));
            }
        }
        double sum = Arrays.stream(base).sum();
        if (IntStream.range(0, wanted.length).anyMatch(t -> !pinned(t) && unknown(t))) {
            return new Weighed(base, false, means);
        }
        List<double[]> moments = moments(wanted);
        Weighed plain =
                moments.isEmpty() || sum == 0
                        ? new Weighed(of(i -> base[i] / sum), sum > 0, means)
                        : balanced(moments, means);
        return pairs.isEmpty() || !plain.reached() ? plain : correlated(plain, moments, wanted);
    }

    /** Whether no row has a value. */
    private boolean unknown(int t) {
        return Double.isNaN(Weighted.mean(values[t], base));
    }

    /** Of shares and means, and of which rows have values, each with the mean 0 when it is met. */
    private List<double[]> moments(double[] wanted) {
        List<double[]> moments = new ArrayList<>();
        for (int t = 0; t < wanted.length; t++) {
            double[] value = values[t];
            double want = wanted[t];
            if (pinned(t)) {
                continue;
            }
            if (!targets.get(t).isCorrelation()) {
                moments.add(of(i -> Double.isNaN(value[i]) ? 0 : value[i] - want));
            }
            if (keepsMissing(t)) {
                double known = Weighted.mean(of(i -> Double.isNaN(value[i]) ? 0 : 1), base);
                moments.add(of(i -> Double.isNaN(value[i]) ? -known : 1 - known));
            }
        }
        return moments;
    }

    private Weighed balanced(List<double[]> moments, List<double[]> off) {
        double[][] all = moments.toArray(double[][]::new);
        var balanced = EntropyBalance.solve(all, new double[all.length], base);
        double effective = Weighted.effectiveRows(balanced.weights());
        boolean enough = effective >= LEAST_EFFECTIVE * Math.min(rows, base.length);
        return new Weighed(balanced.weights(), balanced.met() && enough, off);
    }

    /**
     * Correlations come last: each number stays spread as shares and means leave it. What ranks are
     * changes a little with the weights, so that the product of the old ones is asked anew.
     */
    private Weighed correlated(Weighed plain, List<double[]> others, double[] wanted) {
        double[] product = wanted.clone();
        Weighed best = plain;
        boolean far = true;
        for (int round = 0; far && round < ROUNDS; round++) {
            List<double[]> moments = new ArrayList<>(others);
            List<double[]> off = new ArrayList<>(plain.off());
            pairs.forEach(
                    (t, pair) ->
                            pair.moments(plain.weights(), product[t])
                                    .forEach(
                                            m -> {
                                                moments.add(of(i -> Double.isNaN(m[i]) ? 0 : m[i]));
                                                off.add(m);
                                            }));
            best = balanced(moments, off);
            if (!best.reached()) {
                return best;
            }
            far = false;
            for (Map.Entry<Integer, RankedPair> pair : pairs.entrySet()) {
                int t = pair.getKey();
                double less = wanted[t] - pair.getValue().correlation(best.weights());
                product[t] += less;
                far |= Math.abs(less) > NEAR;
            }
        }
        return best;
    }

    private double[] of(IntToDoubleFunction value) {
        return IntStream.range(0, base.length).mapToDouble(value).toArray();
    }

    /**
     * Whether as many rows as before shall have no value of a mean: else a mean would be met by
     * rows that have none. Unless a share that asks for the column says how many.
     */
    private boolean keepsMissing(int t) {
        if (targets.get(t).isShare() || Arrays.stream(values[t]).noneMatch(Double::isNaN)) {
            return false;
        }
        Set<Integer> own = targets.get(t).columns();
        return targets.stream()
                .noneMatch(o -> o.isShare() && !Collections.disjoint(o.columns(), own));
    }

    /** A share of none or of all: no weights come near it, but rows can be left out. */
    private boolean pinned(int t) {
        double value = targets.get(t).value();
        return targets.get(t).isShare() && (value == 0 || value == 1);
    }

    /** The furthest from where they are towards the targets that can be reached. */
    double[] nearest() {
        double[] from = new double[values.length];
        Arrays.setAll(
                from,
                t ->
                        pairs.containsKey(t)
                                ? pairs.get(t).correlation(own)
                                : Weighted.mean(values[t], own));
        double reached = 0;
        double missed = 1;
        for (int k = 0; k < HALVINGS; k++) {
            double part = (reached + missed) / 2;
            if (weigh(between(from, part)).reached()) {
                reached = part;
            } else {
                missed = part;
            }
        }
        return between(from, reached);
    }

    private double[] between(double[] from, double part) {
        double[] point = new double[from.length];
        Arrays.setAll(point, t -> from[t] + part * (targets.get(t).value() - from[t]));
        return point;
    }
}
