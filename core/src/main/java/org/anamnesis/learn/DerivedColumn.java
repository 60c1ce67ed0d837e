package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import org.anamnesis.table.Table;

/**
 * A column that is computed, and how its missing values are treated.
 *
 * @param rule by which it is computed
 * @param missing what the learned table keeps of it
 */
record DerivedColumn(Derivation rule, Missing missing) {
    /** What is learned of a derived column. */
    enum Missing {
        /** Nothing: it has a value if its inputs have. */
        FOLLOWS,
        /** Whether it is missing where its inputs are not. */
        FLAGGED,
        /** Its value too, for those whose inputs are missing; computed values overwrite it. */
        KEPT
    }

    /**
     * Share of the rows with a value but without inputs above which the column is learned: fewer
     * are not worth a column.
     */
    private static final double WITHOUT_INPUTS = 0.01;

    /** Fewer people than the smallest leaf may not be seen in the model. */
    private static final int FLAGS = 5;

    DerivedColumn {
        requireNonNull(rule, "rule");
        requireNonNull(missing, "missing");
    }

    /** As the table shows it. */
    static DerivedColumn of(Derivation rule, Table table) {
        double[][] inputs = rule.inputs().stream().map(table::column).toArray(double[][]::new);
        double[] target = table.column(rule.target());
        int flagged = 0;
        int alone = 0;
        for (int i = 0; i < target.length; i++) {
            boolean complete = true;
            for (double[] input : inputs) {
                complete &= !Double.isNaN(input[i]);
            }
            boolean missing = Double.isNaN(target[i]);
            flagged += complete && missing ? 1 : 0;
            alone += !complete && !missing ? 1 : 0;
        }
        if (alone > WITHOUT_INPUTS * target.length) {
            return new DerivedColumn(rule, Missing.KEPT);
        }
        return new DerivedColumn(rule, flagged >= FLAGS ? Missing.FLAGGED : Missing.FOLLOWS);
    }
}
