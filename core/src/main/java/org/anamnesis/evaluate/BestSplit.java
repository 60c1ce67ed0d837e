package org.anamnesis.evaluate;

import java.util.Arrays;

/**
 * The best question about one column, from sums of gradients by bin. Gain =
 * G<sub>L</sub>²/(H<sub>L</sub>+λ) + G<sub>R</sub>²/(H<sub>R</sub>+λ) − G²/(H+λ) (Friedman 2001,
 * doi:10.1214/aos/1013203451; second order: Chen and Guestrin 2016, doi:10.1145/2939672.2939785).
 *
 * <p>Numbers: every cut, with "missing" on either side. Categories: cuts of the levels in the order
 * of their mean gradient, which holds the best division of all (Fisher 1958,
 * doi:10.1080/01621459.1958.10501479).
 */
final class BestSplit {
    /**
     * Levels with fewer rows in a node are not told apart: their order would be noise. As many rows
     * as in the smallest cell that is usually published.
     */
    private static final int FEWEST_OF_LEVEL = 5;

    /** Draws the mean gradient of a rare level towards 0 before levels are ordered. */
    private static final double LEVEL_SHRINKAGE = 1;

    private final double shrinkage;
    private final int fewestRows;

    private double[] sums; // gradient, curvature, rows of each bin
    private int from;
    private double totalGradient;
    private double totalCurvature;
    private double totalRows;

    private double gain;
    private int column;
    private long[] left = new long[4];

    BestSplit(double shrinkage, int fewestRows) {
        this.shrinkage = shrinkage;
        this.fewestRows = fewestRows;
    }

    /** Forgets what was found; the totals are those of the node. */
    void start(double gradient, double curvature, int rows) {
        totalGradient = gradient;
        totalCurvature = curvature;
        totalRows = rows;
        gain = 1e-9; // a split that gains nothing is none
        column = -1;
    }

    /**
     * @param histogram sums of all columns, three a bin
     * @param offset first bin of the column
     * @param size its number of bins; bin 0 is "missing"
     */
    void look(int ofColumn, boolean category, double[] histogram, int offset, int size) {
        sums = histogram;
        from = offset;
        if (category) {
            levels(ofColumn, size);
        } else {
            numbers(ofColumn, size);
        }
    }

    boolean found() {
        return column >= 0;
    }

    double gain() {
        return gain;
    }

    int column() {
        return column;
    }

    /** Bins that go left. */
    long[] left() {
        return left;
    }

    private double gradient(int bin) {
        return sums[3 * (from + bin)];
    }

    private double curvature(int bin) {
        return sums[3 * (from + bin) + 1];
    }

    private double rows(int bin) {
        return sums[3 * (from + bin) + 2];
    }

    private void numbers(int ofColumn, int size) {
        boolean missing = rows(0) > 0;
        double g = 0;
        double h = 0;
        double n = 0;
        for (int b = 1; b < size; b++) {
            if (rows(b) == 0) {
                continue;
            }
            g += gradient(b);
            h += curvature(b);
            n += rows(b);
            if (better(g, h, n)) {
                take(ofColumn, b, false);
            }
            if (missing && better(g + gradient(0), h + curvature(0), n + rows(0))) {
                take(ofColumn, b, true);
            }
        }
    }

    private void take(int ofColumn, int lastBin, boolean missingLeft) {
        column = ofColumn;
        left = new long[4];
        for (int b = missingLeft ? 0 : 1; b <= lastBin; b++) {
            BoostedTree.put(left, b);
        }
    }

    private void levels(int ofColumn, int size) {
        long[] order = new long[size];
        int kept = 0;
        for (int b = 0; b < size; b++) {
            if (rows(b) >= FEWEST_OF_LEVEL) {
                float mean = (float) (gradient(b) / (curvature(b) + LEVEL_SHRINKAGE));
                order[kept++] = ((long) sortable(mean) << 32) | b;
            }
        }
        Arrays.sort(order, 0, kept);
        double g = 0;
        double h = 0;
        double n = 0;
        for (int at = 0; at < kept; at++) {
            int b = (int) order[at];
            g += gradient(b);
            h += curvature(b);
            n += rows(b);
            if (better(g, h, n)) {
                column = ofColumn;
                left = new long[4];
                for (int k = 0; k <= at; k++) {
                    BoostedTree.put(left, (int) order[k]);
                }
            }
        }
    }

    /** Bits whose order as an integer is that of the number. */
    private static int sortable(float x) {
        int bits = Float.floatToIntBits(x + 0.0f);
        return bits ^ ((bits >> 31) & 0x7FFFFFFF);
    }

    private boolean better(double g, double h, double n) {
        if (n < fewestRows || totalRows - n < fewestRows) {
            return false;
        }
        double here = score(g, h) + score(totalGradient - g, totalCurvature - h);
        here -= score(totalGradient, totalCurvature);
        if (here <= gain) {
            return false;
        }
        gain = here;
        return true;
    }

    private double score(double g, double h) {
        return g * g / (h + shrinkage + 1e-12);
    }
}
