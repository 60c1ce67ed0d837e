package org.anamnesis.learn;

import java.util.Arrays;
import java.util.Optional;

/**
 * Rows that are intervals of a person, none of which begins before the one before ends: the start
 * of the next is learned as its distance from that end. If it is never above 0, the intervals
 * follow each other without a gap.
 *
 * @param start place of the start among the changes
 * @param stop place of the stop likewise
 * @param most greatest distance that comes out; of few persons a greater one is not
 */
record Interval(int start, int stop, double most) {
    /** Rows that follow another and must all keep it; so many by chance are one in 2^60. */
    static final int STEPS = 60;

    /**
     * Likewise of rows that all begin exactly where the one before ends: by chance one in three
     * would, of few different times.
     */
    private static final int TOUCHING = 30;

    /** The extremes of so many persons are drawn in, as those of numbers are. */
    private static final int EXTREME = 5;

    Interval {
        if (start == stop || start < 0 || stop < 0 || !(most >= 0)) {
            throw new IllegalArgumentException("interval from %d to %d".formatted(start, stop));
        }
    }

    /**
     * Finds the start of the rows' intervals and the stop that belongs to it: in all rows not
     * before the start, and never behind the start of the person's next row.
     *
     * @param values of the changing columns by row
     * @param numbers by column whether it is a number or date, and its kind: only alike ones belong
     *     together
     * @param order column by which rows follow each other: it is start or stop
     */
    static Optional<Interval> of(double[][] values, String[] numbers, int order, int[] starts) {
        if (order < 0) {
            return Optional.empty();
        }
        Optional<Interval> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            if (k == order || numbers[k].isEmpty() || !numbers[k].equals(numbers[order])) {
                continue;
            }
            for (int[] pair : new int[][] {{order, k}, {k, order}}) {
                double[] mean = new double[1];
                Optional<Interval> found = of(values, pair[0], pair[1], starts, mean);
                if (found.isPresent() && mean[0] < least) {
                    least = mean[0];
                    best = found;
                }
            }
        }
        return best;
    }

    private static Optional<Interval> of(
            double[][] values, int start, int stop, int[] starts, double[] mean) {
        int steps = 0;
        int longer = 0;
        double sum = 0;
        double[] greatest = new double[starts.length - 1];
        for (int p = 0; p + 1 < starts.length; p++) {
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                double length = values[stop][i] - values[start][i];
                if (length < 0) {
                    return Optional.empty();
                }
                longer += length > 0 ? 1 : 0;
                double gap = i == starts[p] ? Double.NaN : values[start][i] - values[stop][i - 1];
                if (gap < 0) {
                    return Optional.empty();
                }
                if (gap >= 0) {
                    steps++;
                    sum += gap;
                    greatest[p] = Math.max(greatest[p], gap);
                }
            }
        }
        int least = sum == 0 ? TOUCHING : STEPS;
        if (steps < least || longer < least) {
            return Optional.empty();
        }
        mean[0] = sum / steps;
        Arrays.sort(greatest);
        double most = greatest[Math.max(0, greatest.length - EXTREME)];
        return Optional.of(new Interval(start, stop, most));
    }

    /** Distance of a start from the stop before, as it is learned. */
    double told(double value, double before) {
        return Math.max(0, Math.min(most, value - before));
    }

    /** The start of what was drawn. */
    double value(double told, double before) {
        return before + Math.max(0, Math.min(most, Math.rint(told)));
    }
}
