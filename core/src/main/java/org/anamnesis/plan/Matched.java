package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import org.anamnesis.population.Places;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.WeightedPlaces;
import org.anamnesis.problem.Problem;

/**
 * Moments that make a variable's distribution the same in all groups: mean, spread and fifths of a
 * number, shares of a category's levels.
 */
final class Matched {
    private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8};

    private final ReferencePopulation people;
    private final int[] row;
    private final int[] group;
    private final double[] base;
    private final double[] total;

    /**
     * @param row of the population, by entry
     * @param group by entry
     * @param base weights by entry
     * @param total sum of the weights of each group
     */
    Matched(ReferencePopulation people, int[] row, int[] group, double[] base, double[] total) {
        this.people = people;
        this.row = row;
        this.group = group;
        this.base = base;
        this.total = total;
    }

    /**
     * Rows whose value occurs in every group: what one group lacks, no weight can give it.
     *
     * @param rows by group
     */
    static List<int[]> onCommonGround(
            List<int[]> rows,
            List<String> same,
            List<AskedGroup> groups,
            ReferencePopulation people,
            Remarks remarks) {
        List<int[]> kept = rows;
        for (String v : same) {
            if (!people.has(v)) {
                remarks.problems()
                        .add(
                                new Problem(
                                        "plan.groups.nodata",
                                        "same " + Words.name(v),
                                        "the reference population does not tell this",
                                        "match on something else, for example age"));
                return rows;
            }
            double[] values = people.column(v);
            boolean category = people.variable(v).isCategory();
            DoublePredicate everywhere =
                    category
                            ? inAllLevels(people.variable(v).levels().size(), values, kept)
                            : inAllRanges(values, kept);
            kept = kept.stream().map(own -> those(own, values, everywhere)).toList();
            if (kept.stream().anyMatch(own -> own.length == 0)) {
                remarks.problems().add(apart(v, rows, groups, values, category));
                return rows;
            }
        }
        return kept;
    }

    private static int[] those(int[] rows, double[] values, DoublePredicate everywhere) {
        int[] kept = new int[rows.length];
        int n = 0;
        for (int r : rows) {
            if (everywhere.test(values[r])) {
                kept[n++] = r;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static DoublePredicate inAllLevels(int levels, double[] values, List<int[]> groups) {
        int[] groupsWith = new int[levels];
        for (int[] own : groups) {
            boolean[] has = new boolean[levels];
            for (int r : own) {
                if (!Double.isNaN(values[r])) {
                    has[(int) values[r]] = true;
                }
            }
            for (int level = 0; level < levels; level++) {
                groupsWith[level] += has[level] ? 1 : 0;
            }
        }
        return v -> !Double.isNaN(v) && groupsWith[(int) v] == groups.size();
    }

    private static DoublePredicate inAllRanges(double[] values, List<int[]> groups) {
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (int[] own : groups) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int r : own) {
                if (!Double.isNaN(values[r])) {
                    low = Math.min(low, values[r]);
                    high = Math.max(high, values[r]);
                }
            }
            from = Math.max(from, low);
            to = Math.min(to, high);
        }
        double least = from;
        double most = to;
        return v -> v >= least && v <= most;
    }

    /** Two groups that share no value: which ones, and what each of them has. */
    private static Problem apart(
            String v,
            List<int[]> rows,
            List<AskedGroup> groups,
            double[] values,
            boolean category) {
        List<String> each = new ArrayList<>();
        for (int g = 0; g < rows.size(); g++) {
            double[] of = Arrays.stream(rows.get(g)).mapToDouble(r -> values[r]).toArray();
            each.add(
                    category
                            ? groups.get(g).asked().name()
                            : "%s %s to %s"
                                    .formatted(
                                            groups.get(g).asked().name(),
                                            Shares.number(Arrays.stream(of).min().orElse(0)),
                                            Shares.number(Arrays.stream(of).max().orElse(0))));
        }
        return new Problem(
                "plan.groups.apart",
                "same " + Words.name(v) + ": " + String.join(", ", each),
                "no value of this occurs in all of the groups",
                "leave out \"same "
                        + Words.name(v).replace('_', ' ')
                        + "\", or ask for groups that overlap");
    }

    /**
     * Adds that a variable is alike in all groups.
     *
     * @param whole the whole distribution, not the mean alone
     */
    void alike(String column, boolean whole, Shares targets) {
        targets.madeOf(column);
        Places places = people.places(column);
        if (people.variable(column).isCategory()) {
            int levels = people.variable(column).levels().size();
            int[] place = places.of();
            for (int level = 0; level + 1 < levels; level++) {
                int at = Arrays.binarySearch(places.values(), level);
                boolean any = at >= 0 && Arrays.stream(row).anyMatch(r -> place[r] == at);
                if (any) {
                    equal(
                            "same " + Words.name(column),
                            e -> place[row[e]] == at ? 1 : 0,
                            100,
                            targets);
                }
            }
            return;
        }
        double[] x = people.column(column);
        WeightedPlaces weighted = WeightedPlaces.of(places, row, base);
        double mean = weighted.mean();
        double sd = Math.max(weighted.sd(), 1e-9);
        IntToDoubleFunction z = e -> (x[row[e]] - mean) / sd;
        equal("same " + Words.name(column), z, sd, targets);
        if (whole) {
            equal("", e -> z.applyAsDouble(e) * z.applyAsDouble(e), 1, targets);
            Set<Double> cuts = new TreeSet<>();
            for (double p : FIFTHS) {
                cuts.add(weighted.quantile(p));
            }
            for (double cut : cuts) {
                equal("", e -> x[row[e]] <= cut ? 1 : 0, 1, targets);
            }
        }
    }

    /** Every group has the mean of the first. */
    private void equal(String words, IntToDoubleFunction moment, double unit, Shares targets) {
        for (int g = 1; g < total.length; g++) {
            int other = g;
            IntToDoubleFunction apart =
                    e ->
                            group[e] == other
                                    ? moment.applyAsDouble(e) / total[other]
                                    : group[e] == 0 ? -moment.applyAsDouble(e) / total[0] : 0;
            targets.moment(g == 1 ? words : "", apart, 0, v -> unit * v);
        }
    }
}
