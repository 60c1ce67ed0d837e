package org.anamnesis.parquet.read;

import java.nio.ByteBuffer;

/** Whole numbers as differences in blocks of packed bits (DELTA_BINARY_PACKED). */
final class Deltas {
    private final ByteBuffer in;
    private final int perMini;
    private final int minis;
    private final long all;
    private long given;
    private long value;
    private long least;
    private byte[] widths = new byte[0];
    private int mini;
    private int inMini;
    private int bit;
    private byte current;

    Deltas(ByteBuffer in) {
        this.in = in;
        long block = Structs.varint(in);
        long number = Structs.varint(in);
        all = Structs.varint(in);
        value = Structs.zigzag(Structs.varint(in));
        if (number < 1
                || number > 1 << 16
                || block < number
                || block > 1 << 24
                || block % number != 0) {
            throw new DamagedException("differences in it are packed as they cannot be");
        }
        minis = (int) number;
        perMini = (int) (block / number);
        mini = minis;
    }

    /** How many there are. */
    long count() {
        return all;
    }

    long next() {
        if (given >= all) {
            throw new DamagedException("a page has fewer values than it says");
        }
        if (given++ > 0) {
            if (mini == minis) {
                block();
            }
            value += least + unpack(widths[mini] & 0xFF);
            if (++inMini == perMini) {
                end();
            }
        }
        return value;
    }

    private void block() {
        least = Structs.zigzag(Structs.varint(in));
        widths = new byte[minis];
        in.get(widths);
        mini = 0;
        inMini = 0;
        bit = 0;
    }

    /** Moves to the next piece of a block, which begins at a whole byte. */
    private void end() {
        mini++;
        inMini = 0;
        bit = 0;
    }

    private long unpack(int width) {
        if (width > 64) {
            throw new DamagedException("numbers of %d bits stand in it".formatted(width));
        }
        long out = 0;
        for (int k = 0; k < width; k++) {
            if (bit == 0) {
                current = in.get();
            }
            out |= (long) (current >> bit & 1) << k;
            bit = bit + 1 & 7;
        }
        return out;
    }

    /** Skips what is left of the last block, so that the buffer stands behind it. */
    void finish() {
        if (inMini > 0) {
            long bits = (long) (perMini - inMini) * (widths[mini] & 0xFF);
            long bytes = (bits - (bit == 0 ? 0 : 8 - bit) + 7) / 8;
            in.position((int) Math.min(in.limit(), in.position() + Math.max(0, bytes)));
        }
        mini = minis; // pieces behind the last value have no bytes
        inMini = 0;
    }
}
