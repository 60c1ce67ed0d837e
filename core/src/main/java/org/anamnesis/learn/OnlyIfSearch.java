package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Finds columns that have a value only for some: for levels of a category, from or up to a number,
 * or where another column has a value.
 *
 * <p>For each column with missing values the parent that explains most of them is taken, then the
 * next one among the rows that are left. Accident: in each of the rows where the column is missing
 * without exception it would have a value as often as in the others, beyond a number as often as in
 * as many rows on this side of it. p² candidates, each one pass over the sample.
 */
final class OnlyIfSearch {
    /**
     * A rule leaves out a group of rows in which so many values would be expected: with fewer, the
     * rest of a column that is seldom filled looks like a rule.
     */
    private static final double EXPECTED = 20;

    private final Probe probe;
    private final RuleGraph graph;
    private final List<Integer> withMissing;

    OnlyIfSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        List<Integer> all = new ArrayList<>();
        for (int k = 0; k < probe.table().variables().size(); k++) {
            double[] column = probe.sample().column(k);
            long present = Arrays.stream(column).filter(v -> !Double.isNaN(v)).count();
            if (present >= EXPECTED && present <= column.length - EXPECTED) {
                all.add(k);
            }
        }
        this.withMissing = List.copyOf(all);
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int column : withMissing) {
            boolean[] open = new boolean[probe.sample().rows()];
            Arrays.fill(open, true);
            Set<Integer> used = new HashSet<>();
            for (Optional<Candidate> best = best(column, open, used);
                    best.isPresent();
                    best = best(column, open, used)) {
                Candidate c = best.get();
                used.add(c.parent);
                Optional<KnownRule> known = prove(column, c);
                if (known.isPresent()) {
                    found.add(known.get());
                    close(open, c);
                }
            }
        }
        return found;
    }

    /**
     * @param expected values in the rows left out, if they were like the others
     */
    private record Candidate(int parent, Allowance when, double expected) {}

    private Optional<Candidate> best(int column, boolean[] open, Set<Integer> used) {
        Candidate best = null;
        for (int parent = 0; parent < probe.table().variables().size(); parent++) {
            String name = probe.variable(column).name();
            if (parent == column
                    || used.contains(parent)
                    || graph.reaches(name, probe.variable(parent).name())) {
                continue; // what is computed is missing with its inputs anyway
            }
            for (Candidate c : candidates(column, parent, open)) {
                if (c.expected >= EXPECTED && (best == null || c.expected > best.expected)) {
                    best = c;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Candidate> candidates(int column, int parent, boolean[] open) {
        List<Candidate> out = new ArrayList<>();
        presence(column, parent, open).ifPresent(out::add);
        if (probe.variable(parent).isCategory()) {
            levels(column, parent, open).ifPresent(out::add);
        } else {
            range(column, parent, open, true).ifPresent(out::add);
            range(column, parent, open, false).ifPresent(out::add);
        }
        return out;
    }

    private Optional<Candidate> presence(int column, int parent, boolean[] open) {
        if (!withMissing.contains(parent)) {
            return Optional.empty();
        }
        Table sample = probe.sample();
        int without = 0;
        int present = 0;
        int rows = 0;
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                boolean has = !Double.isNaN(sample.column(column)[i]);
                boolean parentHas = !Double.isNaN(sample.column(parent)[i]);
                rows++;
                present += has ? 1 : 0;
                without += parentHas ? 0 : 1;
                if (has && !parentHas) {
                    // no typing error, but a person who left a question open
                    return Optional.empty();
                }
            }
        }
        // of columns that are missing together the first one leads
        if (parent > column && together(column, parent)) {
            return Optional.empty();
        }
        return Optional.of(
                new Candidate(
                        parent,
                        new Allowance.Presence(true),
                        (double) without * present / Math.max(1, rows)));
    }

    private boolean together(int a, int b) {
        Table sample = probe.sample();
        int apart = 0;
        for (int i = 0; i < sample.rows(); i++) {
            apart += Double.isNaN(sample.column(a)[i]) == Double.isNaN(sample.column(b)[i]) ? 0 : 1;
        }
        return apart <= Probe.errors(sample.rows());
    }

    private Optional<Candidate> levels(int column, int parent, boolean[] open) {
        Variable variable = probe.variable(parent);
        double[] of = probe.sample().column(parent);
        double[] values = probe.sample().column(column);
        int[] rows = new int[variable.levels().size()];
        int[] present = new int[rows.length];
        int allRows = 0;
        int allPresent = 0;
        for (int i = 0; i < open.length; i++) {
            if (open[i] && !Double.isNaN(of[i])) {
                boolean has = !Double.isNaN(values[i]);
                rows[(int) of[i]]++;
                present[(int) of[i]] += has ? 1 : 0;
                allRows++;
                allPresent += has ? 1 : 0;
            }
        }
        Set<Integer> allowed = new HashSet<>();
        double expected = 0;
        for (int l = 0; l < rows.length; l++) {
            double inLevel = (double) rows[l] * allPresent / Math.max(1, allRows);
            // a small level in which nobody has a value yet is no evidence
            if (present[l] > Probe.errors(rows[l]) || inLevel < EXPECTED / 2) {
                allowed.add(l);
            } else {
                expected += inLevel;
            }
        }
        return allowed.isEmpty() || allowed.size() == rows.length
                ? Optional.empty()
                : Optional.of(new Candidate(parent, new Allowance.Levels(allowed), expected));
    }

    /** From a number on, or up to it. */
    private Optional<Candidate> range(int column, int parent, boolean[] open, boolean from) {
        double[] of = probe.sample().column(parent);
        double[] values = probe.sample().column(column);
        double edge = from ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < open.length; i++) {
            if (open[i] && !Double.isNaN(values[i]) && !Double.isNaN(of[i])) {
                edge = from ? Math.min(edge, of[i]) : Math.max(edge, of[i]);
            }
        }
        int beyond = 0;
        for (int i = 0; i < open.length; i++) {
            beyond += open[i] && (from ? of[i] < edge : of[i] > edge) ? 1 : 0;
        }
        if (beyond < EXPECTED) { // most pairs
            return Optional.empty();
        }
        List<double[]> inside = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] && (from ? of[i] >= edge : of[i] <= edge)) {
                inside.add(new double[] {Math.abs(of[i] - edge), Double.isNaN(values[i]) ? 0 : 1});
            }
        }
        if (inside.size() < beyond) {
            return Optional.empty();
        }
        // as many rows on this side, the nearest first: a slow decline is no edge
        inside.sort((a, b) -> Double.compare(a[0], b[0]));
        double near = inside.subList(0, beyond).stream().mapToDouble(v -> v[1]).sum();
        Allowance.Range range =
                from
                        ? new Allowance.Range(edge, Double.POSITIVE_INFINITY)
                        : new Allowance.Range(Double.NEGATIVE_INFINITY, edge);
        return Optional.of(new Candidate(parent, range, near));
    }

    private Optional<KnownRule> prove(int column, Candidate c) {
        String name = probe.variable(column).name();
        Variable parent = probe.variable(c.parent);
        Table table = probe.table();
        boolean open = open(column, c);
        var rule = new OnlyIfRule(name, parent, c.when, open, false);
        double share = c.expected / Math.max(1, forbidden(rule, probe.sample()));
        double p = table.variables().size();
        Optional<KnownRule> known =
                probe.known(
                        rule,
                        (checked, breaking) -> Chance.atMost(breaking, checked, share),
                        3 * p * p);
        // only a category's cell is typed wrongly; others would be people who fit no rule
        if (known.isEmpty()
                || (!(c.when instanceof Allowance.Levels)
                        && known.get().evidence().breaking() > 0)) {
            return Optional.empty();
        }
        var always = new OnlyIfRule(name, parent, c.when, open, true);
        RuleEvidence both = Probe.evidence(always, table, known.get().evidence().accident());
        int applies = both.checked() - known.get().evidence().checked();
        int missing = both.breaking() - known.get().evidence().breaking();
        return missing == 0 && applies >= EXPECTED
                ? Optional.of(new KnownRule(always, both, KnownRule.Origin.FOUND))
                : known;
    }

    /** Whether somebody has a value whose parent is missing. */
    private boolean open(int column, Candidate c) {
        double[] values = probe.table().column(column);
        double[] of = probe.table().column(c.parent);
        boolean open = false;
        for (int i = 0; i < values.length && !(c.when instanceof Allowance.Presence); i++) {
            open |= Double.isNaN(of[i]) && !Double.isNaN(values[i]);
        }
        return open;
    }

    private static int forbidden(OnlyIfRule rule, Table of) {
        int out = 0;
        for (double v : of.column(rule.parent().name())) {
            out += rule.forbids(v) ? 1 : 0;
        }
        return out;
    }

    private void close(boolean[] open, Candidate c) {
        double[] of = probe.sample().column(c.parent);
        for (int i = 0; i < open.length; i++) {
            open[i] &= c.when.allows(of[i]);
        }
    }
}
