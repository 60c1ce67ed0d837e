package org.anamnesis.parquet;

import java.util.Arrays;

/** Numbers the distinct values in the order in which they come; a hash table without objects. */
final class LongDictionary {
    private static final int FIRST_BITS = 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] values = new long[1 << (FIRST_BITS - 1)];
    private int[] slots = new int[1 << FIRST_BITS]; // id + 1, 0 = free
    private int shift = Long.SIZE - FIRST_BITS; // slots = 2^(64 − shift)
    private int size;

    int size() {
        return size;
    }

    long value(int id) {
        return values[id];
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    int id(long value) {
        int mask = slots.length - 1;
        int at = slot(value);
        while (slots[at] != 0) {
            int id = slots[at] - 1;
            if (values[id] == value) {
                return id;
            }
            at = (at + 1) & mask;
        }
        if (size == values.length) {
            grow();
            return id(value);
        }
        values[size] = value;
        slots[at] = ++size;
        return size - 1;
    }

    /**
     * The top bits of the product: the low bits of doubles with few decimals are all zero, and
     * those of the product with them.
     */
    private int slot(long value) {
        return (int) (((value ^ (value >>> 32)) * GOLDEN) >>> shift);
    }

    private void grow() {
        shift--;
        values = Arrays.copyOf(values, values.length * 2);
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int id = 0; id < size; id++) {
            int at = slot(values[id]);
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = id + 1;
        }
    }
}
