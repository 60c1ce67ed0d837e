package org.anamnesis.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.anamnesis.table.Variable;

/** Finds out how a changing column goes on, from all steps between rows of a person. */
final class ChangeSearch {
    /**
     * Steps that must all go one way to call it a rule: were one in twenty the other way, none of
     * so many would be seen once in twenty tables.
     */
    private static final int STEPS = 60;

    /** Persons behind such a rule: many steps of few persons are those persons. */
    private static final int PERSONS = 20;

    /**
     * Correlation with the value before from which on the step is learned, not the value: a leaf
     * mixes values whose spread is then a multiple of the step's.
     */
    private static final double STEADY = 0.85;

    /** Share of one value above which steps would lose its heap. */
    private static final double HEAP = 0.1;

    /** Fewer different values are scores, which trees keep as they are. */
    private static final int SCORES = 10;

    /** The extremes of so many persons are drawn in, as {@code Knots} does with those of rows. */
    private static final int EXTREME = 5;

    private final Variable variable;
    private final boolean date;
    private final double[] values;
    private final int[] starts;

    /**
     * @param values by row, person by person
     * @param starts see {@link Histories}
     */
    ChangeSearch(Variable variable, boolean date, double[] values, int[] starts) {
        this.variable = variable;
        this.date = date;
        this.values = values;
        this.starts = starts;
    }

    /**
     * @param order by row; NaN where there is none
     * @param isOrder whether this is the column of the order itself
     * @param dated whether the order is a date
     */
    Change found(double[] order, boolean isOrder, boolean dated) {
        boolean missing = Arrays.stream(values).anyMatch(Double::isNaN);
        double base = median();
        if (variable.isCategory()) {
            double most = variable.levels().size();
            return new Change(
                    variable,
                    false,
                    Change.Way.LEVEL,
                    0,
                    most,
                    base,
                    false,
                    false,
                    missing,
                    lasting());
        }
        boolean rises = !isOrder && oneWay(1);
        boolean falls = !isOrder && !rises && oneWay(-1);
        boolean step = isOrder || rises || falls || (date && !dated) || steady();
        boolean offset = date && dated && !isOrder;
        Change.Way way = offset ? Change.Way.OFFSET : step ? Change.Way.STEP : Change.Way.LEVEL;
        var open =
                new Change(
                        variable,
                        date,
                        way,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        base,
                        rises && !offset,
                        falls && !offset,
                        missing,
                        Set.of());
        boolean told = offset || (step && date);
        double[] bounds = bounds(told ? told(open, order) : values);
        return new Change(
                variable,
                date,
                way,
                isOrder && !date ? Double.NEGATIVE_INFINITY : bounds[0],
                isOrder && !date ? Double.POSITIVE_INFINITY : bounds[1],
                base,
                open.rises(),
                open.falls(),
                missing,
                Set.of());
    }

    private double[] told(Change open, double[] order) {
        double[] told = new double[values.length];
        Arrays.fill(told, Double.NaN);
        walk((i, last, person) -> told[i] = open.told(values[i], last, order[i]));
        return told;
    }

    private interface Step {
        /**
         * @param last known value of the person before row i
         */
        void at(int i, double last, int person);
    }

    /** Every row that follows another of its person and has a value. */
    private void walk(Step step) {
        for (int p = 0; p + 1 < starts.length; p++) {
            double last = Double.NaN;
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                if (i > starts[p] && !Double.isNaN(values[i])) {
                    step.at(i, last, p);
                }
                last = Double.isNaN(values[i]) ? last : values[i];
            }
        }
    }

    /** The fifth of the persons' least and of their greatest values. */
    private double[] bounds(double[] of) {
        int persons = starts.length - 1;
        double[] least = new double[persons];
        double[] most = new double[persons];
        int n = 0;
        for (int p = 0; p < persons; p++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                low = of[i] < low ? of[i] : low;
                high = of[i] > high ? of[i] : high;
            }
            if (low <= high) {
                least[n] = low;
                most[n++] = high;
            }
        }
        Arrays.sort(least, 0, n);
        Arrays.sort(most, 0, n);
        if (n == 0) {
            return new double[] {0, 0};
        }
        double low = least[Math.min(n, EXTREME) - 1];
        double high = most[Math.max(0, n - EXTREME)];
        return new double[] {Math.min(low, high), Math.max(low, high)};
    }

    private double median() {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return known.length == 0 ? 0 : known[known.length / 2];
    }

    /** Whether all steps go one way and some go at all. */
    private boolean oneWay(int sign) {
        int[] seen = new int[3]; // steps, steps that move, steps against it
        Set<Integer> persons = new HashSet<>();
        walk(
                (i, last, person) -> {
                    if (!Double.isNaN(last)) {
                        double step = sign * (values[i] - last);
                        seen[0]++;
                        seen[1] += step > 0 ? 1 : 0;
                        seen[2] += step < 0 ? 1 : 0;
                        persons.add(person);
                    }
                });
        return seen[2] == 0 && seen[1] > 0 && seen[0] >= STEPS && persons.size() >= PERSONS;
    }

    private boolean steady() {
        double[] s = new double[6];
        double middle = median(); // keeps sums of squares exact for dates
        walk(
                (i, last, person) -> {
                    if (!Double.isNaN(last)) {
                        double x = last - middle;
                        double y = values[i] - middle;
                        s[0]++;
                        s[1] += x;
                        s[2] += y;
                        s[3] += x * x;
                        s[4] += y * y;
                        s[5] += x * y;
                    }
                });
        double sxx = s[3] - s[1] * s[1] / s[0];
        double syy = s[4] - s[2] * s[2] / s[0];
        double sxy = s[5] - s[1] * s[2] / s[0];
        boolean close = s[0] > 2 && sxy >= STEADY * Math.sqrt(sxx * syy) && sxx > 0 && syy > 0;
        return close && !heaped();
    }

    private boolean heaped() {
        Map<Double, Integer> counts = new HashMap<>();
        int known = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                counts.merge(v, 1, Integer::sum);
                known++;
            }
        }
        int most = counts.values().stream().mapToInt(c -> c).max().orElse(0);
        return counts.size() <= SCORES || most > HEAP * known;
    }

    private Set<Integer> lasting() {
        int levels = variable.levels().size();
        int[] stays = new int[levels];
        boolean[] leaves = new boolean[levels];
        Map<Integer, Set<Integer>> persons = new HashMap<>();
        walk(
                (i, last, person) -> {
                    if (!Double.isNaN(last)) {
                        int from = (int) last;
                        leaves[from] |= values[i] != last;
                        stays[from]++;
                        persons.computeIfAbsent(from, f -> new HashSet<>()).add(person);
                    }
                });
        Set<Integer> lasting = new HashSet<>();
        for (int l = 0; l < levels; l++) {
            if (!leaves[l] && stays[l] >= STEPS && persons.get(l).size() >= PERSONS) {
                lasting.add(l);
            }
        }
        return lasting;
    }
}
