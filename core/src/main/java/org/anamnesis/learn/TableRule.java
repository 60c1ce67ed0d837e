package org.anamnesis.learn;

import java.util.List;

/**
 * What holds in every row of a table, whoever the patient is: it is found by {@link RuleSearch} or
 * stated by the user, and obeyed by every engine ({@link RuledModel}) without being learned.
 *
 * <p>A row with a missing value does not break a rule that speaks of that value, except where the
 * rule is about being missing.
 */
public sealed interface TableRule
        permits Derivation, OrderRule, BoundsRule, OnlyIfRule, CombinationRule, CheckRule {
    /** The columns that the rule speaks of. */
    List<String> columns();

    /**
     * Whether a row keeps the rule.
     *
     * @param values of {@link #columns}, NaN if missing
     */
    boolean holds(double[] values);

    /**
     * Whether a row says anything about the rule: one that could have broken it.
     *
     * @param values of {@link #columns}, NaN if missing
     */
    boolean testedBy(double[] values);

    /** The rule in the words of the user's table. */
    String sentence();

    <R> R match(Cases<R> cases);

    /** What is done with each kind of rule. */
    interface Cases<R> {
        R constant(ConstantRule rule);

        R formula(FormulaRule rule);

        R lookup(LookupRule rule);

        R bands(BandsRule rule);

        R order(OrderRule rule);

        R bounds(BoundsRule rule);

        R onlyIf(OnlyIfRule rule);

        R combination(CombinationRule rule);

        R check(CheckRule rule);
    }

    /** Whether no value is missing. */
    static boolean complete(double[] values) {
        for (double v : values) {
            if (Double.isNaN(v)) {
                return false;
            }
        }
        return true;
    }
}
