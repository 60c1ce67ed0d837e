package org.anamnesis.generate.dp;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Cells of the values of a number, in units of its last digit: cell i holds the whole numbers from
 * {@code starts[i]} to just below the next start, the last one to {@code end}. What lies outside
 * belongs to the first or the last cell.
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record Grid(long[] starts, long end) {
    /** Whole numbers that a double holds exactly. */
    static final long MOST = 1L << 53;

    /** Cells of a range that is known before anything is measured. */
    private static final int COARSE = 64;

    /** Ends of a positive range that lie further apart are cut in equal ratios, not widths. */
    private static final double WIDE = 100;

    Grid {
        for (int i = 0; i < starts.length; i++) {
            long next = i + 1 < starts.length ? starts[i + 1] - 1 : end;
            if (starts[i] < -MOST || next > MOST || next < starts[i]) {
                throw new IllegalArgumentException("cell " + i + " of " + starts.length);
            }
        }
    }

    /** The range cut evenly, or into single values where there are few. */
    static Grid even(long low, long high) {
        var starts = new TreeSet<Long>();
        boolean ratios = low > 0 && high / (double) low >= WIDE;
        for (int i = 0; i < COARSE; i++) {
            double part = i / (double) COARSE;
            double at =
                    ratios
                            ? low * Math.pow((high + 1.0) / low, part)
                            : low + part * (high + 1.0 - low);
            starts.add(Math.max(low, Math.min(high, (long) Math.ceil(at))));
        }
        return of(starts, high);
    }

    /**
     * All numbers, cut at 0 and at the powers of 2 on both sides: for a range that nobody knows.
     */
    static Grid octaves() {
        LongStream powers = LongStream.iterate(1, v -> v < MOST, v -> v * 2);
        long[] up = powers.toArray();
        long[] starts = new long[2 * up.length + 1];
        for (int i = 0; i < up.length; i++) {
            starts[i] = 1 - 2 * up[up.length - 1 - i];
            starts[up.length + 1 + i] = up[i];
        }
        return new Grid(starts, MOST);
    }

    static Grid of(TreeSet<Long> starts, long end) {
        return new Grid(starts.stream().mapToLong(v -> v).toArray(), end);
    }

    int cells() {
        return starts.length;
    }

    int cell(long value) {
        int at = Arrays.binarySearch(starts, value);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    long low(int cell) {
        return starts[cell];
    }

    /** Last value of a cell. */
    long high(int cell) {
        return cell + 1 < starts.length ? starts[cell + 1] - 1 : end;
    }

    /** Whole numbers in a cell. */
    double width(int cell) {
        return (double) high(cell) - low(cell) + 1;
    }
}
