package org.anamnesis.generate;

/**
 * Whole numbers of patients by cell, near what the weights expect, such that every asked share is
 * met to the last patient (controlled rounding: largest remainder first, then moves of one patient
 * between two cells while they bring the shares nearer).
 */
final class CellCounts {
    private CellCounts() {}

    /**
     * Rounds.
     *
     * @param n patients
     * @param expected by cell, sums to n
     * @param keys by cell, bit k says whether the cell counts for share k
     * @param wanted by share, patients that must meet it
     * @return by cell, sums to n
     */
    static long[] of(long n, double[] expected, long[] keys, long[] wanted) {
        long[] counts = largestRemainder(n, expected);
        long[] off = new long[wanted.length];
        for (int k = 0; k < wanted.length; k++) {
            off[k] = -wanted[k];
            for (int c = 0; c < counts.length; c++) {
                off[k] += (keys[c] >>> k & 1) * counts[c];
            }
        }
        while (moveOne(counts, expected, keys, off)) {
            // each move brings the sum of deviations down, so this ends
        }
        return counts;
    }

    private static boolean moveOne(long[] counts, double[] expected, long[] keys, long[] off) {
        long best = 0;
        double bestStrain = 0;
        int from = -1;
        int to = -1;
        for (int a = 0; a < counts.length; a++) {
            for (int b = 0; b < counts.length && counts[a] > 0; b++) {
                long gain = gain(keys[a], keys[b], off);
                double strain = expected[b] - counts[b] - (expected[a] - counts[a]);
                if (gain > best || (gain == best && gain > 0 && strain > bestStrain)) {
                    best = gain;
                    bestStrain = strain;
                    from = a;
                    to = b;
                }
            }
        }
        if (from < 0) {
            return false;
        }
        counts[from]--;
        counts[to]++;
        for (int k = 0; k < off.length; k++) {
            off[k] += (keys[to] >>> k & 1) - (keys[from] >>> k & 1);
        }
        return true;
    }

    /** How much nearer all shares come when one patient moves from cell a to cell b. */
    private static long gain(long a, long b, long[] off) {
        long gain = 0;
        for (int k = 0; k < off.length; k++) {
            long change = (b >>> k & 1) - (a >>> k & 1);
            gain += Math.abs(off[k]) - Math.abs(off[k] + change);
        }
        return gain;
    }

    private static long[] largestRemainder(long n, double[] expected) {
        long[] counts = new long[expected.length];
        long left = n;
        for (int c = 0; c < counts.length; c++) {
            counts[c] = (long) Math.floor(expected[c]);
            left -= counts[c];
        }
        boolean[] raised = new boolean[counts.length];
        for (; left > 0; left--) {
            int best = 0;
            double most = -1;
            for (int c = 0; c < counts.length; c++) {
                double rest = raised[c] ? -1 : expected[c] - Math.floor(expected[c]);
                if (rest > most) {
                    most = rest;
                    best = c;
                }
            }
            raised[best] = true;
            counts[best]++;
        }
        return counts;
    }
}
