package org.anamnesis.parquet;

/**
 * Parquet's RLE/bit-packing hybrid (Encodings.md): runs of one value as (length, value), all else
 * packed in groups of 8.
 */
final class Hybrid {
    /** Shorter runs are cheaper packed. */
    private static final int SHORTEST_RUN = 8;

    private Hybrid() {}

    /** Bits that hold the values 0 to {@code values - 1}. */
    static int width(int values) {
        return values <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /**
     * Appends {@code values[0] ... values[count - 1]}.
     *
     * @param width bits of a value, 0 to 32
     */
    static void encode(int[] values, int count, int width, Bytes out) {
        int packedFrom = 0;
        int i = 0;
        while (i < count) {
            int end = i + 1;
            while (end < count && values[end] == values[i]) {
                end++;
            }
            // a group in the making takes what it lacks from the run: only the last may be short
            int lacking = -(i - packedFrom) & 7;
            if (end - i - lacking >= SHORTEST_RUN) {
                pack(values, packedFrom, i + lacking, width, out);
                out.varint((long) (end - i - lacking) << 1);
                for (int shift = 0; shift < width; shift += 8) {
                    out.one(values[i] >>> shift);
                }
                packedFrom = end;
            }
            i = end;
        }
        pack(values, packedFrom, count, width, out);
    }

    private static void pack(int[] values, int from, int to, int width, Bytes out) {
        if (from < to) {
            int groups = (to - from + 7) / 8;
            out.varint(((long) groups << 1) | 1);
            out.packed(values, from, to, groups * 8, width);
        }
    }
}
