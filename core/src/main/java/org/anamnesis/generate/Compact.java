package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers of a model in few bytes, read with care: a count is held against the most that it may be,
 * and memory is taken as values arrive, so that a file that only claims to be long costs nothing.
 */
final class Compact {
    /** Values taken on trust before the next piece is read. */
    private static final int PIECE = 1 << 12;

    private Compact() {}

    /** Seven bits a byte, the lowest first; the top bit says that more follow. */
    static void count(DataOutput out, int value) throws IOException {
        int rest = value;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /**
     * @param most greatest that is right
     * @param what for the message
     */
    static int count(DataInput in, int most, String what) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int piece = in.readUnsignedByte();
            value |= (long) (piece & 0x7F) << shift;
            if (piece < 0x80) {
                if (value > most) {
                    throw new IOException("%s of %d, at most %d".formatted(what, value, most));
                }
                return (int) value;
            }
        }
        throw new IOException(what + " does not end");
    }

    static void doubles(DataOutput out, double[] values) throws IOException {
        count(out, values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    /** Finite values. */
    static double[] doubles(DataInput in, int most, String what) throws IOException {
        int n = count(in, most, what);
        double[] values = new double[Math.min(n, PIECE)];
        for (int k = 0; k < n; k++) {
            if (k == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(n, 2L * k));
            }
            values[k] = in.readDouble();
            if (!Double.isFinite(values[k])) {
                throw new IOException(what + " that is no number");
            }
        }
        return values;
    }

    /** Room for one more value at {@code at} of an array that will hold {@code n}. */
    static int room(int at, int n) {
        return at < PIECE ? Math.min(n, PIECE) : (int) Math.min(n, 2L * at);
    }
}
