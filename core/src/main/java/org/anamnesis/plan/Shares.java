package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.Kinds;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;

/** Targets of a request as moments, balanced on the rows that meet its requirements. */
final class Shares {
    private static final double[] NO_SCALE = {};

    private final ReferencePopulation people;
    private final int[] rows;
    private final double[] base;
    private final double[] scale;

    /** Values by entry. */
    private final List<IntToDoubleFunction> moments = new ArrayList<>();

    private final List<Double> targets = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** From a moment's value to the figure that the user asked for. */
    private final List<DoubleUnaryOperator> shown = new ArrayList<>();

    /** What the moments are made of: rows alike in all of it are alike in all moments. */
    private final Map<Object, Kinds> kinds = new LinkedHashMap<>();

    private final List<Problem> problems;

    Shares(ReferencePopulation people, int[] rows, List<Problem> problems) {
        this(people, rows, people.table(List.of(), rows).weights(), NO_SCALE, problems);
    }

    /**
     * @param rows of the population, one may come more than once
     * @param base weights, one per row
     * @param scale what a row counts for in targets of everyone, beside its weight; none if it is
     *     the same for all
     */
    Shares(
            ReferencePopulation people,
            int[] rows,
            double[] base,
            double[] scale,
            List<Problem> problems) {
        this.people = people;
        this.rows = rows;
        this.base = base.clone();
        this.scale = scale;
        this.problems = problems;
    }

    /** The same targets, to which others can be added. */
    Shares copy() {
        var copy = new Shares(people, rows, base, scale, problems);
        copy.moments.addAll(moments);
        copy.targets.addAll(targets);
        copy.words.addAll(words);
        copy.shown.addAll(shown);
        copy.kinds.putAll(kinds);
        return copy;
    }

    /**
     * Says what moments are made of, once for all that are made of the same.
     *
     * @param what a test, a column, or whatever else it is
     */
    void madeOf(Object what, Supplier<Kinds> of) {
        kinds.computeIfAbsent(what, w -> of.get());
    }

    private void madeOf(RowTest test, byte[] answers) {
        madeOf(
                test,
                () -> {
                    int[] kind = new int[rows.length];
                    for (int i = 0; i < kind.length; i++) {
                        kind[i] = answers[rows[i]] == ReferencePopulation.YES ? 1 : 0;
                    }
                    return new Kinds(kind, 2);
                });
    }

    /** Says that moments are made of a column. */
    void madeOf(String column) {
        madeOf(column, () -> people.places(column).kinds(rows));
    }

    /**
     * Adds a moment as it is; {@link #madeOf} says of what.
     *
     * @param what in words; empty if it is part of another one
     * @param x by entry
     * @param shown from its value to the figure that was asked for
     */
    void moment(String what, IntToDoubleFunction x, double target, DoubleUnaryOperator shown) {
        moments.add(x);
        targets.add(target);
        words.add(what);
        this.shown.add(shown);
    }

    /** Of everyone: rows count by their scale. */
    private void everyone(String what, IntToDoubleFunction x, double target, double unit) {
        boolean alike = scale.length == 0;
        moment(what, alike ? x : i -> x.applyAsDouble(i) * scale[i], target, v -> unit * v);
    }

    /** The share among the rows of one group. */
    void shareWithin(String what, RowTest test, double percent, double[] in) {
        byte[] answers = people.answers(test);
        madeOf(test, answers);
        double[] x = new double[rows.length];
        double has = 0;
        double all = 0;
        double weight = 0;
        for (int i = 0; i < rows.length; i++) {
            double is = answers[rows[i]] == 1 ? 1 : 0;
            x[i] = in[i] * (is - percent / 100);
            has += in[i] * is;
            all += in[i];
            weight += in[i] * base[i];
        }
        if ((percent > 0 && has == 0) || (percent < 100 && has == all)) {
            problems.add(impossible(what, percent, has == 0));
        } else if (has > 0 && has < all) {
            boolean end = percent <= 0 || percent >= 100;
            for (int i = 0; end && i < x.length; i++) {
                base[i] = x[i] == 0 ? base[i] : 0;
            }
            double of = weight;
            moment(
                    what + " in " + number(percent) + " %",
                    i -> x[i],
                    0,
                    v -> percent + 100 * v / of);
        }
    }

    /** The mean among the rows of one group. */
    void meanWithin(String what, String column, double value, double[] in) {
        double[] all = people.column(column);
        madeOf(column);
        double[] x = new double[rows.length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double v = all[rows[i]];
            weight += in[i] * base[i];
            if (in[i] > 0 && !Double.isNaN(v)) {
                x[i] = v - value;
                sum += v * base[i];
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        if (!(value > low && value < high)) {
            problems.add(outside(what, value, low, high, sum / weight));
            return;
        }
        double of = weight;
        moment(what + " " + number(value), i -> x[i], 0, v -> value + v / of);
    }

    private static Problem impossible(String what, double percent, boolean none) {
        return new Problem(
                "plan.share.impossible",
                what,
                "%s of the people left by the other wishes meet this, so %s %% cannot be"
                        .formatted(none ? "none" : "all", number(percent)),
                "another share, or fewer other wishes");
    }

    private static Problem outside(
            String what, double value, double low, double high, double mean) {
        return new Problem(
                "plan.mean.impossible",
                what + " " + number(value),
                "the people left by the other wishes have values from %s to %s"
                        .formatted(number(low), number(high)),
                "a mean between these, best near %s".formatted(number(mean)));
    }

    void share(String what, RowTest test, double percent) {
        byte[] answers = people.answers(test);
        madeOf(test, answers);
        int[] is = kinds.get(test).of();
        int has = 0;
        for (int one : is) {
            has += one;
        }
        if ((percent > 0 && has == 0) || (percent < 100 && has == rows.length)) {
            problems.add(impossible(what, percent, has == 0));
            return;
        }
        if (has > 0 && has < rows.length) {
            if (percent <= 0 || percent >= 100) { // no finite dual: the others lose their weight
                for (int i = 0; i < is.length; i++) {
                    base[i] = is[i] == percent / 100 ? base[i] : 0;
                }
            }
            everyone(what + " in " + number(percent) + " %", i -> is[i], percent / 100, 100);
        }
    }

    void mean(String what, String column, double value) {
        madeOf(column);
        double[] all = people.places(column).values();
        int[] kind = kinds.get(column).of(); // place + 1, 0 if missing
        int[] count = new int[all.length + 1];
        for (int k : kind) {
            count[k]++;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double present = 0;
        double sum = 0;
        for (int k = 1; k < count.length; k++) {
            if (count[k] > 0) {
                low = Math.min(low, all[k - 1]);
                high = all[k - 1];
                sum += count[k] * all[k - 1];
                present += count[k];
            }
        }
        if (!(value > low && value < high)) {
            problems.add(outside("mean " + what, value, low, high, sum / present));
            return;
        }
        // a missing value neither helps nor harms a mean
        everyone(
                "mean " + what + " " + number(value),
                i -> kind[i] == 0 ? value : all[kind[i] - 1],
                value,
                1);
    }

    /**
     * Moments of mid-ranks: their means and variances stay, their product is as asked; so each
     * distribution stays nearly as it is.
     */
    void correlation(Constraint.Correlation asked) {
        IntToDoubleFunction a = standardRanks(asked.first());
        IntToDoubleFunction b = standardRanks(asked.second());
        everyone("", a, 0, 1);
        everyone("", b, 0, 1);
        everyone("", i -> a.applyAsDouble(i) * a.applyAsDouble(i), 1, 1);
        everyone("", i -> b.applyAsDouble(i) * b.applyAsDouble(i), 1, 1);
        everyone(Words.of(asked), i -> a.applyAsDouble(i) * b.applyAsDouble(i), asked.value(), 1);
    }

    /** Weighted mid-ranks with mean 0 and variance 1; 0 where the value is missing. */
    private IntToDoubleFunction standardRanks(String column) {
        madeOf(column);
        int[] kind = kinds.get(column).of(); // place + 1, 0 if missing
        double[] weight = new double[kinds.get(column).count()];
        for (int i = 0; i < kind.length; i++) {
            weight[kind[i]] += base[i];
        }
        weight[0] = 0;
        double[] rank = new double[weight.length];
        double below = 0;
        for (int k = 1; k < rank.length; k++) {
            rank[k] = below + weight[k] / 2;
            below += weight[k];
        }
        double mean = Weighted.mean(rank, weight);
        double sd = Weighted.sd(rank, weight);
        for (int k = 0; k < rank.length; k++) {
            rank[k] = k > 0 && sd > 0 ? (rank[k] - mean) / sd : 0;
        }
        return i -> rank[kind[i]];
    }

    boolean isEmpty() {
        return moments.isEmpty();
    }

    /** New weights, if all targets can be met together. */
    Optional<EntropyBalance.Balanced> met() {
        EntropyBalance.Balanced all = balancing().to(wanted());
        return all.met() ? Optional.of(all) : Optional.empty();
    }

    private EntropyBalance balancing() {
        return EntropyBalance.of(moments, List.copyOf(kinds.values()), base);
    }

    private double[] wanted() {
        return targets.stream().mapToDouble(d -> d).toArray();
    }

    /**
     * New weights; if the targets exclude each other, a problem with the nearest that is possible,
     * and weights for that.
     */
    EntropyBalance.Balanced balance() {
        double[] wanted = wanted();
        EntropyBalance balancing = balancing();
        EntropyBalance.Balanced all = balancing.to(wanted);
        if (all.met()) {
            return all;
        }
        double[] nearest = balancing.nearest(wanted);
        List<String> near = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (int k = 0; k < nearest.length; k++) {
            if (!words.get(k).isEmpty()) {
                asked.add(words.get(k));
                near.add(words.get(k) + " -> " + number(shown.get(k).applyAsDouble(nearest[k])));
            }
        }
        problems.add(
                new Problem(
                        "plan.targets.conflict",
                        String.join("; ", asked),
                        "these targets cannot all be met together by the people in the reference population",
                        "nearest on the way from what people are: " + String.join("; ", near)));
        return balancing.to(nearest);
    }

    static String number(double value) {
        String four = String.format(Locale.ROOT, "%.4g", value);
        int end = four.length();
        if (four.indexOf('.') >= 0 && four.indexOf('e') < 0) {
            while (four.charAt(end - 1) == '0') {
                end--;
            }
            end -= four.charAt(end - 1) == '.' ? 1 : 0;
        }
        return four.substring(0, end);
    }
}
