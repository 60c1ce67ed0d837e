package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Nearest neighbours by looking at every pair: exact, and no index helps in thirty columns. */
final class Nearest {
    private Nearest() {}

    /** Distance to the k-th nearest of some rows, and the nearest row itself. */
    record Neighbour(double distance, int row) {}

    /**
     * The k-th nearest row of {@code base} for every row of {@code who}.
     *
     * @param k from 1
     * @param same whether both are the same rows, so that a row is not its own neighbour
     * @return as many as {@code who} has rows; of equally near rows the first; infinite if base has
     *     fewer than k
     */
    static Neighbour[] of(Points who, Points base, int k, boolean same) {
        base.prepared();
        return IntStream.range(0, who.rows())
                .parallel()
                .mapToObj(row -> one(who, row, base, k, same))
                .toArray(Neighbour[]::new);
    }

    /** Distances to the nearest row. */
    static double[] distances(Points who, Points base) {
        return Arrays.stream(of(who, base, 1, false)).mapToDouble(Neighbour::distance).toArray();
    }

    private static Neighbour one(Points who, int row, Points base, int k, boolean same) {
        float[] nearest = new float[k];
        int[] rows = new int[k];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        Arrays.fill(rows, -1);
        float[] sums = new float[Points.STRETCH];
        for (int stretch = 0; stretch < base.stretches(); stretch++) {
            int from = stretch * Points.STRETCH;
            int n = base.size(stretch);
            base.distances(who, row, stretch, sums);
            if (same && row >= from && row < from + n) {
                sums[row - from] = Float.POSITIVE_INFINITY;
            }
            for (int i = 0; i < n; i++) {
                if (sums[i] < nearest[k - 1]) {
                    insert(nearest, rows, sums[i], from + i);
                }
            }
        }
        return new Neighbour(Math.sqrt(Math.max(0, nearest[k - 1])), rows[k - 1]);
    }

    private static void insert(float[] nearest, int[] rows, float distance, int row) {
        int at = nearest.length - 1;
        while (at > 0 && nearest[at - 1] > distance) {
            nearest[at] = nearest[at - 1];
            rows[at] = rows[at - 1];
            at--;
        }
        nearest[at] = distance;
        rows[at] = row;
    }

    /** Nearest distances across two sets of points, from one look at every pair. */
    @SuppressWarnings("ArrayRecordComponent") // distances of many rows, never compared
    record Both(double[] ofRows, double[] ofOthers) {}

    /**
     * For every row of {@code a} the distance to the nearest of {@code b}, and the other way round.
     */
    static Both both(Points a, Points b) {
        b.prepared();
        int halves = Math.max(1, Math.min(a.rows(), 8)); // few, each keeps minima of all of b
        float[] ofRows = new float[a.rows()];
        float[][] partly = new float[halves][b.rows()];
        IntStream.range(0, halves)
                .parallel()
                .forEach(
                        part -> {
                            float[] minima = partly[part];
                            Arrays.fill(minima, Float.POSITIVE_INFINITY);
                            float[] sums = new float[Points.STRETCH];
                            for (int row = part; row < a.rows(); row += halves) {
                                ofRows[row] = sweep(a, row, b, sums, minima);
                            }
                        });
        double[] ofOthers = new double[b.rows()];
        for (int j = 0; j < ofOthers.length; j++) {
            float least = Float.POSITIVE_INFINITY;
            for (float[] minima : partly) {
                least = Math.min(least, minima[j]);
            }
            ofOthers[j] = Math.sqrt(Math.max(0, least));
        }
        double[] rows = new double[a.rows()];
        Arrays.setAll(rows, i -> Math.sqrt(Math.max(0, ofRows[i])));
        return new Both(rows, ofOthers);
    }

    private static float sweep(Points a, int row, Points b, float[] sums, float[] minima) {
        float least = Float.POSITIVE_INFINITY;
        for (int stretch = 0; stretch < b.stretches(); stretch++) {
            int from = stretch * Points.STRETCH;
            int n = b.size(stretch);
            b.distances(a, row, stretch, sums);
            for (int i = 0; i < n; i++) {
                if (sums[i] < minima[from + i]) {
                    minima[from + i] = sums[i];
                }
                if (sums[i] < least) {
                    least = sums[i];
                }
            }
        }
        return least;
    }
}
