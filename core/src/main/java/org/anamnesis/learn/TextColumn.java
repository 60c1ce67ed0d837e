package org.anamnesis.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The cells of one column as text, each different text kept once: n codes into d texts. A column of
 * long notes does not fill the memory: texts are cut at {@link #LONGEST} characters, and when they
 * together pass a limit, no further ones are kept and {@link #overflowed} says so.
 */
final class TextColumn {
    /** Characters that are kept of a cell; what is longer is free text in any case. */
    static final int LONGEST = 200;

    private final int most;
    private byte[] pool = new byte[256];
    private int pooled;
    private int[] ends = new int[16];
    private int[] counts = new int[16];
    private int distinct;
    private int[] places = new int[64];
    private int[] codes = new int[256];
    private int size;
    private boolean overflowed;

    /**
     * @param most bytes of different texts that are kept
     */
    TextColumn(int most) {
        this.most = most;
    }

    /** Adds a cell without the blanks around it. */
    void add(String cell) {
        String text = clean(cell);
        byte[] bytes =
                (text.length() > LONGEST ? text.substring(0, LONGEST) : text).getBytes(UTF_8);
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        int code = code(bytes);
        counts[code]++;
        codes[size++] = code;
    }

    /** Blanks around a cell, also those that do not break, are nobody's answer. */
    static String clean(String cell) {
        String text = cell.indexOf('\u00A0') < 0 ? cell : cell.replace('\u00A0', ' ');
        return text.strip();
    }

    private int code(byte[] bytes) {
        int mask = places.length - 1;
        int h = Arrays.hashCode(bytes) * 0x9E3779B9;
        int place = (h ^ h >>> 16) & mask;
        while (places[place] != 0) {
            int code = places[place] - 1;
            if (Arrays.equals(pool, start(code), ends[code], bytes, 0, bytes.length)) {
                return code;
            }
            place = (place + 1) & mask;
        }
        if (distinct > 0 && pooled + bytes.length > most) {
            overflowed = true;
            return distinct - 1;
        }
        places[place] = distinct + 1;
        keep(bytes);
        if (distinct * 2 > places.length) {
            rehash();
        }
        return distinct - 1;
    }

    private void keep(byte[] bytes) {
        if (pooled + bytes.length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, pooled + bytes.length));
        }
        System.arraycopy(bytes, 0, pool, pooled, bytes.length);
        pooled += bytes.length;
        if (distinct == ends.length) {
            ends = Arrays.copyOf(ends, distinct * 2);
            counts = Arrays.copyOf(counts, distinct * 2);
        }
        ends[distinct++] = pooled;
    }

    private void rehash() {
        places = new int[places.length * 2];
        int mask = places.length - 1;
        for (int code = 0; code < distinct; code++) {
            byte[] bytes = Arrays.copyOfRange(pool, start(code), ends[code]);
            int h = Arrays.hashCode(bytes) * 0x9E3779B9;
            int place = (h ^ h >>> 16) & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = code + 1;
        }
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    /** Number of rows. */
    int size() {
        return size;
    }

    /** Number of different texts, d. */
    int distinct() {
        return distinct;
    }

    /** Text number {@code code}, 0 to d − 1. */
    String text(int code) {
        return new String(pool, start(code), ends[code] - start(code), UTF_8);
    }

    /** Which text stands in a row. */
    int code(int row) {
        return codes[row];
    }

    /** Rows that hold a text. */
    int count(int code) {
        return counts[code];
    }

    /** Whether there were too many texts to keep; the codes mean nothing then. */
    boolean overflowed() {
        return overflowed;
    }
}
