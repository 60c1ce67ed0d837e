package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.Weighted;

/** Weights of pooled rows with which they come to the targets, on top of their own. */
final class Balance {
    /** A pool that comes down to this share of the rows asked could hand on but few of them. */
    private static final double LEAST_EFFECTIVE = 0.1;

    /** Steps of halving on the way to the nearest that can be reached: a thousandth of it. */
    private static final int HALVINGS = 10;

    private final List<Target> targets;
    private final int rows;
    private final double[] own;

    /** Own weights, 0 where a share of none or of all forbids the row. */
    private final double[] base;

    /** Value of each target by row; NaN where a mean has none. */
    private final double[][] values;

    /**
     * @param rows that are asked for
     */
    Balance(Pool pool, List<Target> targets, int rows) {
        this.targets = targets;
        this.rows = rows;
        this.own = pool.weights();
        this.base = own.clone();
        this.values = new double[targets.size()][base.length];
        for (int t = 0; t < values.length; t++) {
            Target target = targets.get(t);
            Arrays.setAll(values[t], i -> target.at(pool.columns(), i));
            for (int i = 0; pinned(t) && i < base.length; i++) {
                base[i] = values[t][i] == target.value() ? base[i] : 0;
            }
        }
    }

    /**
     * @param weights sum to 1
     * @param reached whether they come to the targets with enough different rows
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Weighed(double[] weights, boolean reached) {}

    double[][] values() {
        return values;
    }

    /** Own weights if there are no targets. */
    Weighed weigh() {
        return weigh(targets.stream().mapToDouble(Target::value).toArray());
    }

    private Weighed weigh(double[] wanted) {
        int[] open = IntStream.range(0, wanted.length).filter(t -> !pinned(t)).toArray();
        double sum = Arrays.stream(base).sum();
        if (open.length == 0 || sum == 0) {
            return new Weighed(Arrays.stream(base).map(w -> w / sum).toArray(), sum > 0);
        }
        List<double[]> moments = new ArrayList<>();
        for (int t : open) {
            double[] value = values[t];
            double want = wanted[t];
            if (Double.isNaN(Weighted.mean(value, base))) {
                return new Weighed(base, false);
            }
            moments.add(of(i -> Double.isNaN(value[i]) ? 0 : value[i] - want));
            if (keepsMissing(t)) {
                double known = Weighted.mean(of(i -> Double.isNaN(value[i]) ? 0 : 1), base);
                moments.add(of(i -> Double.isNaN(value[i]) ? -known : 1 - known));
            }
        }
        double[][] all = moments.toArray(double[][]::new);
        var balanced = EntropyBalance.solve(all, new double[all.length], base);
        double effective = Weighted.effectiveRows(balanced.weights());
        boolean enough = effective >= LEAST_EFFECTIVE * Math.min(rows, base.length);
        return new Weighed(balanced.weights(), balanced.met() && enough);
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
        double[] from = Arrays.stream(values).mapToDouble(v -> Weighted.mean(v, own)).toArray();
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
