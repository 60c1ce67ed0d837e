package org.anamnesis.neural;

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
        this.within = mean(reference, reference);
    }

    /**
     * @param rows n × p
     */
    double to(Matrix rows) {
        return 2 * mean(rows, reference) - mean(rows, rows) - within;
    }

    /** Mean Euclidean distance of all pairs, a row with itself included. */
    private double mean(Matrix x, Matrix y) {
        Matrix products = Matrix.zeros(x.rows, y.rows);
        kernel.multiply(x, y.transposed(), products, false);
        double[] ofX = squares(x);
        double[] ofY = squares(y);
        double sum = 0;
        for (int i = 0; i < x.rows; i++) {
            for (int k = 0; k < y.rows; k++) {
                double square = ofX[i] + ofY[k] - 2 * products.cells[products.at(i, k)];
                sum += Math.sqrt(Math.max(0, square));
            }
        }
        return sum / ((double) x.rows * y.rows);
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
