package org.anamnesis.parquet.read;

import java.nio.ByteBuffer;

/** Small whole numbers as runs or packed bits: levels, indices into dictionaries, booleans. */
final class RunLengths {
    private final ByteBuffer in;
    private final int width;
    private long left;
    private boolean packed;
    private int run;
    private long bits;
    private int held;

    /**
     * @param in stands at the first run; its limit is the end
     * @param width bits of each number, 0 to 32
     */
    RunLengths(ByteBuffer in, int width) {
        if (width < 0 || width > 32) {
            throw new DamagedException("numbers of %d bits stand in it".formatted(width));
        }
        this.in = in;
        this.width = width;
    }

    int next() {
        if (left == 0) {
            head();
        }
        left--;
        return packed ? unpack() : run;
    }

    private void head() {
        long head = Structs.varint(in);
        packed = (head & 1) == 1;
        left = packed ? (head >>> 1) * 8 : head >>> 1;
        if (left <= 0) {
            throw new DamagedException("a run in it is empty");
        }
        bits = 0;
        held = 0;
        if (!packed) {
            run = 0;
            for (int k = 0; k < (width + 7) / 8; k++) {
                run |= (in.get() & 0xFF) << (8 * k);
            }
        }
    }

    private int unpack() {
        while (held < width) {
            // the last byte of the last run may be left out
            bits |= (in.hasRemaining() ? in.get() & 0xFFL : 0) << held;
            held += 8;
        }
        int value = (int) (bits & (1L << width) - 1);
        bits >>>= width;
        held -= width;
        return value;
    }
}
