package org.anamnesis.learn;

import java.util.Arrays;
import java.util.Optional;

/**
 * The numbers that lie in the intervals of all rows, or of all but a few.
 *
 * @param low lower end
 * @param high upper end, not below
 */
record CommonInterval(double low, double high) {
    /**
     * @param lows lower ends, row by row
     * @param highs upper ends
     */
    static Optional<CommonInterval> of(double[] lows, double[] highs) {
        int n = lows.length;
        if (n == 0) {
            return Optional.empty();
        }
        double[] up = lows.clone();
        double[] down = highs.clone();
        Arrays.sort(up);
        Arrays.sort(down);
        // on each side as many rows may be typing errors as in all
        int errors = up[n - 1] <= down[0] ? 0 : (int) Math.ceil(2 * Probe.TYPING_ERRORS * n);
        double low = up[Math.max(0, n - 1 - errors)];
        double high = down[Math.min(n - 1, errors)];
        return low <= high ? Optional.of(new CommonInterval(low, high)) : Optional.empty();
    }
}
