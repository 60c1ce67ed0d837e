package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * One column as codes 0 to {@link #count} − 1; code 0 is "missing". Numbers share a code by rank,
 * levels have one each unless they are rare.
 */
sealed interface Coding permits NumberCoding, LevelCoding {
    /** Most codes of a column beside "missing" (TabularARGN's figure). */
    int MOST = 100;

    /** Number of codes, "missing" included. */
    int count();

    /**
     * Code of a value.
     *
     * @param within 0 to 1, see {@link Margin#rank}
     */
    int code(double value, double within);

    /** Whether anybody has no value here; if not, code 0 is never drawn. */
    boolean gaps();

    /** What is left of each code under a condition. */
    Restricted under(Allowance allowed);

    void write(DataOutput out) throws IOException;

    /** A column's codes under a condition. */
    interface Restricted {
        /** Share of a code's people who meet the condition, in [0, 1]. */
        double share(int code);

        /**
         * A value with this code that meets the condition, if any does.
         *
         * @param u uniform in [0, 1)
         */
        double value(int code, double u);
    }

    /**
     * @param most most codes of a number beside "missing"
     */
    static Coding of(Variable variable, double[] values, double[] weights, int most) {
        return variable.isCategory()
                ? LevelCoding.of(variable, values, weights, MOST)
                : NumberCoding.of(variable, values, weights, most);
    }

    static Coding read(Variable variable, DataInput in) throws IOException {
        return variable.isCategory() ? LevelCoding.read(variable, in) : NumberCoding.read(in);
    }
}
