package org.anamnesis.neural;

import java.util.Arrays;

/**
 * How far two clouds of rows are apart: 2·E‖x − y‖ − E‖x − x′‖ − E‖y − y′‖, zero only if they are
 * spread alike (Székely, Rizzo 2013, doi:10.1016/j.jspi.2013.03.018).
 */
final class EnergyDistance {
    private final Kernel kernel;
    private final Matrix reference;
    private final double within;

    /**
     * @param reference m × p, to which others are compared
     */
    EnergyDistance(Kernel kernel, Matrix reference) {
        this.kernel = kernel;
        this.reference = reference;
        this.within = mean(means(reference, reference));
    }

    /**
     * @param rows n × p
     */
    double to(Matrix rows) {
        return mean(parts(rows));
    }

    /**
     * What each row of the reference has in the distance; their mean is the distance.
     *
     * @param rows n × p
     */
    double[] parts(Matrix rows) {
        double[] parts = means(reference, rows);
        double both = mean(means(rows, rows)) + within;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = 2 * parts[i] - both;
        }
        return parts;
    }

    /**
     * By how many standard errors the first of two clouds is farther away than the second, by what
     * the same rows of the reference say of both; 0 if these are too few or too alike to say.
     */
    static double farther(double[] parts, double[] others) {
        int m = parts.length;
        double difference = mean(parts) - mean(others);
        double squares = 0;
        for (int i = 0; i < m; i++) {
            double d = parts[i] - others[i] - difference;
            squares += d * d;
        }
        double error = Math.sqrt(squares / Math.max(1, m - 1) / m);
        return error > 0 && Double.isFinite(error) ? difference / error : 0;
    }

    static double mean(double[] parts) {
        return Arrays.stream(parts).average().orElse(0);
    }

    /** By row of x the mean Euclidean distance to all rows of y, itself included. */
    private double[] means(Matrix x, Matrix y) {
        Matrix products = Matrix.zeros(x.rows, y.rows);
        kernel.multiply(x, y.transposed(), products, false);
        double[] ofX = squares(x);
        double[] ofY = squares(y);
        double[] out = new double[x.rows];
        for (int i = 0; i < x.rows; i++) {
            double sum = 0;
            for (int k = 0; k < y.rows; k++) {
                double square = ofX[i] + ofY[k] - 2 * products.cells[products.at(i, k)];
                sum += Math.sqrt(Math.max(0, square));
            }
            out[i] = sum / y.rows;
        }
        return out;
    }

    private static double[] squares(Matrix x) {
        double[] out = new double[x.rows];
        for (int i = 0; i < x.rows; i++) {
            for (int c = 0; c < x.columns; c++) {
                double v = x.cells[x.at(i, c)];
                out[i] += v * v;
            }
        }
        return out;
    }
}
