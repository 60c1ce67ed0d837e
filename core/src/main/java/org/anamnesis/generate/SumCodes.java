package org.anamnesis.generate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Codes of several sums at once, see {@link AdditiveIndex}: each column adds to all of them in one
 * addition of a {@code long}, in which each sum has bits of its own.
 *
 * <p>A summand stands there as a whole number of parts of a bin, above the least of its column, so
 * that nothing is carried from one sum to the next. With four sums and 31 columns a part is a
 * hundredth of a bin or less.
 */
final class SumCodes {
    /** Bits for all sums; the sign is left free. */
    private static final int BITS = 63;

    /** Of a part of a bin, at most: finer than what summands are kept with. */
    private static final int FINEST = 20;

    private static final int[] NO_SUMS = {};

    /** Columns that any of the sums adds. */
    private final int[] columns;

    /** Summands of all sums by column and code. */
    private final long[][] summands;

    /** Width of a sum's bits; by sum, the bits after the point and what stands before the sum. */
    private final int width;

    private final int[] point;
    private final long[] start;

    private SumCodes(int[] columns, long[][] summands, int width, int[] point, long[] start) {
        this.columns = columns;
        this.summands = summands;
        this.width = width;
        this.point = point;
        this.start = start;
    }

    static SumCodes of(List<AdditiveIndex> sums) {
        if (sums.isEmpty()) {
            return new SumCodes(NO_SUMS, new long[0][], BITS, NO_SUMS, new long[0]);
        }
        int[] columns =
                sums.stream().flatMapToInt(s -> IntStream.of(s.columns())).distinct().toArray();
        long[][] summands = new long[columns.length][Bins.CODES];
        int width = BITS / sums.size();
        int[] point = new int[sums.size()];
        long[] start = new long[sums.size()];
        for (int s = 0; s < point.length; s++) {
            AdditiveIndex sum = sums.get(s);
            double range = 0;
            double least = 0;
            for (int f = 0; f < sum.columns().length; f++) {
                least += sum.least(f);
                range += sum.most(f) - sum.least(f);
            }
            if (!(range < 1L << (width - 2))) { // only of bytes that nobody learned
                continue;
            }
            // half the width is left for what rounding adds
            int bits = width - Math.max(1, Math.getExponent(range) + 2);
            point[s] = Math.max(0, Math.min(FINEST, bits));
            double one = 1L << point[s];
            start[s] = (long) Math.floor((least - sum.low()) * one);
            for (int f = 0; f < sum.columns().length; f++) {
                long[] own = summands[place(columns, sum.columns()[f])];
                for (int c = 0; c < Bins.CODES; c++) {
                    own[c] += Math.round((sum.part(f, c) - sum.least(f)) * one) << (s * width);
                }
            }
        }
        return new SumCodes(columns, summands, width, point, start);
    }

    private static int place(int[] columns, int column) {
        return IntStream.range(0, columns.length)
                .filter(f -> columns[f] == column)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Fills the codes, 1 to 62, of all rows of a block.
     *
     * @param codes by column and row
     * @param out by sum and row
     */
    void code(byte[][] codes, byte[]... out) {
        if (point.length == 0) {
            return;
        }
        long[] total = new long[out[0].length];
        for (int f = 0; f < columns.length; f += 4) {
            add(total, codes, f);
        }
        long mask = (1L << width) - 1;
        for (int s = 0; s < point.length; s++) {
            byte[] own = out[s];
            for (int i = 0; i < total.length; i++) {
                long sum = (total[i] >>> (s * width)) & mask;
                long bin = (sum + start[s]) >> point[s];
                own[i] = (byte) (1 + Math.max(0, Math.min(AdditiveIndex.BINS - 1, bin)));
            }
        }
    }

    /** Adds column f and up to three more, so that a total is fetched once for the four. */
    private void add(long[] total, byte[][] codes, int f) {
        long[] a = summands[f];
        byte[] codeA = codes[columns[f]];
        if (f + 3 >= columns.length) {
            for (int i = 0; i < total.length; i++) {
                total[i] += a[codeA[i]];
            }
            if (f + 1 < columns.length) {
                rest(total, codes, f + 1);
            }
            return;
        }
        long[] b = summands[f + 1];
        long[] c = summands[f + 2];
        long[] d = summands[f + 3];
        byte[] codeB = codes[columns[f + 1]];
        byte[] codeC = codes[columns[f + 2]];
        byte[] codeD = codes[columns[f + 3]];
        for (int i = 0; i < total.length; i++) {
            total[i] += a[codeA[i]] + b[codeB[i]] + c[codeC[i]] + d[codeD[i]];
        }
    }

    private void rest(long[] total, byte[][] codes, int from) {
        for (int f = from; f < columns.length; f++) {
            byte[] code = codes[columns[f]];
            long[] own = summands[f];
            for (int i = 0; i < total.length; i++) {
                total[i] += own[code[i]];
            }
        }
    }
}
