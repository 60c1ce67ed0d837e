package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where one numeric column is cut: fine points at which its distribution function is kept, and the
 * bars in which it is drawn. Chosen once, before counting, so that memory does not grow with the
 * number of patients.
 */
final class Cuts {
    /** Most points taken from the values; the distribution function is known to 1 / this. */
    static final int POINTS = 1000;

    private static final int BARS = 32;
    private static final int CELLS = 1024;

    private final double[] points;
    private final int[] cell; // cell c of the value range -> first point not below it
    private final double cellsPerUnit;
    private final Axis axis;
    private final double[] edges;

    private Cuts(double[] points, Axis axis) {
        this.points = points;
        this.axis = axis;
        edges = axis.edges().stream().mapToDouble(Double::doubleValue).toArray();
        double span = points[points.length - 1] - points[0];
        cellsPerUnit = span > 0 ? CELLS / span : 0;
        cell = new int[CELLS + 2];
        int k = 0;
        for (int c = 0; c <= CELLS + 1; c++) {
            while (k < points.length && cellOf(points[k]) < c) {
                k++;
            }
            cell[c] = k;
        }
    }

    /**
     * Points at every distinct value, or at {@value #POINTS} quantiles when there are more.
     *
     * @param basis values that decide the points; NaN are left out
     * @param seen further values that the bars should show
     * @param decimals digits after the point
     * @param extra points that are needed exactly, such as the limits of a range; only finite ones
     *     are taken
     */
    static Cuts of(double[] basis, double[] seen, int decimals, double... extra) {
        double[] first = Sorted.present(basis);
        double[] second = Sorted.present(seen);
        if (first.length == 0) {
            first = second.length == 0 ? new double[] {0} : second;
        }
        if (second.length == 0) {
            second = first;
        }
        return new Cuts(points(first, extra), axis(first, second, decimals));
    }

    Axis axis() {
        return axis;
    }

    /** Number of slots: a slot for each point and for each gap before, between and after them. */
    int slots() {
        return 2 * points.length + 1;
    }

    /** Odd slot 2k + 1: exactly point k. Even slot 2k: between point k − 1 and point k. */
    int slot(double x) {
        int last = points.length - 1;
        if (x < points[0]) {
            return 0;
        }
        if (x > points[last]) {
            return 2 * points.length;
        }
        int c = cellOf(x);
        int from = cell[c];
        int to = Math.min(cell[c + 1], last);
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (points[middle] < x) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return points[from] == x ? 2 * from + 1 : 2 * from;
    }

    double point(int k) {
        return points[k];
    }

    /** Bar of the axis, or −1 beyond it. */
    int bar(double x) {
        if (!(x >= edges[0] && x < edges[edges.length - 1])) {
            return -1;
        }
        int k = Arrays.binarySearch(edges, x);
        return k >= 0 ? k : -k - 2;
    }

    private int cellOf(double x) {
        return Math.min(CELLS, (int) ((x - points[0]) * cellsPerUnit));
    }

    private static double[] points(double[] sorted, double[] extra) {
        double[] finite = Arrays.stream(extra).filter(Double::isFinite).toArray();
        double[] distinct = Sorted.distinct(sorted);
        double[] chosen = distinct;
        if (distinct.length > POINTS) {
            chosen = new double[POINTS + 1];
            for (int k = 0; k <= POINTS; k++) {
                chosen[k] = sorted[(int) ((long) k * (sorted.length - 1) / POINTS)];
            }
        }
        double[] all = Arrays.copyOf(chosen, chosen.length + finite.length);
        System.arraycopy(finite, 0, all, chosen.length, finite.length);
        Arrays.sort(all);
        return Sorted.distinct(all);
    }

    private static Axis axis(double[] first, double[] second, int decimals) {
        double low = Math.min(quantile(first, 0.005), quantile(second, 0.005));
        double high = Math.max(quantile(first, 0.99), quantile(second, 0.99));
        double unit = Math.pow(10, -decimals);
        return skewed(first) && low > 0
                ? new Axis(logarithmic(low, high, unit), true)
                : new Axis(linear(low, high, unit), false);
    }

    /** A long right tail: the upper half of the central 90 % is six times as wide as the lower. */
    private static boolean skewed(double[] sorted) {
        double median = quantile(sorted, 0.5);
        return quantile(sorted, 0.95) - median > 6 * (median - quantile(sorted, 0.05))
                && median > quantile(sorted, 0.05);
    }

    private static List<Double> linear(double low, double high, double unit) {
        long steps = Math.max(1, (long) Math.ceil((high - low) / unit / BARS));
        long from = Math.round(low / unit);
        long to = Math.round(high / unit);
        List<Double> edges = new ArrayList<>();
        for (long k = from; k <= to + steps; k += steps) {
            edges.add((k - 0.5) * unit);
        }
        return edges;
    }

    private static List<Double> logarithmic(double low, double high, double unit) {
        List<Double> edges = new ArrayList<>();
        double from = Math.max(low - unit / 2, unit / 2);
        for (int k = 0; k <= BARS; k++) {
            double raw = from * Math.pow((high + unit / 2) / from, (double) k / BARS);
            double edge = (Math.floor(raw / unit) + 0.5) * unit;
            if (edges.isEmpty() || edge > edges.get(edges.size() - 1) + unit / 2) {
                edges.add(edge);
            }
        }
        return edges.size() > 1 ? edges : linear(low, high, unit);
    }

    private static double quantile(double[] sorted, double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
    }
}
