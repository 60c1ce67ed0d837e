package org.anamnesis.generate;

import java.util.Arrays;

/**
 * The weighted distribution function of one column: distinct values in order, with the middle of
 * each one's step. Missing values do not count.
 */
final class Ranks {
    private final double[] distinct;

    /** Share of weight below value k plus half of its own, in (0, 1). */
    private final double[] middle;

    /** Share of weight of value k. */
    private final double[] mass;

    /** Rows with value k. */
    private final int[] count;

    private final int[] where;

    private Ranks(double[] distinct, double[] middle, double[] mass, int[] count, int[] where) {
        this.where = where;
        this.distinct = distinct;
        this.middle = middle;
        this.mass = mass;
        this.count = count;
    }

    static Ranks of(double[] values, double[] weights) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN last
        int n = sorted.length;
        while (n > 0 && Double.isNaN(sorted[n - 1])) {
            n--;
        }
        double[] distinct = new double[n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[k++] = sorted[i] + 0.0; // −0 is 0, which a search tells apart
            }
        }
        distinct = Arrays.copyOf(distinct, k);
        double[] mass = new double[k];
        int[] count = new int[k];
        int[] where = new int[values.length];
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            where[i] =
                    Double.isNaN(values[i]) ? -1 : Arrays.binarySearch(distinct, values[i] + 0.0);
            if (where[i] >= 0) {
                mass[where[i]] += weights[i];
                count[where[i]]++;
                total += weights[i];
            }
        }
        double[] middle = new double[k];
        double below = 0;
        for (int j = 0; j < k; j++) {
            mass[j] /= total;
            middle[j] = below + mass[j] / 2;
            below += mass[j];
        }
        return new Ranks(distinct, middle, mass, count, where);
    }

    /** By row: position of its value among {@link #distinct()}, or −1 if missing. */
    int[] where() {
        return where;
    }

    double[] distinct() {
        return distinct;
    }

    double value(int k) {
        return distinct[k];
    }

    double middle(int k) {
        return middle[k];
    }

    double mass(int k) {
        return mass[k];
    }

    int count(int k) {
        return count[k];
    }

    /** Rows that have a value. */
    int rows() {
        int n = 0;
        for (int c : count) {
            n += c;
        }
        return n;
    }

    /** Normal score of the middle of each value's step: what a regression tree splits on. */
    double[] scores() {
        double[] scores = new double[distinct.length];
        Arrays.setAll(scores, k -> Normal.quantile(middle[k]));
        return scores;
    }

    /**
     * Rank of any value in (0, 1): within the step of a value that is here by {@code within}, else
     * between its neighbours.
     *
     * @param within 0 to 1, where in the step
     */
    double rank(double value, double within) {
        int at = Arrays.binarySearch(distinct, value);
        if (at >= 0) {
            return middle[at] + (within - 0.5) * mass[at];
        }
        int above = -at - 1;
        if (above == 0) {
            return middle[0] * within;
        }
        if (above == distinct.length) {
            return 1 - (1 - middle[above - 1]) * within;
        }
        double part = (value - distinct[above - 1]) / (distinct[above] - distinct[above - 1]);
        return middle[above - 1] + part * (middle[above] - middle[above - 1]);
    }

    /** Position of a value that is in the column. */
    int index(double value) {
        return Arrays.binarySearch(distinct, value);
    }

    /** Last position whose middle is not above {@code rank}; 0 if none. */
    int indexAt(double rank) {
        int at = Arrays.binarySearch(middle, rank);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    /** The value in whose own step a rank falls, without anything in between. */
    double step(double rank) {
        int at = indexAt(rank);
        return at + 1 < distinct.length && rank > middle[at] + mass[at] / 2
                ? distinct[at + 1]
                : distinct[at];
    }

    /** The value at a rank, between neighbouring order statistics by linear interpolation. */
    double quantile(double rank) {
        int at = indexAt(rank);
        if (at + 1 >= distinct.length || rank <= middle[at]) {
            return distinct[at];
        }
        double part = (rank - middle[at]) / (middle[at + 1] - middle[at]);
        return distinct[at] + part * (distinct[at + 1] - distinct[at]);
    }
}
