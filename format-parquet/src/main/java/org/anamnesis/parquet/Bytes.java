package org.anamnesis.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A growing array of bytes, little-endian. */
final class Bytes {
    private byte[] array = new byte[256];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Makes room for {@code more} bytes. */
    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }

    void one(int b) {
        reserve(1);
        array[length++] = (byte) b;
    }

    void int32(int value) {
        reserve(4);
        for (int shift = 0; shift < 32; shift += 8) {
            array[length++] = (byte) (value >>> shift);
        }
    }

    void int64(long value) {
        reserve(8);
        for (int shift = 0; shift < 64; shift += 8) {
            array[length++] = (byte) (value >>> shift);
        }
    }

    /** Unsigned, 7 bits a byte, lowest first (ULEB128). */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            one((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        one((int) rest);
    }

    void raw(byte[] bytes) {
        raw(bytes, bytes.length);
    }

    void raw(Bytes other) {
        raw(other.array, other.length);
    }

    private void raw(byte[] bytes, int count) {
        reserve(count);
        System.arraycopy(bytes, 0, array, length, count);
        length += count;
    }

    /** Bytes with their number in front, as Parquet's PLAIN encoding of a text. */
    void sized(byte[] bytes) {
        int32(bytes.length);
        raw(bytes);
    }

    /**
     * Values of {@code width} bits each, packed from the lowest bit on; to whole bytes.
     *
     * @param padded number of values to write; those from {@code to} on are 0
     */
    void packed(int[] values, int from, int to, int padded, int width) {
        reserve((padded * width + 7) / 8 + 8);
        long bits = 0;
        int held = 0;
        for (int i = from; i < from + padded; i++) {
            bits |= (i < to ? values[i] & 0xFFFFFFFFL : 0) << held;
            held += width;
            while (held >= 8) {
                array[length++] = (byte) bits;
                bits >>>= 8;
                held -= 8;
            }
        }
        if (held > 0) {
            array[length++] = (byte) bits;
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, length);
    }

    byte[] toArray() {
        return Arrays.copyOf(array, length);
    }
}
