package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** A table in which rules are searched: on a sample of its rows first, then verified on all. */
final class Probe {
    /**
     * Rows on which candidates are sought. Enough that a column with 90 % missing still shows 400
     * values, few enough that all pairs of 200 columns take a second.
     */
    private static final int SAMPLE = 4_000;

    /**
     * Share of the rows that may break a found rule, as typing errors: data entered once were wrong
     * in 0.29 % of fields (0.24 to 0.35), entered twice in 0.14 %, over 93 papers (Garza et al.
     * 2023, doi:10.21203/rs.3.rs-2386986/v2); half a per cent leaves room for two columns. At 150
     * rows none may.
     */
    static final double TYPING_ERRORS = 0.005;

    /**
     * Each of the eight kinds of rules is allowed this chance to find anything in a table without
     * rules, all together less than 1 %.
     */
    static final double ALPHA = 0.001;

    private final Table table;
    private final Table sample;
    private final List<Integer> numbers;
    private final List<Integer> categories;

    /** One more than the different values of a column, 0 if not yet counted. */
    private final int[] distinct;

    Probe(Table table) {
        this.table = table;
        this.sample = table.rows() <= SAMPLE ? table : table.rows(chosen(table.rows()));
        this.distinct = new int[table.variables().size()];
        var all = IntStream.range(0, table.variables().size()).boxed().toList();
        this.numbers = all.stream().filter(k -> !variable(k).isCategory()).toList();
        this.categories = all.stream().filter(k -> variable(k).isCategory()).toList();
    }

    /** Rows chosen by the same draws every time: selection sampling, in their order. */
    private static int[] chosen(int rows) {
        long key = SeedTree.key(new SeedTree(0).purpose("rows for the search of rules"), 0);
        int[] out = new int[SAMPLE];
        int taken = 0;
        for (int i = 0; taken < SAMPLE; i++) {
            if (SeedTree.uniform(key, i) * (rows - i) < SAMPLE - taken) {
                out[taken++] = i;
            }
        }
        return out;
    }

    Table table() {
        return table;
    }

    Table sample() {
        return sample;
    }

    List<Integer> numbers() {
        return numbers;
    }

    List<Integer> categories() {
        return categories;
    }

    Variable variable(int k) {
        return table.variables().get(k);
    }

    /** How many of so many rows may be typing errors. */
    static int errors(int rows) {
        return (int) (TYPING_ERRORS * rows);
    }

    /** Rows of the whole table that could break the rule, and that do. */
    static RuleEvidence evidence(TableRule rule, Table table, double accident) {
        double[][] columns = rule.columns().stream().map(table::column).toArray(double[][]::new);
        double[] row = new double[columns.length];
        int checked = 0;
        int breaking = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = columns[k][i];
            }
            boolean holds = rule.holds(row);
            if (!holds || rule.testedBy(row)) {
                checked++;
                breaking += holds ? 0 : 1;
            }
        }
        return new RuleEvidence(checked, breaking, accident);
    }

    /**
     * The rule with its evidence, if it holds on the whole table but for typing errors, and is no
     * accident.
     *
     * @param chance ln of the chance of one candidate, given its counts
     * @param candidates how many there were of its kind
     */
    Optional<KnownRule> known(TableRule rule, Accident chance, double candidates) {
        RuleEvidence counted = evidence(rule, table, 1);
        if (counted.breaking() > errors(counted.checked())) {
            return Optional.empty();
        }
        double log = chance.log(counted.checked(), counted.breaking());
        double corrected = Math.exp(Math.min(0, log + Math.log(Math.max(1, candidates))));
        return corrected > ALPHA
                ? Optional.empty()
                : Optional.of(
                        new KnownRule(
                                rule,
                                new RuleEvidence(counted.checked(), counted.breaking(), corrected),
                                KnownRule.Origin.FOUND));
    }

    /** ln of the chance that so few of the checked rows break a rule that is none. */
    @FunctionalInterface
    interface Accident {
        double log(int checked, int breaking);
    }

    /** Rows of a table in which all of the columns have a value. */
    static int[] complete(Table of, int... columns) {
        return IntStream.range(0, of.rows())
                .filter(
                        i -> {
                            for (int k : columns) {
                                if (Double.isNaN(of.column(k)[i])) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .toArray();
    }

    /**
     * Digits after the point to which all values of a column are rounded; fewer than it has if many
     * values (more than 3 of 10, where chance makes 1) have fewer, as when a survey changed its
     * form.
     */
    int digits(int k) {
        int digits = variable(k).decimals();
        double[] present =
                java.util.Arrays.stream(sample.column(k)).filter(v -> !Double.isNaN(v)).toArray();
        while (digits > 0 && coarser(present, digits - 1) > 0.3 * present.length) {
            digits--;
        }
        return digits;
    }

    private static int coarser(double[] values, int digits) {
        int out = 0;
        for (double v : values) {
            out +=
                    Math.abs(v - Values.rounded(v, digits)) < 1e-9 * Math.max(1, Math.abs(v))
                            ? 1
                            : 0;
        }
        return out;
    }

    /** Different values of a column of the sample. */
    int distinct(int k) {
        if (distinct[k] == 0) {
            var seen = new HashSet<Double>();
            for (double v : sample.column(k)) {
                if (!Double.isNaN(v)) {
                    seen.add(v + 0.0);
                }
            }
            distinct[k] = seen.size() + 1;
        }
        return distinct[k] - 1;
    }

    /** Columns of the list with at least so many different values in the sample. */
    List<Integer> varied(List<Integer> of, int least) {
        var out = new ArrayList<Integer>();
        for (int k : of) {
            if (distinct(k) >= least) {
                out.add(k);
            }
        }
        return out;
    }
}
