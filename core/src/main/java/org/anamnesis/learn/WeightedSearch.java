package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;

/**
 * Finds numbers that are a weighted sum of two to four others, with or without a constant: mean
 * arterial pressure (2 diastolic + systolic)/3, Friedewald's LDL (total − HDL − triglycerides/5),
 * calcium for albumin, osmolality.
 *
 * <p>For each column that input is taken next which leaves least over (forward selection), until
 * what is left over is rounding; then the simplest factors near those of least squares are proved
 * ({@link FormulaProof}). About 4·p² fits for p numbers.
 */
final class WeightedSearch {
    /** More inputs fit small tables by accident. */
    private static final int INPUTS = 4;

    /** Different values of a target: fewer are explained by rounding. */
    private static final int LEAST_VALUES = 15;

    /** With more columns the search would take longer than all others together. */
    private static final int MOST_COLUMNS = 120;

    private static final int LEAST_ROWS = 30;
    private static final int LOOKED_AT = 400;

    /** Two inputs of a weighted sum leave less of its variance over than this. */
    private static final double LEFT_OVER = 0.5;

    /** How far factors are from those of least squares, in standard errors: simpler ones first. */
    private static final double[] ERRORS = {6, 3, 1.5, 0.7, 0.3};

    private final Probe probe;
    private final RuleGraph graph;
    private final FormulaProof proof;
    private final List<Integer> columns;

    WeightedSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        this.proof = new FormulaProof(probe);
        this.columns = probe.varied(probe.numbers(), 3);
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        if (columns.size() > MOST_COLUMNS) {
            return found;
        }
        // what is computed is missing with any of its inputs, and stands behind them
        List<Integer> targets =
                columns.stream()
                        .filter(k -> probe.distinct(k) >= LEAST_VALUES)
                        .sorted(
                                Comparator.<Integer>comparingLong(k -> -missing(k))
                                        .thenComparingInt(k -> -k))
                        .toList();
        for (int target : targets) {
            if (!graph.derived(name(target))) {
                follows(target).ifPresent(found::add);
            }
        }
        return found;
    }

    private long missing(int k) {
        return Arrays.stream(probe.table().column(k)).filter(Double::isNaN).count();
    }

    private String name(int k) {
        return probe.variable(k).name();
    }

    private Optional<KnownRule> follows(int target) {
        List<Integer> inputs = new ArrayList<>();
        while (inputs.size() < INPUTS) {
            WeightedFit best = null;
            int next = -1;
            for (int k : columns) {
                boolean candidate = k != target && !inputs.contains(k);
                if (candidate && graph.takes(name(target), List.of(name(k)))) {
                    List<Integer> more = new ArrayList<>(inputs);
                    more.add(k);
                    WeightedFit fit = fit(target, more);
                    if (fit != null && (best == null || fit.leftOver() < best.leftOver())) {
                        best = fit;
                        next = k;
                    }
                }
            }
            if (best == null) {
                return Optional.empty();
            }
            inputs.add(next);
            if (inputs.size() > 1 && best.leftOver() > LEFT_OVER) {
                return Optional.empty();
            }
            if (inputs.size() > 1 && best.within(slack(target, inputs, best))) {
                return proved(target, inputs, best);
            }
        }
        return Optional.empty();
    }

    /** Null if too few rows are complete. */
    private WeightedFit fit(int target, List<Integer> inputs) {
        Table sample = probe.sample();
        int[] all = new int[inputs.size() + 1];
        Arrays.setAll(all, j -> j == 0 ? target : inputs.get(j - 1));
        int[] rows = Arrays.stream(Probe.complete(sample, all)).limit(LOOKED_AT).toArray();
        if (rows.length < LEAST_ROWS) {
            return null;
        }
        double[][] x =
                IntStream.range(1, all.length)
                        .mapToObj(j -> values(sample.column(all[j]), rows))
                        .toArray(double[][]::new);
        return WeightedFit.of(values(sample.column(target), rows), x);
    }

    private static double[] values(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
    }

    /** By how much rounding of the target and of the inputs may move the target. */
    private double slack(int target, List<Integer> inputs, WeightedFit fit) {
        double slack = Values.halfUnit(probe.digits(target));
        for (int j = 0; j < inputs.size(); j++) {
            slack += Math.abs(fit.factor(j)) * Values.halfUnit(probe.digits(inputs.get(j)));
        }
        return slack;
    }

    private Optional<KnownRule> proved(int target, List<Integer> inputs, WeightedFit fit) {
        double candidates = Math.pow(columns.size(), inputs.size() + 1);
        double unit = 2 * Values.halfUnit(probe.variable(target).decimals());
        for (double errors : ERRORS) {
            RuleExpression sum = fit.simple(inputs.stream().map(this::name).toList(), errors, unit);
            if (sum.columns().size() < 2 || !graph.takes(name(target), sum.columns())) {
                continue;
            }
            Optional<KnownRule> known = proof.known(target, sum, candidates);
            if (known.isPresent()) {
                graph.add(name(target), sum.columns());
                return known;
            }
        }
        return Optional.empty();
    }
}
