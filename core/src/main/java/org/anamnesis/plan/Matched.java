package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.Weighted;
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
        double[] values = people.column(column);
        targets.madeOf(column);
        double[] x = new double[row.length];
        for (int e = 0; e < x.length; e++) {
            x[e] = values[row[e]];
        }
        if (people.variable(column).isCategory()) {
            int levels = people.variable(column).levels().size();
            for (int level = 0; level + 1 < levels; level++) {
                double[] is = new double[x.length];
                boolean any = false;
                for (int e = 0; e < x.length; e++) {
                    is[e] = x[e] == level ? 1 : 0;
                    any |= x[e] == level;
                }
                if (any) {
                    equal("same " + Words.name(column), is, 100, targets);
                }
            }
            return;
        }
        double mean = Weighted.mean(x, base);
        double sd = Math.max(Weighted.sd(x, base), 1e-9);
        double[] z = each(x, v -> (v - mean) / sd);
        equal("same " + Words.name(column), z, sd, targets);
        if (whole) {
            equal("", each(z, v -> v * v), 1, targets);
            Set<Double> cuts = new TreeSet<>();
            for (double p : FIFTHS) {
                cuts.add(Weighted.quantile(x, base, p));
            }
            for (double cut : cuts) {
                equal("", each(x, v -> v <= cut ? 1 : 0), 1, targets);
            }
        }
    }

    private static double[] each(double[] x, DoubleUnaryOperator of) {
        double[] out = new double[x.length];
        for (int e = 0; e < out.length; e++) {
            out[e] = of.applyAsDouble(x[e]);
        }
        return out;
    }

    /** Every group has the mean of the first. */
    private void equal(String words, double[] moment, double unit, Shares targets) {
        for (int g = 1; g < total.length; g++) {
            double[] x = new double[moment.length];
            for (int e = 0; e < x.length; e++) {
                x[e] =
                        group[e] == g
                                ? moment[e] / total[g]
                                : group[e] == 0 ? -moment[e] / total[0] : 0;
            }
            targets.moment(g == 1 ? words : "", x, 0, apart -> unit * apart);
        }
    }
}
