package org.anamnesis.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Decides whether a formula that fits some rows is a rule.
 *
 * <p>An accident is a formula that would fit as well if one of its inputs belonged to somebody
 * else: each input in turn is moved along the rows, all else staying in place, and the largest
 * share of rows that still fit is the chance that a row fits by accident. So a formula is not found
 * because its target goes along with one input, or because rounding is coarse.
 */
final class FormulaProof {
    private final Probe probe;

    FormulaProof(Probe probe) {
        this.probe = probe;
    }

    /**
     * The rule, with inputs taken as they stand if that fits, otherwise as rounded, and with as
     * many digits of the target as fit.
     */
    Optional<KnownRule> known(int target, RuleExpression expression, double candidates) {
        Table table = probe.table();
        List<Variable> inputs = expression.columns().stream().map(table::variable).toList();
        int most = probe.variable(target).decimals();
        int least = probe.digits(target);
        for (int attempt = 0; attempt < (least < most ? 4 : 2); attempt++) {
            boolean rounded = attempt % 2 == 1;
            int digits = attempt < 2 ? most : least;
            var rule = new FormulaRule(probe.variable(target), expression, inputs, rounded, digits);
            double chance = byAccident(rule);
            Optional<KnownRule> known =
                    chance >= 1
                            ? Optional.empty()
                            : probe.known(
                                    rule,
                                    (checked, breaking) ->
                                            Chance.atMost(breaking, checked, 1 - chance),
                                    candidates);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** Largest share of the sample's rows that fit with one input of another row; 1 if too few. */
    private double byAccident(FormulaRule rule) {
        Table sample = probe.sample();
        int[] columns = rule.columns().stream().mapToInt(sample::indexOf).toArray();
        int[] rows = Probe.complete(sample, columns);
        double most = 0;
        if (rows.length < 30 || !mostly(rule, columns, rows)) { // too few to know the chance
            return 1;
        }
        for (int moved = 1; moved < columns.length; moved++) {
            int fits = 0;
            for (int i = 0; i < rows.length; i++) {
                double[] row = row(sample, columns, rows[i]);
                // far from its own row, because neighbours in a file are often alike
                int other = rows[(i + rows.length / 2 - moved) % rows.length];
                row[moved] = sample.column(columns[moved])[other];
                fits += rule.holds(row) ? 1 : 0;
            }
            most = Math.max(most, (fits + 1.0) / (rows.length + 1.0));
        }
        return most;
    }

    private boolean mostly(FormulaRule rule, int[] columns, int[] rows) {
        Table sample = probe.sample();
        long broken = Arrays.stream(rows).filter(i -> !rule.holds(row(sample, columns, i))).count();
        // the sample may have some more errors than the table
        return broken <= 2 * Probe.TYPING_ERRORS * rows.length + 1;
    }

    private static double[] row(Table of, int[] columns, int i) {
        return IntStream.of(columns).mapToDouble(k -> of.column(k)[i]).toArray();
    }
}
