package org.anamnesis.parquet;

import java.util.Arrays;

/** Numbers the distinct values in the order in which they come; a hash table without objects. */
final class LongDictionary {
    private static final int FIRST_SIZE = 1 << 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] values = new long[FIRST_SIZE / 2];
    private int[] slots = new int[FIRST_SIZE]; // id + 1, 0 = free
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
        int at = (int) ((value * GOLDEN) >>> 32) & mask;
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

    private void grow() {
        values = Arrays.copyOf(values, values.length * 2);
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int id = 0; id < size; id++) {
            int at = (int) ((values[id] * GOLDEN) >>> 32) & mask;
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = id + 1;
        }
    }
}
