package org.anamnesis.learn;

import org.anamnesis.table.Table;

/** Least squares without intercept, by Gaussian elimination of the normal equations. */
final class LeastSquares {
    private LeastSquares() {}

    /**
     * Factors of columns 1.. that come closest to column 0.
     *
     * @param rows complete in these columns
     */
    static double[] factors(Table of, int[] rows, int[] columns) {
        int p = columns.length - 1;
        double[][] a = new double[p][p + 1];
        for (int i : rows) {
            for (int j = 0; j < p; j++) {
                double v = of.column(columns[j + 1])[i];
                for (int k = j; k < p; k++) {
                    a[j][k] += v * of.column(columns[k + 1])[i];
                }
                a[j][p] += v * of.column(columns[0])[i];
            }
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                a[j][k] = a[k][j];
            }
            // a column that is a sum of others takes no factor instead of an infinite one
            a[j][j] += 1e-9 * a[j][j] + 1e-12;
        }
        for (int j = 0; j < p; j++) {
            for (int k = j + 1; k < p; k++) {
                double times = a[k][j] / a[j][j];
                for (int c = j; c <= p; c++) {
                    a[k][c] -= times * a[j][c];
                }
            }
        }
        double[] out = new double[p];
        for (int j = p - 1; j >= 0; j--) {
            double left = a[j][p];
            for (int k = j + 1; k < p; k++) {
                left -= a[j][k] * out[k];
            }
            out[j] = left / a[j][j];
        }
        return out;
    }
}
