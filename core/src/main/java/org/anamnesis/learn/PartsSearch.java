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

    private final Probe probe;
    private final RuleGraph graph;
    private final FormulaProof proof;
    private final List<Integer> columns;

    PartsSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        this.proof = new FormulaProof(probe);
        this.columns = probe.varied(probe.numbers(), 2);
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int total : columns) {
            if (graph.derived(probe.variable(total).name()) || probe.distinct(total, 5) < 5) {
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
            List<Integer> parts = new ArrayList<>();
            for (int to = from; to < columns.size() && parts.size() < MOST; to++) {
                if (columns.get(to) == total) {
                    break;
                }
                parts.add(columns.get(to));
                if (parts.size() >= 3 && fits(total, parts)) {
                    Optional<KnownRule> known = prove(total, parts);
                    if (known.isPresent()) {
                        return known;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the first complete rows fit but for one. */
    private boolean fits(int total, List<Integer> parts) {
        Table sample = probe.sample();
        double slack = 1e-9 + slack(total);
        for (int k : parts) {
            slack += slack(k);
        }
        int fit = 0;
        int not = 0;
        for (int i = 0; i < sample.rows() && fit < 20; i++) {
            double off = sample.column(total)[i];
            for (int k = 0; k < parts.size() && !Double.isNaN(off); k++) {
                off -= sample.column(parts.get(k))[i];
            }
            if (Math.abs(off) <= slack) {
                fit++;
            } else if (Math.abs(off) > slack && ++not > 1) {
                return false;
            }
        }
        return fit >= 15;
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
        return chosen.size() >= 3 && fits(total, chosen) ? prove(total, chosen) : Optional.empty();
    }

    /** Whether a column is never negative and never above the total, but for typing errors. */
    private boolean within(int k, int total) {
        Table sample = probe.sample();
        int[] rows = Probe.complete(sample, k, total);
        long broken =
                Arrays.stream(rows)
                        .filter(
                                i ->
                                        !(sample.column(k)[i] >= 0
                                                && sample.column(k)[i] <= sample.column(total)[i]))
                        .count();
        return rows.length >= 30 && broken <= Probe.errors(rows.length);
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
