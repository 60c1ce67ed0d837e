package org.anamnesis.learn;

import org.anamnesis.table.Variable;

/** Values of a column as text and back. */
final class Values {
    private Values() {}

    /** A value as the user's table writes it: a level's name or a number. */
    static String text(Variable of, double value) {
        return of.isCategory() ? of.levels().get((int) value) : RuleExpression.number(value);
    }

    /** Half the last digit of a column: what rounding may have taken or added. */
    static double halfUnit(int decimals) {
        return 0.5 * Math.pow(10, -decimals);
    }

    /** A number with so many digits after the point. */
    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double out = Math.rint(value * scale) / scale;
        return out == 0 ? 0 : Double.isInfinite(out) ? Double.NaN : out;
    }
}
