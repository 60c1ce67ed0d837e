package org.anamnesis.population;

/**
 * Sums of weights, weighted values and weighted squares. Values are taken from one of them, so that
 * squares keep their digits; sums run in two side by side, which a processor adds at once.
 */
final class Sums {
    private final double near;
    private double total;
    private double sum;
    private double squares;

    /**
     * @param near one of the values
     */
    Sums(double near) {
        this.near = near;
    }

    /**
     * Adds some rows of a column.
     *
     * @param n how many of {@code rows}
     * @param w one per row of {@code rows}
     */
    void add(int[] rows, int n, double[] column, double[] w) {
        double total1 = 0;
        double sum1 = 0;
        double squares1 = 0;
        double total2 = 0;
        double sum2 = 0;
        double squares2 = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            double off1 = column[rows[i]] - near;
            double off2 = column[rows[i + 1]] - near;
            double weighed1 = w[i] * off1;
            double weighed2 = w[i + 1] * off2;
            total1 += w[i];
            total2 += w[i + 1];
            sum1 += weighed1;
            sum2 += weighed2;
            squares1 += weighed1 * off1;
            squares2 += weighed2 * off2;
        }
        if (i < n) {
            double off = column[rows[i]] - near;
            add(w[i], w[i] * off, w[i] * off * off);
        }
        add(total1 + total2, sum1 + sum2, squares1 + squares2);
    }

    /** Adds all rows of a column. */
    void add(double[] column, double[] w) {
        double total1 = 0;
        double sum1 = 0;
        double squares1 = 0;
        double total2 = 0;
        double sum2 = 0;
        double squares2 = 0;
        int i = 0;
        for (; i + 1 < column.length; i += 2) {
            double off1 = column[i] - near;
            double off2 = column[i + 1] - near;
            double weighed1 = w[i] * off1;
            double weighed2 = w[i + 1] * off2;
            total1 += w[i];
            total2 += w[i + 1];
            sum1 += weighed1;
            sum2 += weighed2;
            squares1 += weighed1 * off1;
            squares2 += weighed2 * off2;
        }
        if (i < column.length) {
            double off = column[i] - near;
            add(w[i], w[i] * off, w[i] * off * off);
        }
        add(total1 + total2, sum1 + sum2, squares1 + squares2);
    }

    private void add(double more, double moreSum, double moreSquares) {
        total += more;
        sum += moreSum;
        squares += moreSquares;
    }

    /** Whether every value that was added is known. */
    boolean known() {
        return !Double.isNaN(squares);
    }

    /**
     * @param n how many rows were added
     */
    Weighted.Spread spread(int n) {
        double mean = sum / total;
        double variance = squares / total - mean * mean;
        return new Weighted.Spread(n, near + mean, Math.sqrt(Math.max(0, variance)));
    }
}
