package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.anamnesis.measure.Formula;

/**
 * What a kept model knows of the values of one number: the distribution function in steps of at
 * least {@link #PEOPLE} people each.
 *
 * <p>A value that so many share is a step of its own and comes out as it is. Values of fewer are
 * taken together with their neighbours, and anything within the step comes out. So no value of a
 * single person is kept, the most extreme at either end are drawn in to the fifth, and the lattice
 * of a column (rounded or converted values) is kept where it is dense.
 */
final class Knots implements HandedOn {
    /** The protection that publishers of tables ask of a cell, and the clipping of the census. */
    static final int PEOPLE = 5;

    /**
     * Knots that smoothing leaves a table at least. With ten left, membership in a table of 150
     * rows was told as well as without (AUC 0.525 and 0.523, mean of ten seeds at smoothing 3), but
     * made rows were told from real ones with AUC 0.717 in place of 0.642: the ends were cut off.
     */
    private static final int LEFT = 100;

    /** Steps of smoothing that leave {@link #LEFT} knots; further ones leave fewer. */
    static final int FINE_STEPS = 4;

    /**
     * Knots in the middle that the fifth step leaves, and of these that the next does. In a small
     * table of few columns nothing but such steps tells who was learned from: 240 people of 60 ages
     * are four of an age.
     */
    private static final int COARSE = 16;

    private static final int COARSER = 2;

    private static final double NONE = Double.NaN;

    /** Decimals from which on a number is not rounded: finer than any measurement. */
    private static final int FINE = 6;

    /** Ends of the step of each knot; equal for a value that many share. */
    private final double[] low;

    private final double[] high;

    /** Share of weight up to and with knot k; the last is 1. */
    private final double[] cumulative;

    /** Share of weight below knot k plus half of its own. */
    private final double[] middle;

    /** How far a rank moves, by knot; 0 for common property. */
    private final double[] spread;

    private final double least;
    private final int decimals;

    private Knots(double[] low, double[] high, double[] cumulative, double least, int decimals) {
        this.low = low;
        this.high = high;
        this.cumulative = cumulative;
        this.least = least;
        this.decimals = decimals;
        middle = new double[low.length];
        spread = new double[low.length];
        for (int k = 0; k < low.length; k++) {
            double below = k == 0 ? 0 : cumulative[k - 1];
            double mass = cumulative[k] - below;
            middle[k] = below + mass / 2;
            boolean heap = low[k] == high[k] && mass > Donors.HEAP;
            double wide = Donors.SPREAD * 4 * middle[k] * (1 - middle[k]);
            spread[k] = heap ? 0 : Math.max(wide, least);
        }
    }

    /**
     * Knots of a column, and which of them each distinct value belongs to.
     *
     * @param of by position among the ranks
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Made(Knots knots, int[] of) {}

    /**
     * @param ranks of at least {@link #PEOPLE} rows
     * @param smoothing each step doubles the people of a knot, as long as {@value #LEFT} knots are
     *     left; from the fifth on fewer are left in the middle, and the ends stay fine
     */
    static Made of(Ranks ranks, int decimals, int smoothing) {
        int rows = ranks.rows();
        int people = PEOPLE;
        for (int s = 0; s < smoothing && people * 2L * LEFT <= rows; s++) {
            people *= 2;
        }
        boolean coarse = smoothing > FINE_STEPS;
        if (coarse) {
            double left = COARSE / Math.pow(COARSER, smoothing - FINE_STEPS - 1.0);
            people = Math.max(people, (int) (rows / Math.max(1, left)));
        }
        int most = people;
        IntUnaryOperator enough =
                before -> {
                    int end = Math.min(before, rows - before) / 2;
                    return coarse ? Math.max(PEOPLE, Math.min(most, end)) : most;
                };
        int[] needed = new int[ranks.distinct().length];
        int[] step = steps(ranks, enough, needed);
        int n = step[step.length - 1] + 1;
        double[] low = new double[n];
        double[] high = new double[n];
        double[] cumulative = new double[n];
        for (int from = 0; from < step.length; ) {
            int to = from;
            int fullest = from;
            double mass = ranks.mass(from);
            while (to + 1 < step.length && step[to + 1] == step[from]) {
                to++;
                mass += ranks.mass(to);
                fullest = ranks.count(to) > ranks.count(fullest) ? to : fullest;
            }
            int k = step[from];
            cumulative[k] = mass + (k == 0 ? 0 : cumulative[k - 1]);
            if (ranks.count(fullest) >= needed[k]) {
                low[k] = rounded(ranks.value(fullest), decimals);
                high[k] = low[k];
            } else {
                high[k] = edge(ranks, to, to + 1, from);
                low[k] = k == 0 ? high[k] : edge(ranks, from, from - 1, to);
                high[k] = k == n - 1 ? low[k] : high[k];
                if (low[k] == high[k]) { // an end, drawn in to the least extreme of its people
                    low[k] = rounded(low[k], decimals);
                    high[k] = low[k];
                }
            }
            from = to + 1;
        }
        double all = cumulative[n - 1];
        Arrays.setAll(cumulative, k -> cumulative[k] / all);
        return new Made(new Knots(low, high, cumulative, 3.0 / rows, decimals), step);
    }

    /**
     * A step by distinct value: one each for those that many share, the others together until
     * enough people are in it. What is left over goes to the step before, at the front to the next.
     *
     * @param enough people of a step, from the people below it
     * @param needed filled with the same by step
     */
    private static int[] steps(Ranks ranks, IntUnaryOperator enough, int[] needed) {
        int n = ranks.distinct().length;
        int[] step = new int[n];
        int done = 0;
        int open = 0;
        int people = 0;
        int below = 0;
        for (int k = 0; k < n; k++) {
            int need = enough.applyAsInt(below - people);
            boolean shared = ranks.count(k) >= need;
            if (shared) {
                if (done > 0) {
                    Arrays.fill(step, open, k, done - 1);
                    open = k;
                }
                people = 0;
            }
            people += ranks.count(k);
            below += ranks.count(k);
            if (people >= need) {
                needed[done] = need;
                Arrays.fill(step, open, k + 1, done++);
                open = k + 1;
                people = 0;
            }
        }
        Arrays.fill(step, open, n, done - 1);
        return step;
    }

    /**
     * Where a step of several values ends: half way to its neighbour, but no further than half the
     * usual distance of its own values, so that a gap stays a gap.
     */
    private static double edge(Ranks ranks, int own, int neighbour, int other) {
        double usual = Math.abs(ranks.value(own) - ranks.value(other)) / Math.abs(own - other);
        if (neighbour < 0 || neighbour >= ranks.distinct().length) {
            return (ranks.value(own) + ranks.value(other)) / 2; // all people are in one step
        }
        double gap = Math.abs(ranks.value(neighbour) - ranks.value(own));
        double out = Math.min(gap, usual) / 2;
        return ranks.value(own) + (neighbour > own ? out : -out);
    }

    int count() {
        return low.length;
    }

    @Override
    public double moved(int knot, double u) {
        if (spread[knot] == 0) {
            return low[knot];
        }
        return quantile(middle[knot] + (2 * u - 1) * spread[knot], knot);
    }

    /** The value at a rank; below 0 and above 1 those of the ends. */
    double quantile(double rank) {
        int at = Arrays.binarySearch(cumulative, rank);
        return quantile(rank, Math.min(count() - 1, at >= 0 ? at : -at - 1));
    }

    /**
     * @param near where to begin to look
     */
    private double quantile(double rank, int near) {
        int k = near;
        while (k > 0 && rank < cumulative[k - 1]) {
            k--;
        }
        while (k < low.length - 1 && rank > cumulative[k]) {
            k++;
        }
        if (low[k] == high[k]) {
            return low[k];
        }
        double below = k == 0 ? 0 : cumulative[k - 1];
        double part = (rank - below) / (cumulative[k] - below);
        part = Math.min(1, Math.max(0, part));
        return rounded(low[k] + part * (high[k] - low[k]), decimals);
    }

    private static double rounded(double value, int decimals) {
        return decimals < FINE ? Formula.round(value, decimals) : value;
    }

    /**
     * For each knot, which part of its moves lands in a range.
     *
     * @param range closed, in the unit of the values
     */
    Admission admission(Allowance.Range range) {
        Cut cut = cut(range);
        int n = count();
        double[] least = new double[n];
        double[] most = new double[n];
        for (int k = 0; k < n; k++) {
            if (spread[k] == 0) {
                most[k] = range.allows(low[k]) ? 1 : 0;
            } else {
                least[k] = Math.max(0, ((cut.first - middle[k]) / spread[k] + 1) / 2);
                most[k] = Math.min(1, ((cut.last - middle[k]) / spread[k] + 1) / 2);
            }
            if (most[k] <= least[k]) {
                least[k] = 0;
                most[k] = 0;
            }
        }
        return new Admission(least, most, cut.from, cut.to);
    }

    /**
     * Ranks whose values lie in a range.
     *
     * @param first rank from which on; −∞ if the lowest value is in the range
     * @param last rank up to which; ∞ if the greatest is; not above {@code first} if no value is
     * @param from least value that may come out
     * @param to greatest
     */
    record Cut(double first, double last, double from, double to) {}

    /** The part of the distribution in a range, closed, in the unit of the values. */
    Cut cut(Allowance.Range range) {
        // values stand on the lattice of the decimals, so the range may begin and end there
        double from = decimals < FINE ? onLattice(range.low(), true) : range.low();
        double to = decimals < FINE ? onLattice(range.high(), false) : range.high();
        if (from > to) {
            return new Cut(1, 0, from, to);
        }
        double half = decimals < FINE ? 0.5 * Math.pow(10, -decimals) : 0;
        return new Cut(rank(from - half, from, true), rank(to + half, to, false), from, to);
    }

    /** The nearest number of the lattice that is not below (or not above) the end of a range. */
    private double onLattice(double end, boolean notBelow) {
        if (Double.isInfinite(end)) {
            return end;
        }
        double near = rounded(end, decimals);
        double unit = Math.pow(10, -decimals);
        if (notBelow && near < end) {
            return rounded(near + unit, decimals);
        }
        return !notBelow && near > end ? rounded(near - unit, decimals) : near;
    }

    /**
     * The rank from which on (or up to which) what comes out is in a range; infinite at the ends,
     * whose values ranks beyond them have too.
     *
     * @param wide end of the range for values that are rounded yet
     * @param end of the range for values that come out as they are
     */
    private double rank(double wide, double end, boolean lower) {
        int n = count();
        for (int j = 0; j < n; j++) {
            int k = lower ? j : n - 1 - j;
            double below = k == 0 ? 0 : cumulative[k - 1];
            double part;
            if (low[k] == high[k]) {
                boolean in = lower ? low[k] >= end : low[k] <= end;
                part = in ? lower ? 0 : 1 : NONE;
            } else if (lower) {
                part = wide < high[k] ? Math.max(0, (wide - low[k]) / (high[k] - low[k])) : NONE;
            } else {
                part = wide > low[k] ? Math.min(1, (wide - low[k]) / (high[k] - low[k])) : NONE;
            }
            if (!Double.isNaN(part)) {
                if (lower && k == 0 && part == 0) {
                    return Double.NEGATIVE_INFINITY;
                }
                if (!lower && k == n - 1 && part == 1) {
                    return Double.POSITIVE_INFINITY;
                }
                return below + part * (cumulative[k] - below);
            }
        }
        return lower ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    void write(DataOutput out) throws IOException {
        Compact.doubles(out, low);
        Compact.doubles(out, high);
        Compact.doubles(out, cumulative);
        out.writeDouble(least);
    }

    /** Reads what {@link #write} wrote for a number of these decimals. */
    static Knots read(DataInput in, int decimals) throws IOException {
        double[] low = Compact.doubles(in, Integer.MAX_VALUE, "knots");
        double[] high = Compact.doubles(in, low.length, "knots");
        double[] cumulative = Compact.doubles(in, low.length, "knots");
        double least = in.readDouble();
        int n = low.length;
        boolean right = n > 0 && high.length == n && cumulative.length == n && least > 0;
        for (int k = 0; k < n && right; k++) {
            right = low[k] <= high[k] && cumulative[k] > (k == 0 ? 0 : cumulative[k - 1]);
        }
        if (!right || cumulative[n - 1] != 1 || least > PEOPLE) {
            throw new IOException("a distribution that is none");
        }
        return new Knots(low, high, cumulative, least, decimals);
    }
}
