package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds numbers that are another number in another unit or from another zero: X = k·Y + a, rounded
 * or rounded down (years from months), with the simplest k and a that the data allow; likewise from
 * the time between two dates, as months of survival are.
 *
 * <p>p²/2 correlations on the sample; only what correlates almost perfectly is looked at closely.
 */
final class LinearSearch {
    /** Years of children in months still correlate by 0.98 although they are rounded down. */
    private static final double CORRELATION = 0.98;

    /** Unit of dates. */
    private static final String DAYS = "d";

    /** Rows of the first look. */
    private static final int FIRST = 200;

    private final Probe probe;
    private final RuleGraph graph;
    private final FormulaProof proof;

    LinearSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        this.proof = new FormulaProof(probe);
    }

    /** What a number may follow from: a column, or the time between two. */
    private static final class Input {
        private final double[] values;
        private final List<String> from;
        private final RuleExpression in;

        Input(double[] values, List<String> from, RuleExpression in) {
            this.values = values;
            this.from = from;
            this.in = in;
        }
    }

    private Input column(int k) {
        String name = probe.variable(k).name();
        return new Input(probe.sample().column(k), List.of(name), RuleExpression.column(name));
    }

    private Input between(int start, int end) {
        double[] a = probe.sample().column(start);
        double[] b = probe.sample().column(end);
        double[] days = new double[a.length];
        Arrays.setAll(days, i -> b[i] - a[i]);
        String from = probe.variable(start).name();
        String to = probe.variable(end).name();
        return new Input(
                days,
                List.of(to, from),
                RuleExpression.column(to).minus(RuleExpression.column(from)));
    }

    /** Numbers that are the time between two dates, of which one is never before the other. */
    List<KnownRule> ofDates() {
        List<Integer> columns = probe.varied(probe.numbers(), 5);
        List<Integer> dates =
                columns.stream().filter(k -> probe.variable(k).unit().equals(DAYS)).toList();
        List<KnownRule> found = new ArrayList<>();
        double candidates = 2.0 * dates.size() * dates.size() * columns.size();
        for (int start : dates) {
            for (int end : dates) {
                Input days = between(start, end);
                if (start == end || Arrays.stream(days.values).anyMatch(d -> d < 0)) {
                    continue;
                }
                for (int target : columns) {
                    if (!dates.contains(target)) {
                        follows(target, days, candidates).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    List<KnownRule> find() {
        // fewer than five values lie on a line too easily
        List<Integer> columns = probe.varied(probe.numbers(), 5);
        List<KnownRule> found = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                int first = columns.get(a);
                int second = columns.get(b);
                // the coarser follows from the finer; of equals the later one
                boolean coarser = probe.distinct(first) < probe.distinct(second);
                follows(
                                coarser ? first : second,
                                column(coarser ? second : first),
                                2.0 * columns.size() * columns.size())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether the first complete rows correlate at all; most pairs do not. */
    private static boolean alike(double[] a, double[] b) {
        double n = 0;
        double sa = 0;
        double sb = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        // differences from a first row keep the sums exact for dates and other large numbers
        double a0 = Double.NaN;
        double b0 = Double.NaN;
        for (int i = 0; i < a.length && n < FIRST; i++) {
            if (!Double.isNaN(a[i] + b[i])) {
                a0 = n == 0 ? a[i] : a0;
                b0 = n == 0 ? b[i] : b0;
                double x = a[i] - a0;
                double y = b[i] - b0;
                n++;
                sa += x;
                sb += y;
                aa += x * x;
                bb += y * y;
                ab += x * y;
            }
        }
        double r = (ab - sa * sb / n) / Math.sqrt((aa - sa * sa / n) * (bb - sb * sb / n));
        return Math.abs(r) > 0.5;
    }

    private Optional<KnownRule> follows(int target, Input input, double candidates) {
        String name = probe.variable(target).name();
        List<String> from = input.from;
        if (graph.derived(name) || !graph.takes(name, from)) {
            return Optional.empty();
        }
        double[] to = probe.sample().column(target);
        if (!alike(to, input.values)) {
            return Optional.empty();
        }
        int[] rows =
                IntStream.range(0, to.length)
                        .filter(i -> !Double.isNaN(to[i] + input.values[i]))
                        .toArray();
        if (rows.length < 30) {
            return Optional.empty();
        }
        double[] y = Arrays.stream(rows).mapToDouble(i -> to[i]).toArray();
        double[] x = Arrays.stream(rows).mapToDouble(i -> input.values[i]).toArray();
        boolean[] kept = new boolean[rows.length];
        Arrays.fill(kept, true);
        Line line = Line.through(x, y, kept);
        if (Math.abs(line.correlation()) < 0.9) { // a gross typing error may hide more
            return Optional.empty();
        }
        line = Line.through(x, y, line.near(x, y));
        if (Math.abs(line.correlation()) < CORRELATION) {
            return Optional.empty();
        }
        for (RuleExpression e : line.simple(x, y, input.in, probe.variable(target).decimals())) {
            Optional<KnownRule> known = proof.known(target, e, candidates);
            if (known.isPresent()) {
                graph.add(name, from);
                return known;
            }
        }
        return Optional.empty();
    }
}
