package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Weights people whom a model has drawn so that each column alone is spread nearly as among the
 * people of the census who meet the same request: a network that knows all adults well knows those
 * with heart failure less well. How the columns hang together stays the model's.
 *
 * <p>Only shares that are off by more than a tenth SD are moved, to half of it: to meet all of them
 * exactly would let a few people stand for everyone.
 */
final class DrawnBalance {
    /** People of the census from which a share is known well enough (standard error a tenth SD). */
    private static final int ENOUGH = 100;

    /**
     * How near, in SD of a share, √(p (1 − p)): first as near as the census itself is held to the
     * survey, then less, where the model's people cannot be brought so near.
     */
    private static final double[] NEAR = {0.1, 0.2, 0.4, 0.8};

    /** Ranks of the census below which the share of a number is looked at. */
    private static final double[] RANKS = {0.1, 0.3, 0.5, 0.7, 0.9};

    /** Rarer levels are left as they come: few drawn people would carry them. */
    private static final double RARE = 0.005;

    /** Moving one share moves others. */
    private static final int ROUNDS = 4;

    /** Of the drawn people so many must count in the end; a few dozen would stand for everyone. */
    private static final double LEAST_KEPT = 0.02;

    private final Table drawn;
    private final Table census;
    private final List<double[]> moments = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    private DrawnBalance(Table drawn, Table census) {
        this.drawn = drawn;
        this.census = census;
        columns();
    }

    /**
     * What came out.
     *
     * @param weights n weights; those that the model gave if nothing is known of the spread
     * @param off the share that is off most, in SD; NaN if nothing is known
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Balanced(double[] weights, double off) {}

    /**
     * New weights of the drawn people.
     *
     * @param census people of the census who meet the same, with the columns that matter
     */
    static Balanced of(Table drawn, Table census) {
        if (census.rows() < ENOUGH) {
            return new Balanced(drawn.weights(), Double.NaN);
        }
        var balance = new DrawnBalance(drawn, census);
        double[] weights = drawn.weights();
        for (double near : NEAR) {
            Optional<double[]> found = balance.balanced(near);
            if (found.isPresent()) {
                weights = found.get();
                break;
            }
        }
        return new Balanced(weights, balance.off(weights));
    }

    /** Weights with which no share is much further off than {@code near} SD. */
    private Optional<double[]> balanced(double near) {
        double[] weights = drawn.weights();
        BitSet moved = new BitSet();
        for (int round = 0; round < ROUNDS; round++) {
            int before = moved.cardinality();
            for (int m = 0; m < moments.size(); m++) {
                if (Math.abs(mean(moments.get(m), weights) - targets.get(m)) > near * sd(m)) {
                    moved.set(m);
                }
            }
            if (moved.cardinality() == before) {
                break;
            }
            int[] which = moved.stream().toArray();
            EntropyBalance.Balanced next =
                    EntropyBalance.solve(
                            Arrays.stream(which).mapToObj(moments::get).toArray(double[][]::new),
                            Arrays.stream(which).mapToDouble(m -> wanted(m, near)).toArray(),
                            drawn.weights());
            if (!next.met() || kept(next.weights()) < LEAST_KEPT * kept(drawn.weights())) {
                return Optional.empty();
            }
            weights = next.weights();
        }
        return Optional.of(weights);
    }

    /** The census' share, or half the way that may be left to it, on the side of the drawn one. */
    private double wanted(int moment, double near) {
        double off = mean(moments.get(moment), drawn.weights()) - targets.get(moment);
        double most = near / 2 * sd(moment);
        return targets.get(moment) + Math.max(-most, Math.min(most, off));
    }

    private double off(double[] weights) {
        return IntStream.range(0, moments.size())
                .mapToDouble(m -> Math.abs(mean(moments.get(m), weights) - targets.get(m)) / sd(m))
                .max()
                .orElse(Double.NaN);
    }

    private double sd(int moment) {
        double share = targets.get(moment);
        return Math.sqrt(share * (1 - share));
    }

    /** Kish's effective number of rows. */
    private static double kept(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum * sum / Arrays.stream(weights).map(w -> w * w).sum();
    }

    private void columns() {
        for (Variable v : census.variables()) {
            double[] theirs = census.column(v.name());
            double[] ours = drawn.column(v.name());
            if (v.isCategory()) {
                for (int level = 1; level < v.levels().size(); level++) {
                    int wanted = level;
                    add(is(theirs, x -> x == wanted), is(ours, x -> x == wanted));
                }
                continue;
            }
            double[] sorted =
                    Arrays.stream(theirs).filter(x -> !Double.isNaN(x)).sorted().toArray();
            double last = Double.NEGATIVE_INFINITY;
            for (int r = 0; r < RANKS.length && sorted.length > 0; r++) {
                double cut = sorted[(int) (RANKS[r] * sorted.length)];
                if (cut > last) {
                    add(is(theirs, x -> x < cut), is(ours, x -> x < cut));
                }
                last = cut;
            }
        }
    }

    private interface Which {
        boolean holds(double value);
    }

    /** 1 and 0, NaN where there is no value. */
    private static double[] is(double[] column, Which which) {
        double[] out = new double[column.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isNaN(column[i]) ? Double.NaN : which.holds(column[i]) ? 1 : 0;
        }
        return out;
    }

    private void add(double[] theirs, double[] ours) {
        double target = mean(theirs, census.weights());
        double now = mean(ours, drawn.weights());
        boolean usual = target > RARE && target < 1 - RARE && now > RARE / 4 && now < 1 - RARE / 4;
        if (!usual) {
            return;
        }
        double[] filled = ours.clone();
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(filled[i]) ? target : filled[i]; // says nothing of the mean
        }
        moments.add(filled);
        targets.add(target);
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += weights[i] * values[i];
                all += weights[i];
            }
        }
        return all > 0 ? sum / all : 0;
    }
}
