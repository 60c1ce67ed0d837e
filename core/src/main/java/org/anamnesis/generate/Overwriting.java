package org.anamnesis.generate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedOverwrite;
import org.anamnesis.plan.PlannedOverwrite.Kind;
import org.anamnesis.population.RowTest;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;

/** Changes finished values as was asked: set, spread, outliers, missing. */
final class Overwriting {
    /** Who lacks a value more often lacks it so many times as often. */
    private static final double MORE = 2;

    /** Outliers lie so many SD above the mean, and up to so many more. */
    private static final double FAR = 4;

    private static final double FARTHER = 2;

    private final GenerationPlan plan;
    private final Map<String, Integer> position;
    private final Map<String, Ranks> ranks = new HashMap<>();

    Overwriting(GenerationPlan plan, Map<String, Integer> position) {
        this.plan = plan;
        this.position = position;
        for (PlannedOverwrite o : plan.overwrites()) {
            o.reshape()
                    .ifPresent(
                            r ->
                                    ranks.put(
                                            o.column(),
                                            Ranks.of(r.people().values(), r.people().weights())));
        }
    }

    boolean changesValues() {
        return plan.overwrites().stream().anyMatch(o -> o.kind() != Kind.MISSING);
    }

    /** Before what is computed from them is computed again. */
    void values(double[][] work, long first, int count, SeedTree seeds) {
        for (PlannedOverwrite o : plan.overwrites()) {
            Integer at = position.get(o.column());
            if (at != null && o.kind() == Kind.RESHAPE) {
                reshape(o, work, first, count, seeds);
            } else if (at != null && o.kind() != Kind.MISSING) {
                change(o, work[at], first, count, seeds);
            }
        }
    }

    private void reshape(
            PlannedOverwrite o, double[][] work, long first, int count, SeedTree seeds) {
        double[] column = work[position.get(o.column())];
        long purpose = seeds.purpose("reshape:" + o.column());
        Optional<Levers> lever =
                o.reshape().flatMap(r -> r.lever()).map(l -> new Levers(l, position));
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(column[i])) {
                double within = SeedTree.uniform(SeedTree.key(purpose, first + i), 0);
                double wanted = reshaped(o, column[i], within);
                if (lever.isPresent()) {
                    lever.get().pull(work, i, wanted);
                } else {
                    column[i] = wanted;
                }
            }
        }
    }

    private double reshaped(PlannedOverwrite o, double value, double within) {
        double rank = ranks.get(o.column()).rank(value, within);
        return rounded(o, o.reshape().orElseThrow().to().at(rank));
    }

    private static double rounded(PlannedOverwrite o, double value) {
        return Formula.round(Math.min(o.high(), Math.max(o.low(), value)), o.decimals());
    }

    /** What becomes of a value of these people by changes that keep the ranks. */
    double same(String column, double value) {
        double v = value;
        for (PlannedOverwrite o : plan.overwrites()) {
            if (o.column().equals(column) && !Double.isNaN(v)) {
                v =
                        o.kind() == Kind.SPREAD
                                ? rounded(o, o.mean() + o.amount() * (v - o.mean()))
                                : o.kind() == Kind.RESHAPE ? reshaped(o, v, 0.5) : v;
            }
        }
        return v;
    }

    private void change(
            PlannedOverwrite o, double[] column, long first, int count, SeedTree seeds) {
        long purpose = seeds.purpose("outlier:" + o.column());
        Permutation order = new Permutation(plan.count(), purpose);
        long some = Math.round(plan.count() * o.amount() / 100);
        for (int i = 0; i < count; i++) {
            double v = column[i];
            if (Double.isNaN(v)) {
                continue;
            }
            double changed = v;
            if (o.kind() == Kind.SET) {
                changed = o.amount();
            } else if (o.kind() == Kind.SPREAD) {
                changed = o.mean() + o.amount() * (v - o.mean());
            } else if (order.place(first + i) < some) {
                double u = SeedTree.uniform(SeedTree.key(purpose, first + i), 1);
                changed = o.mean() + (FAR + FARTHER * u) * o.sd();
            }
            column[i] = rounded(o, changed);
        }
    }

    /**
     * Takes values out of a finished column; the asked share exactly when it is at random.
     *
     * @param work all columns, for whoever lacks it more often
     */
    void missing(
            String column, double[] out, double[][] work, long first, int count, SeedTree seeds) {
        for (PlannedOverwrite o : plan.overwrites()) {
            if (o.kind() != Kind.MISSING || !o.column().equals(column)) {
                continue;
            }
            long purpose = seeds.purpose("missing:" + column);
            Permutation order = new Permutation(plan.count(), purpose);
            long some = Math.round(plan.count() * o.amount() / 100);
            double others = o.amount() / 100 / (1 + (MORE - 1) * o.share());
            for (int i = 0; i < count; i++) {
                boolean gone;
                if (o.more().isEmpty()) {
                    gone = order.place(first + i) < some;
                } else {
                    boolean often = holds(o.more().get(), work, i);
                    double u = SeedTree.uniform(SeedTree.key(purpose, first + i), 2);
                    gone = u < Math.min(1, often ? MORE * others : others);
                }
                out[i] = gone ? Double.NaN : out[i];
            }
        }
    }

    private boolean holds(RowTest test, double[][] work, int row) {
        double[] values =
                test.columns().stream().mapToDouble(c -> work[position.get(c)][row]).toArray();
        return test.of(values) == 1;
    }
}
