package org.anamnesis.signals.ct;

/** Numbers that change smoothly with height: rows of a height and its values, heights falling. */
final class Profile {
    private final double[][] rows;

    Profile(double[]... rows) {
        this.rows = rows;
    }

    /** Value of a column (1, 2, ...) at a height; beyond the ends as at the ends. */
    double at(double z, int column) {
        if (z >= rows[0][0]) {
            return rows[0][column];
        }
        for (int i = 1; i < rows.length; i++) {
            if (z >= rows[i][0]) {
                double t = (z - rows[i][0]) / (rows[i - 1][0] - rows[i][0]);
                double ease = t * t * (3 - 2 * t);
                double mixed = 0.5 * (t + ease);
                return rows[i][column] + (rows[i - 1][column] - rows[i][column]) * mixed;
            }
        }
        return rows[rows.length - 1][column];
    }
}
