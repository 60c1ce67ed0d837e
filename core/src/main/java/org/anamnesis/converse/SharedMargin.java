package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/**
 * How columns are distributed in all of some groups alike: where every group has people, and there
 * as in all groups together, the rarer a group the more, as when controls are matched to cases.
 *
 * @param where what rows of every group meet
 * @param whole targets for mean, spread and fifths of numbers and shares of answers
 * @param means targets for means of numbers and shares of answers alone
 * @param told a sentence each
 */
record SharedMargin(List<String> where, List<String> whole, List<String> means, List<String> told) {
    private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8};

    /**
     * @param names of the groups
     * @param looks rows of each group by itself
     * @param asked targets of every group, whose means and shares stay what they are
     * @throws RequestException if the groups share no value of a column
     */
    static SharedMargin of(
            List<String> names, List<Sample> looks, List<TableColumn> same, List<String> asked) {
        var margin =
                new SharedMargin(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Problem> problems = new ArrayList<>();
        // rows that meet all that is the same so far, group below group
        boolean[][] common =
                looks.stream().map(s -> filled(s.table().rows())).toArray(boolean[][]::new);
        for (TableColumn column : same) {
            margin.common(column, names, looks, common, problems);
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        for (TableColumn column : same) {
            margin.targets(column, names, looks, common);
        }
        for (String target : asked) {
            String what = target.substring(0, target.lastIndexOf('=') + 1);
            margin.whole.removeIf(t -> t.startsWith(what));
            margin.means.removeIf(t -> t.startsWith(what));
        }
        return margin;
    }

    private static boolean[] filled(int rows) {
        boolean[] all = new boolean[rows];
        Arrays.fill(all, true);
        return all;
    }

    private static Variable variable(Sample sample, TableColumn column) {
        return sample.table().variable(column.name());
    }

    /** Values that occur in every group. */
    private void common(
            TableColumn column,
            List<String> names,
            List<Sample> looks,
            boolean[][] common,
            List<Problem> problems) {
        String q = TableAsked.quoted(column);
        List<double[]> values = looks.stream().map(s -> s.table().column(column.name())).toList();
        Variable variable = variable(looks.get(0), column);
        DoublePredicate everywhere;
        String condition;
        if (variable.isCategory()) {
            Set<Integer> levels =
                    IntStream.range(0, variable.levels().size())
                            .filter(
                                    level ->
                                            values.stream()
                                                    .allMatch(
                                                            v ->
                                                                    Arrays.stream(v)
                                                                            .anyMatch(
                                                                                    x ->
                                                                                            x
                                                                                                    == level)))
                            .boxed()
                            .collect(Collectors.toCollection(TreeSet::new));
            everywhere = x -> levels.contains((int) x);
            condition =
                    "%s in (%s)"
                            .formatted(
                                    q,
                                    levels.stream()
                                            .map(l -> text(variable.levels().get(l)))
                                            .collect(Collectors.joining(", ")));
        } else {
            double low = Double.NEGATIVE_INFINITY;
            double high = Double.POSITIVE_INFINITY;
            for (double[] v : values) {
                low = Math.max(low, known(v).min().orElse(Double.NaN));
                high = Math.min(high, known(v).max().orElse(Double.NaN));
            }
            double from = low;
            double to = high;
            everywhere = x -> x >= from && x <= to;
            condition =
                    "%s >= %s and %s <= %s"
                            .formatted(q, TableAsked.number(from), q, TableAsked.number(to));
        }
        boolean apart = false;
        for (int g = 0; g < common.length; g++) {
            double[] v = values.get(g);
            for (int i = 0; i < v.length; i++) {
                common[g][i] &= !Double.isNaN(v[i]) && everywhere.test(v[i]);
            }
            apart |= IntStream.range(0, v.length).noneMatch(rows(common[g]));
        }
        if (apart) {
            problems.add(
                    new Problem(
                            "sample.groups.apart",
                            "same " + column.name() + ": " + String.join(", ", names),
                            "No value of this occurs in all of the groups.",
                            "leave out \"same %s\", or ask for groups that overlap"
                                    .formatted(column.name())));
        } else {
            where.add(condition);
        }
    }

    private static java.util.function.IntPredicate rows(boolean[] of) {
        return i -> of[i];
    }

    private static java.util.stream.DoubleStream known(double[] v) {
        return Arrays.stream(v).filter(x -> !Double.isNaN(x));
    }

    private void targets(
            TableColumn column, List<String> names, List<Sample> looks, boolean[][] common) {
        int all = looks.stream().mapToInt(s -> s.table().rows()).sum();
        double[] x = new double[all];
        double[] w = new double[all];
        List<String> each = new ArrayList<>();
        int at = 0;
        for (int g = 0; g < common.length; g++) {
            double[] v = looks.get(g).table().column(column.name());
            int own = (int) IntStream.range(0, v.length).filter(rows(common[g])).count();
            double rare = 1 / Math.max(1e-6, looks.get(g).yield().meanWeight());
            for (int i = 0; i < v.length; i++) {
                x[at] = v[i];
                w[at++] = common[g][i] ? rare / own : 0;
            }
            each.add(names.get(g) + " " + Amounts.number(known(v).average().orElse(Double.NaN)));
        }
        String q = TableAsked.quoted(column);
        Variable variable = variable(looks.get(0), column);
        double weight = Arrays.stream(w).sum();
        if (variable.isCategory()) {
            for (int level = 0; level + 1 < variable.levels().size(); level++) {
                double share = 0;
                for (int i = 0; i < x.length; i++) {
                    share += x[i] == level ? w[i] / weight : 0;
                }
                if (share > 0 && share < 1) {
                    String target =
                            "share(%s = %s)=%s"
                                    .formatted(
                                            q,
                                            text(variable.levels().get(level)),
                                            TableAsked.number(share));
                    whole.add(target);
                    means.add(target);
                }
            }
            return;
        }
        double mean = Weighted.mean(x, w);
        double sd = Weighted.sd(x, w);
        means.add(TableAsked.mean(q, mean));
        whole.add(TableAsked.mean(q, mean));
        String from = "(%s - %s)".formatted(q, TableAsked.number(mean));
        whole.add("mean(%s * %s)=%s".formatted(from, from, TableAsked.number(sd * sd)));
        Set<Double> cuts = new TreeSet<>();
        for (double p : FIFTHS) {
            cuts.add(Weighted.quantile(x, w, p));
        }
        for (double cut : cuts) {
            double share = 0;
            for (int i = 0; i < x.length; i++) {
                share += x[i] <= cut ? w[i] / weight : 0;
            }
            if (share > 0 && share < 1 - 1e-9) {
                whole.add(
                        "share(%s <= %s)=%s"
                                .formatted(q, TableAsked.number(cut), TableAsked.number(share)));
            }
        }
        told.add(
                "Same %s in all groups: mean %s; by themselves they have %s."
                        .formatted(column.name(), Amounts.number(mean), String.join(", ", each)));
    }

    private static String text(String level) {
        return "'" + level.replace("'", "''") + "'";
    }
}
