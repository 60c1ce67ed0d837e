package org.anamnesis.neural;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, by the library, and ranks of what a network draws. */
final class Scale {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** No rank is nearer to 0 or 1: the normal score stays within ±3.3. */
    static final double EDGE = 5e-4;

    /** Parts of a column's drawn values whose ends are kept. */
    static final int PARTS = 128;

    private Scale() {}

    /** Φ<sup>−1</sup> of a rank in [0, 1], cut at {@link #EDGE}. */
    static double score(double rank) {
        return STANDARD.inverseCumulativeProbability(Math.max(EDGE, Math.min(1 - EDGE, rank)));
    }

    /** {@value #PARTS} + 1 rising values that cut drawn values into equal parts. */
    static double[] cuts(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double[] out = new double[PARTS + 1];
        for (int k = 0; k <= PARTS; k++) {
            double at = (double) k / PARTS * (sorted.length - 1);
            int low = (int) at;
            int high = Math.min(low + 1, sorted.length - 1);
            out[k] = sorted[low] + (at - low) * (sorted[high] - sorted[low]);
        }
        return out;
    }

    /**
     * Rank in [0, 1] of a value among drawn ones.
     *
     * @param within where among equal ones
     */
    static double rank(double[] cuts, double value, double within) {
        int below = 0;
        int high = cuts.length;
        while (below < high) {
            int middle = (below + high) >>> 1;
            if (cuts[middle] < value) {
                below = middle + 1;
            } else {
                high = middle;
            }
        }
        int notAbove = below;
        while (notAbove < cuts.length && cuts[notAbove] == value) {
            notAbove++;
        }
        if (notAbove > below + 1) {
            return (below + within * (notAbove - 1 - below)) / (cuts.length - 1);
        }
        if (below == 0 || below == cuts.length) {
            return below == 0 ? 0 : 1;
        }
        double width = cuts[below] - cuts[below - 1];
        double part = width > 0 ? (value - cuts[below - 1]) / width : within;
        return (below - 1 + part) / (cuts.length - 1);
    }

    /**
     * Reads {@link #cuts}.
     *
     * @throws IOException if the numbers do not rise
     */
    static double[] readCuts(DataInput in) throws IOException {
        double[] cuts = Stored.doubles(in, PARTS + 1);
        Stored.require(cuts.length == PARTS + 1, "parts of a column");
        for (int k = 1; k < cuts.length; k++) {
            Stored.require(cuts[k] >= cuts[k - 1], "rising parts of a column");
        }
        return cuts;
    }
}
