package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Finds categories of which only some combinations exist.
 *
 * <p>Accident: the columns are independent. But categories that merely go along with each other
 * also leave combinations empty. Therefore a rule is either sparse (no more than half of the
 * combinations exist, each of them in several rows and none in one or two, so that there is nothing
 * between often and never), or what never happens would be so frequent that even one in two hundred
 * of it would have been seen. Pairs of p categories: p²/2 tables, counted on the sample, verified
 * on all rows.
 */
final class CombinationSearch {
    /** Rows behind each combination of a sparse rule, as in the smallest leaf. */
    private static final int ROWS_EACH = 5;

    /** Rows that a combination must have had if it happened at one in 200 of its chance: e^-3. */
    private static final double CERTAIN = 600;

    /** More levels than this are not a fixed set. */
    private static final int MOST_LEVELS = 1_000;

    /** More cells than this are not listed one by one, unless few of them are filled. */
    private static final int MOST_CELLS = 2_500;

    private final Probe probe;
    private final List<Integer> columns;

    CombinationSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.columns =
                probe.varied(probe.categories(), 2).stream()
                        .filter(k -> probe.variable(k).levels().size() <= MOST_LEVELS)
                        .filter(k -> !graph.derived(probe.variable(k).name()))
                        .toList();
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                pair(columns.get(a), columns.get(b)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<KnownRule> pair(int a, int b) {
        if (new Counts(probe.sample(), a, b).empty(1) == 0) {
            return Optional.empty();
        }
        Counts counts = new Counts(probe.table(), a, b);
        boolean sparse = counts.sparse();
        long possible = (long) counts.first.length * counts.second.length;
        if (!sparse && possible > MOST_CELLS) {
            return Optional.empty();
        }
        Set<List<Integer>> seen = sparse ? counts.seen() : counts.notForbidden();
        if (seen.size() == possible || seen.isEmpty()) {
            return Optional.empty();
        }
        List<Variable> pair = List.of(probe.variable(a), probe.variable(b));
        double outside = counts.expectedOutside(seen);
        double p = columns.size();
        return probe.known(
                new CombinationRule(pair, seen),
                (checked, breaking) ->
                        breaking > 0 ? 0 : Chance.atMost(0, checked, outside / checked),
                p * p);
    }

    /** Rows by level of two categories. */
    private static final class Counts {
        private final int[][] cells;
        private final long[] first;
        private final long[] second;
        private long rows;

        Counts(Table of, int a, int b) {
            int height = of.variables().get(a).levels().size();
            int width = of.variables().get(b).levels().size();
            cells = new int[height][width];
            first = new long[height];
            second = new long[width];
            double[] x = of.column(a);
            double[] y = of.column(b);
            for (int i = 0; i < x.length; i++) {
                if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                    cells[(int) x[i]][(int) y[i]]++;
                    first[(int) x[i]]++;
                    second[(int) y[i]]++;
                    rows++;
                }
            }
        }

        /** Rows expected in a cell if the two were independent. */
        private double expected(int a, int b) {
            return rows == 0 ? 0 : (double) first[a] * second[b] / rows;
        }

        /** Empty cells with more than so many rows expected. */
        int empty(double least) {
            int out = 0;
            for (int a = 0; a < first.length; a++) {
                for (int b = 0; b < second.length; b++) {
                    out += cells[a][b] == 0 && expected(a, b) > least ? 1 : 0;
                }
            }
            return out;
        }

        boolean sparse() {
            long used = Arrays.stream(first).filter(n -> n > 0).count();
            long usedToo = Arrays.stream(second).filter(n -> n > 0).count();
            int filled = 0;
            boolean often = true;
            for (int[] row : cells) {
                for (int n : row) {
                    filled += n > 0 ? 1 : 0;
                    often &= n == 0 || n >= ROWS_EACH;
                }
            }
            // 2 × 2 and 2 × 3 tables have too few cells to be called sparse
            return often && used >= 3 && usedToo >= 3 && 2L * filled <= used * usedToo;
        }

        Set<List<Integer>> seen() {
            return cells((a, b) -> cells[a][b] > 0);
        }

        Set<List<Integer>> notForbidden() {
            return cells((a, b) -> cells[a][b] > 0 || expected(a, b) < CERTAIN);
        }

        double expectedOutside(Set<List<Integer>> seen) {
            return cells((a, b) -> !seen.contains(List.of(a, b))).stream()
                    .mapToDouble(c -> expected(c.get(0), c.get(1)))
                    .sum();
        }

        private Set<List<Integer>> cells(Cell chosen) {
            Set<List<Integer>> out = new HashSet<>();
            for (int a = 0; a < first.length; a++) {
                for (int b = 0; b < second.length; b++) {
                    if (chosen.is(a, b)) {
                        out.add(List.of(a, b));
                    }
                }
            }
            return out;
        }

        private interface Cell {
            boolean is(int a, int b);
        }
    }
}
