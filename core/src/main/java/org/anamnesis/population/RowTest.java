package org.anamnesis.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.table.Variable;

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

    /** Answers of all rows of a population; what parts answer is asked of the population. */
    @FunctionalInterface
    private interface Answers {
        void of(ReferencePopulation people, byte[] into);
    }

    private final Object key;
    private final List<String> columns;
    private final Rule rule;
    private final Answers answers;

    private RowTest(Object key, List<String> columns, Rule rule, Answers answers) {
        this.key = key;
        this.columns = List.copyOf(columns);
        this.rule = rule;
        this.answers = answers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowTest t && t.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Answers of all rows, as {@link ReferencePopulation#answers} has them. */
    byte[] answers(ReferencePopulation people) {
        byte[] out = new byte[people.rows()];
        answers.of(people, out);
        return out;
    }

    /** The value lies in a closed interval. */
    public static RowTest between(String column, double low, double high) {
        return new RowTest(
                List.of("between", column, low, high),
                List.of(column),
                v -> Double.isNaN(v[0]) ? Double.NaN : v[0] >= low && v[0] <= high ? 1 : 0,
                (people, into) -> {
                    double[] x = people.column(column);
                    for (int i = 0; i < into.length; i++) {
                        into[i] =
                                Double.isNaN(x[i])
                                        ? ReferencePopulation.UNKNOWN
                                        : x[i] >= low && x[i] <= high
                                                ? ReferencePopulation.YES
                                                : ReferencePopulation.NO;
                    }
                });
    }

    /** The category is one of some levels. */
    public static RowTest level(String column, Set<Integer> levels) {
        BitSet asked = new BitSet();
        levels.forEach(asked::set);
        return new RowTest(
                List.of("level", column, asked),
                List.of(column),
                v -> Double.isNaN(v[0]) ? Double.NaN : asked.get((int) v[0]) ? 1 : 0,
                (people, into) -> {
                    byte[] x = people.levels(column);
                    byte[] of = new byte[people.variable(column).levels().size() + 1];
                    of[0] = ReferencePopulation.UNKNOWN;
                    asked.stream()
                            .filter(l -> l + 1 < of.length)
                            .forEach(l -> of[l + 1] = ReferencePopulation.YES);
                    for (int i = 0; i < into.length; i++) {
                        into[i] = of[x[i] + 1];
                    }
                });
    }

    /** A yes/no column is yes. */
    public static RowTest yes(String column) {
        return level(column, Set.of(1));
    }

    public static RowTest not(RowTest inner) {
        return new RowTest(
                List.of("not", inner),
                inner.columns,
                v -> 1 - inner.rule.of(v),
                (people, into) -> {
                    byte[] one = people.answers(inner);
                    for (int i = 0; i < into.length; i++) {
                        into[i] =
                                one[i] == ReferencePopulation.UNKNOWN
                                        ? ReferencePopulation.UNKNOWN
                                        : (byte) (ReferencePopulation.YES - one[i]);
                    }
                });
    }

    /** All hold; no parts means everyone. */
    public static RowTest all(List<RowTest> parts) {
        return atLeast(parts.size(), parts);
    }

    /** At least one holds. */
    public static RowTest any(List<RowTest> parts) {
        return atLeast(1, parts);
    }

    /** So many hold: unknown where those without an answer would decide. */
    public static RowTest atLeast(int count, List<RowTest> all) {
        List<RowTest> parts = List.copyOf(all);
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(p -> names.addAll(p.columns));
        List<String> columns = new ArrayList<>(names);
        int[][] where =
                parts.stream()
                        .map(p -> p.columns.stream().mapToInt(columns::indexOf).toArray())
                        .toArray(int[][]::new);
        return new RowTest(
                List.of("at least", count, parts),
                columns,
                v -> {
                    int yes = 0;
                    int unknown = 0;
                    for (int k = 0; k < where.length; k++) {
                        double[] own = new double[where[k].length];
                        for (int j = 0; j < own.length; j++) {
                            own[j] = v[where[k][j]];
                        }
                        double one = parts.get(k).rule.of(own);
                        yes += one == 1 ? 1 : 0;
                        unknown += Double.isNaN(one) ? 1 : 0;
                    }
                    return yes >= count ? 1 : yes + unknown >= count ? Double.NaN : 0;
                },
                (people, into) -> together(parts, count, people, into));
    }

    private static void together(
            List<RowTest> parts, int count, ReferencePopulation people, byte[] into) {
        if (count == parts.size()) {
            everyOne(parts, people, into);
            return;
        }
        short[] yes = new short[into.length];
        short[] maybe = new short[into.length];
        for (RowTest part : parts) {
            add(people.answers(part), yes, maybe);
        }
        for (int i = 0; i < into.length; i++) {
            into[i] =
                    yes[i] >= count
                            ? ReferencePopulation.YES
                            : maybe[i] >= count
                                    ? ReferencePopulation.UNKNOWN
                                    : ReferencePopulation.NO;
        }
    }

    /**
     * Of the bits of an answer the lowest is set unless it is no, and the next if it is unknown; so
     * that whole arrays can be put together at once.
     */
    private static void everyOne(List<RowTest> parts, ReferencePopulation people, byte[] into) {
        byte[] unknown = new byte[into.length];
        Arrays.fill(into, ReferencePopulation.YES);
        for (RowTest part : parts) {
            byte[] one = people.answers(part);
            for (int i = 0; i < into.length; i++) {
                into[i] &= one[i];
                unknown[i] |= one[i];
            }
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = (byte) ((into[i] & 1) * (1 - (unknown[i] & 2)));
        }
    }

    /** Counts answers, of which 1 is yes and −1 unknown, without a branch. */
    private static void add(byte[] answers, short[] yes, short[] maybe) {
        for (int i = 0; i < answers.length; i++) {
            yes[i] = (short) (yes[i] + ((answers[i] + 1) >> 1));
            maybe[i] = (short) (maybe[i] + (answers[i] & 1));
        }
    }

    /**
     * What the test asks of single columns, all of which must hold; what it asks of several
     * together, or one of some, is left out.
     */
    public List<Limit> limits() {
        List<Limit> limits = new ArrayList<>();
        List<?> parts = (List<?>) key;
        switch ((String) parts.get(0)) {
            case "between" ->
                    limits.add(
                            new Limit(
                                    columns.get(0),
                                    (double) parts.get(2),
                                    (double) parts.get(3),
                                    Set.of()));
            case "level" -> {
                Set<Integer> levels = new LinkedHashSet<>();
                ((BitSet) parts.get(2)).stream().forEach(levels::add);
                limits.add(new Limit(columns.get(0), 0, 0, levels));
            }
            case "at least" -> {
                List<?> inner = (List<?>) parts.get(2);
                if (inner.size() == (int) parts.get(1)) {
                    inner.forEach(t -> limits.addAll(((RowTest) t).limits()));
                }
            }
            default -> {}
        }
        return limits;
    }

    /**
     * What is asked of one column.
     *
     * @param levels those that are asked of a category; empty for a number, which lies from {@code
     *     low} to {@code high}
     */
    public record Limit(String column, double low, double high, Set<Integer> levels) {
        public Limit {
            levels = Set.copyOf(levels);
        }

        /**
         * The same of the drawn column behind a derived one, where that is a single category.
         *
         * @param variable the column of a name
         */
        public Limit ofDrawn(Function<String, Variable> variable) {
            Optional<Derived> derived = Derived.of(column);
            if (derived.isEmpty() || levels.isEmpty() || derived.get().parents().size() != 1) {
                return this;
            }
            String parent = derived.get().parents().get(0);
            if (Derived.of(parent).isPresent()) {
                return this;
            }
            int count = variable.apply(parent).levels().size();
            if (count == 0) {
                return this;
            }
            Set<Integer> behind = new LinkedHashSet<>();
            for (int level = 0; level < count; level++) {
                double value = derived.get().formula().of(new double[] {level});
                if (levels.contains((int) value)) {
                    behind.add(level);
                }
            }
            return new Limit(parent, 0, 0, behind);
        }
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
