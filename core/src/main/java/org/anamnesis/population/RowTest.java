package org.anamnesis.population;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A yes/no question about one row of a population, on drawn or derived columns. Two tests that ask
 * the same are equal, so that answers found once can be kept.
 */
public final class RowTest {
    /**
     * Values of {@link #columns()} in order → 1 yes, 0 no, NaN if an answer that matters is
     * missing.
     */
    @FunctionalInterface
    public interface Rule {
        double of(double[] values);
    }

    private final Object key;
    private final List<String> columns;
    private final Rule rule;
    private final List<RowTest> parts;
    private final boolean all;

    private RowTest(Object key, List<String> columns, Rule rule, List<RowTest> parts, boolean all) {
        this.key = key;
        this.columns = List.copyOf(columns);
        this.rule = rule;
        this.parts = List.copyOf(parts);
        this.all = all;
    }

    private static RowTest of(Object key, List<String> columns, Rule rule) {
        return new RowTest(key, columns, rule, List.of(), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowTest t && t.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** What it is put together from; empty for a test of its own. */
    List<RowTest> parts() {
        return parts;
    }

    /** Whether all of the parts must hold, not just one. */
    boolean needsAll() {
        return all;
    }

    /** The value lies in a closed interval. */
    public static RowTest between(String column, double low, double high) {
        return of(
                List.of("between", column, low, high),
                List.of(column),
                v -> Double.isNaN(v[0]) ? Double.NaN : v[0] >= low && v[0] <= high ? 1 : 0);
    }

    /** The category is one of some levels. */
    public static RowTest level(String column, Set<Integer> levels) {
        BitSet asked = new BitSet();
        levels.forEach(asked::set);
        return of(
                List.of("level", column, asked),
                List.of(column),
                v -> Double.isNaN(v[0]) ? Double.NaN : asked.get((int) v[0]) ? 1 : 0);
    }

    /** A yes/no column is yes. */
    public static RowTest yes(String column) {
        return level(column, Set.of(1));
    }

    public static RowTest not(RowTest inner) {
        return of(List.of("not", inner), inner.columns, v -> 1 - inner.rule.of(v));
    }

    /** All hold; no parts means everyone. */
    public static RowTest all(List<RowTest> parts) {
        return combined(parts, true);
    }

    /** At least one holds. */
    public static RowTest any(List<RowTest> parts) {
        return combined(parts, false);
    }

    private static RowTest combined(List<RowTest> parts, boolean all) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(p -> names.addAll(p.columns));
        List<String> columns = new ArrayList<>(names);
        int[][] where =
                parts.stream()
                        .map(p -> p.columns.stream().mapToInt(columns::indexOf).toArray())
                        .toArray(int[][]::new);
        double decides = all ? 0 : 1;
        return new RowTest(
                List.of(all ? "all" : "any", List.copyOf(parts)),
                columns,
                v -> {
                    double answer = 1 - decides;
                    for (int k = 0; k < where.length; k++) {
                        double[] own = new double[where[k].length];
                        for (int j = 0; j < own.length; j++) {
                            own[j] = v[where[k][j]];
                        }
                        double one = parts.get(k).rule.of(own);
                        if (one == decides) {
                            return decides;
                        }
                        if (Double.isNaN(one)) {
                            answer = Double.NaN;
                        }
                    }
                    return answer;
                },
                parts,
                all);
    }

    /** Columns that the test looks at, drawn or derived. */
    public List<String> columns() {
        return columns;
    }

    /** 1 yes, 0 no, NaN unknown. */
    public double of(double[] values) {
        return rule.of(values);
    }
}
