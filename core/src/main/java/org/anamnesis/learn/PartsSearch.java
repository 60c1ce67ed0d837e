package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.table.Table;

/**
 * Finds totals of three or more parts, like the score of a questionnaire and its items.
 *
 * <p>Parts that stand side by side are found for any sign: for each total, runs of columns are
 * added up until they fit, p² runs for each of p totals, most left after two rows. Parts that stand
 * apart are found if none is negative: then each part is at most the total in every row, and among
 * such columns least squares gives the parts the factor 1 and the others 0.
 */
final class PartsSearch {
    /** More candidates than this need more complete rows than small tables have. */
    private static final int MOST = 60;

    /** Rows looked at, and rows of them that must fit before a total is proved. */
    private static final int LOOKED_AT = 400;

    private static final int FIT = 15;

    private final Probe probe;
    private final RuleGraph graph;
    private final FormulaProof proof;
    private final List<Integer> columns;

    /** Sums over the columns before each, row by row: a run is the difference of two. */
    private final double[][] sums;

    private final int[][] missing;
    private final double[] slacks;

    PartsSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        this.proof = new FormulaProof(probe);
        this.columns = probe.varied(probe.numbers(), 2);
        int rows = Math.min(LOOKED_AT, probe.sample().rows());
        this.sums = new double[columns.size() + 1][rows];
        this.missing = new int[columns.size() + 1][rows];
        this.slacks = new double[columns.size() + 1];
        for (int c = 0; c < columns.size(); c++) {
            double[] column = probe.sample().column(columns.get(c));
            slacks[c + 1] = slacks[c] + slack(columns.get(c));
            for (int i = 0; i < rows; i++) {
                boolean none = Double.isNaN(column[i]);
                sums[c + 1][i] = sums[c][i] + (none ? 0 : column[i]);
                missing[c + 1][i] = missing[c][i] + (none ? 1 : 0);
            }
        }
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int total : columns) {
            if (graph.derived(probe.variable(total).name()) || probe.distinct(total) < 5) {
                continue; // a total of three parts has at least four values; one more to be sure
            }
            Optional<KnownRule> known = run(total);
            if (known.isEmpty()) {
                known = apart(total);
            }
            known.ifPresent(found::add);
        }
        return found;
    }

    private Optional<KnownRule> run(int total) {
        for (int from = 0; from < columns.size(); from++) {
            int end = columns.indexOf(total) >= from ? columns.indexOf(total) : columns.size();
            for (int to = from + 3; to <= Math.min(end, from + MOST); to++) {
                int fit = fit(total, from, to);
                if (fit < 0) {
                    break; // too few complete rows, and fewer with more parts
                }
                if (fit > 0) {
                    Optional<KnownRule> known = prove(total, columns.subList(from, to));
                    if (known.isPresent()) {
                        return known;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the sum of a run of columns is the total in the first complete rows but for one.
     *
     * @return 1 if so, 0 if not, −1 if there are too few rows
     */
    private int fit(int total, int from, int to) {
        double[] of = probe.sample().column(total);
        double slack = 1e-9 + slack(total) + slacks[to] - slacks[from];
        int fit = 0;
        int not = 0;
        for (int i = 0; i < sums[0].length && fit < FIT; i++) {
            if (!Double.isNaN(of[i]) && missing[to][i] == missing[from][i]) {
                boolean fits = Math.abs(of[i] - (sums[to][i] - sums[from][i])) <= slack;
                fit += fits ? 1 : 0;
                if (!fits && ++not > 1) {
                    return 0;
                }
            }
        }
        return fit >= FIT ? 1 : -1;
    }

    private double slack(int k) {
        int decimals = probe.variable(k).decimals();
        return decimals <= 0 ? 0 : Values.halfUnit(decimals);
    }

    private Optional<KnownRule> apart(int total) {
        Table sample = probe.sample();
        List<Integer> parts = columns.stream().filter(k -> k != total && within(k, total)).toList();
        if (parts.size() < 3 || parts.size() > MOST) {
            return Optional.empty();
        }
        int[] all = new int[parts.size() + 1];
        Arrays.setAll(all, j -> j == 0 ? total : parts.get(j - 1));
        int[] rows = Probe.complete(sample, all);
        if (rows.length < 2 * all.length) {
            return Optional.empty();
        }
        double[] factors = LeastSquares.factors(sample, rows, all);
        List<Integer> chosen = new ArrayList<>();
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] > 0.5) {
                chosen.add(parts.get(j));
            }
        }
        return chosen.size() >= 3 ? prove(total, chosen) : Optional.empty();
    }

    /** Whether a column is never negative and never above the total, but for typing errors. */
    private boolean within(int k, int total) {
        double[] part = probe.sample().column(k);
        double[] whole = probe.sample().column(total);
        int allowed = Probe.errors(part.length);
        int rows = 0;
        int broken = 0;
        for (int i = 0; i < part.length && broken <= allowed; i++) {
            if (!Double.isNaN(part[i] + whole[i])) {
                rows++;
                broken += part[i] >= 0 && part[i] <= whole[i] ? 0 : 1;
            }
        }
        return rows >= 30 && broken <= allowed;
    }

    private Optional<KnownRule> prove(int total, List<Integer> parts) {
        RuleExpression sum = RuleExpression.column(probe.variable(parts.get(0)).name());
        for (int k : parts.subList(1, parts.size())) {
            sum = sum.plus(RuleExpression.column(probe.variable(k).name()));
        }
        String name = probe.variable(total).name();
        if (!graph.takes(name, sum.columns())) {
            return Optional.empty();
        }
        double p = columns.size();
        Optional<KnownRule> known = proof.known(total, sum, p * p * p);
        if (known.isPresent()) {
            graph.add(name, sum.columns());
        }
        return known;
    }
}
