package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.table.Table;

/**
 * Finds numbers that are another number in another unit or from another zero: X = k·Y + a, rounded
 * or rounded down (years from months), with the simplest k and a that the data allow.
 *
 * <p>p²/2 correlations on the sample; only what correlates almost perfectly is looked at closely.
 */
final class LinearSearch {
    /** Years of children in months still correlate by 0.98 although they are rounded down. */
    private static final double CORRELATION = 0.98;

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
                pair(coarser ? first : second, coarser ? second : first, columns.size())
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

    private Optional<KnownRule> pair(int target, int input, int p) {
        String name = probe.variable(target).name();
        List<String> from = List.of(probe.variable(input).name());
        if (graph.derived(name) || !graph.takes(name, from)) {
            return Optional.empty();
        }
        Table sample = probe.sample();
        if (!alike(sample.column(target), sample.column(input))) {
            return Optional.empty();
        }
        int[] rows = Probe.complete(sample, target, input);
        if (rows.length < 30) {
            return Optional.empty();
        }
        double[] y = Arrays.stream(rows).mapToDouble(i -> sample.column(target)[i]).toArray();
        double[] x = Arrays.stream(rows).mapToDouble(i -> sample.column(input)[i]).toArray();
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
        RuleExpression in = RuleExpression.column(from.get(0));
        for (RuleExpression e : line.simple(x, y, in, probe.variable(target).decimals())) {
            Optional<KnownRule> known = proof.known(target, e, 2.0 * p * p);
            if (known.isPresent()) {
                graph.add(name, from);
                return known;
            }
        }
        return Optional.empty();
    }
}
