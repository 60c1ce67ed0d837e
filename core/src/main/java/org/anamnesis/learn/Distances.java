package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Columns that lie close behind another, as a discharge behind its admission: learned as the
 * distance from it, because an engine that mixes people mixes dates of months, and what is left of
 * a stay of days is noise.
 *
 * @param all each after the one that it depends on
 */
record Distances(List<Distance> all) {
    static final Distances NONE = new Distances(List.of());

    /**
     * SD of the distance in parts of the column's below which the distance is learned: two columns
     * with a correlation of 0.95. A leaf of trees is a twentieth to a fortieth of the people, and
     * so of the column's range.
     */
    private static final double CLOSE = 0.3;

    /**
     * Likewise of a date that is never before another: the time between them is what hangs together
     * with everything else, as long as it spreads less than the dates.
     */
    private static final double SPENT = 1;

    /** Unit of dates. */
    private static final String DAYS = "d";

    /** Rows with both values, as many as a table must have to be learned. */
    private static final int LEAST = Profiler.LEAST_ROWS;

    /** The fifth extreme of the people is kept, not the first, as engines do with numbers. */
    private static final int EXTREME = 5;

    /** Rows that are looked at: an SD of 4,000 is known to a hundredth. */
    private static final int LOOKED_AT = 4_000;

    /** Columns among which pairs are sought: 20,000 pairs. */
    private static final int MOST = 200;

    Distances {
        all = List.copyOf(all);
    }

    /**
     * @param column that is told as a distance
     * @param from the other one
     * @param base stands for the other where it is missing
     * @param low least distance that is drawn
     * @param high greatest
     * @param full whether the other is never missing
     */
    record Distance(
            String column, String from, double base, double low, double high, boolean full) {
        Distance {
            if (column.equals(from) || !(low <= high) || Double.isNaN(base)) {
                throw new IllegalArgumentException(
                        "distance of %s from %s".formatted(column, from));
            }
        }

        private double start(double other) {
            return Double.isNaN(other) ? base : other;
        }
    }

    private record Pair(int column, int from, double ratio) {}

    /** Finds them in a table that is to be learned. */
    static Distances of(Table table) {
        return of(table, name -> true);
    }

    /**
     * @param told which columns may be told as distances
     */
    static Distances of(Table table, Predicate<String> told) {
        List<Variable> variables = table.variables();
        List<Integer> numbers = new ArrayList<>();
        for (int k = 0; k < variables.size() && numbers.size() < MOST; k++) {
            if (!variables.get(k).isCategory()) {
                numbers.add(k);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int b : numbers) {
            if (!told.test(variables.get(b).name())) {
                continue;
            }
            for (int a : numbers) {
                if (a != b && variables.get(a).unit().equals(variables.get(b).unit())) {
                    double ratio = ratio(table.column(a), table.column(b));
                    boolean time =
                            variables.get(b).unit().equals(DAYS)
                                    && isNeverBefore(table.column(a), table.column(b));
                    if (ratio < (time ? SPENT : CLOSE)) {
                        pairs.add(new Pair(b, a, ratio));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::ratio).thenComparing(Pair::from));
        Map<Integer, Integer> from = new HashMap<>();
        for (Pair p : pairs) {
            if (!from.containsKey(p.column) && !reaches(from, p.from, p.column)) {
                from.put(p.column, p.from);
            }
        }
        Map<String, Distance> ordered = new LinkedHashMap<>();
        for (int k : numbers) {
            add(k, from, table, ordered);
        }
        return new Distances(List.copyOf(ordered.values()));
    }

    private static boolean isNeverBefore(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (b[i] < a[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean reaches(Map<Integer, Integer> from, int start, int end) {
        int at = start;
        while (from.containsKey(at) && at != end) {
            at = from.get(at);
        }
        return at == end;
    }

    private static void add(
            int k, Map<Integer, Integer> from, Table table, Map<String, Distance> into) {
        String name = table.variables().get(k).name();
        if (!from.containsKey(k) || into.containsKey(name)) {
            return;
        }
        add(from.get(k), from, table, into);
        double[] other = table.column(from.get(k));
        double[] own = table.column(k);
        double[] known = Arrays.stream(other).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double base = known[known.length / 2];
        double[] told =
                IntStream.range(0, own.length)
                        .mapToDouble(i -> own[i] - (Double.isNaN(other[i]) ? base : other[i]))
                        .filter(d -> !Double.isNaN(d))
                        .sorted()
                        .toArray();
        double low = told[EXTREME - 1];
        double high = told[told.length - EXTREME];
        boolean full = known.length == other.length;
        into.put(
                name,
                new Distance(
                        name, table.variables().get(from.get(k)).name(), base, low, high, full));
    }

    /** SD of b − a in parts of the SD of b; infinite if too few rows have both. */
    private static double ratio(double[] a, double[] b) {
        int step = Math.max(1, a.length / LOOKED_AT);
        double[] s = new double[5];
        double first = Double.NaN;
        double zero = Double.NaN;
        for (int i = 0; i < a.length; i += step) {
            double d = b[i] - a[i];
            if (!Double.isNaN(d)) {
                first = Double.isNaN(first) ? b[i] : first; // keeps sums of squares exact for dates
                zero = Double.isNaN(zero) ? d : zero;
                s[0]++;
                s[1] += b[i] - first;
                s[2] += (b[i] - first) * (b[i] - first);
                s[3] += d - zero;
                s[4] += (d - zero) * (d - zero);
            }
        }
        double own = s[2] - s[1] * s[1] / s[0];
        double distance = s[4] - s[3] * s[3] / s[0];
        return s[0] >= LEAST && own > 0 ? Math.sqrt(Math.max(0, distance) / own) : 1 / 0.0;
    }

    /** The table with distances in the place of the columns. */
    Table told(Table table) {
        if (all.isEmpty()) {
            return table;
        }
        double[][] values = new double[table.variables().size()][];
        Arrays.setAll(values, table::column);
        for (Distance d : all) {
            double[] own = table.column(d.column);
            double[] other = table.column(d.from);
            double[] told = new double[own.length];
            Arrays.setAll(told, i -> own[i] - d.start(other[i]));
            values[table.indexOf(d.column)] = told;
        }
        return new Table(table.variables(), values, table.weights());
    }

    /**
     * Puts the columns in the place of their distances.
     *
     * @param columns the learned ones
     */
    void undo(List<Variable> variables, double[][] columns, int count) {
        for (Distance d : all) {
            int k = index(variables, d.column);
            double[] other = columns[index(variables, d.from)];
            double scale = Math.pow(10, Math.min(9, variables.get(k).decimals()));
            for (int i = 0; i < count; i++) {
                columns[k][i] = Math.rint((columns[k][i] + d.start(other[i])) * scale) / scale;
            }
        }
    }

    /**
     * What conditions on the columns say of what an engine draws: of a distance only whether it is
     * there, and of what it is measured from the range that it can come from.
     */
    List<Allowance> conditions(List<Variable> variables, List<Allowance> asked) {
        List<Allowance> out = new ArrayList<>(asked);
        for (int n = all.size() - 1; n >= 0; n--) {
            Distance d = all.get(n);
            int k = index(variables, d.column);
            int from = index(variables, d.from);
            if (out.get(k) instanceof Allowance.Range r && d.full) {
                Allowance near = new Allowance.Range(r.low() - d.high, r.high() - d.low);
                Allowances.both(out.get(from), near).ifPresent(both -> out.set(from, both));
            }
            boolean needs = Allowances.needsValue(out.get(k));
            out.set(k, needs ? Allowances.PRESENT : out.get(k));
        }
        return out;
    }

    private static int index(List<Variable> variables, String name) {
        for (int k = 0; k < variables.size(); k++) {
            if (variables.get(k).name().equals(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }
}
