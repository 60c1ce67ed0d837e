package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;

/** A rule by which one column follows from others; it is computed, not learned. */
public sealed interface Derivation extends TableRule
        permits ConstantRule, FormulaRule, LookupRule, BandsRule {
    /** The column that follows. */
    String target();

    /** The columns it follows from. */
    List<String> inputs();

    /**
     * The value of the target, NaN if there is none.
     *
     * @param values of {@link #inputs}, none missing
     */
    double value(double[] values);

    /** The target, then the inputs. */
    @Override
    default List<String> columns() {
        List<String> all = new ArrayList<>();
        all.add(target());
        all.addAll(inputs());
        return List.copyOf(all);
    }

    @Override
    default boolean testedBy(double[] values) {
        return TableRule.complete(values);
    }

    /** The inputs of a row of {@link #columns}. */
    static double[] inputs(double[] values) {
        return java.util.Arrays.copyOfRange(values, 1, values.length);
    }
}
