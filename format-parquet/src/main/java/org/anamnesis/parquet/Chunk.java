package org.anamnesis.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.anamnesis.export.Column;
import org.anamnesis.export.Rows;

/**
 * One column of the row group in the making: an optional dictionary page, then data pages (version
 * 1). Pages are encoded as they fill, so little more is held than what will be written.
 *
 * <p>A page refers to a dictionary unless more than half of the first page's values differ, as keys
 * do, or until the dictionary is full; then values stand as they are.
 */
final class Chunk {
    /** Values of a page. */
    static final int PAGE = 1 << 14;

    /** Entries of a dictionary: indices of 18 bits, about 4 MB. */
    private static final int LARGEST_DICTIONARY = 1 << 18;

    /** Worth having whatever the number of values. */
    private static final int SMALL_DICTIONARY = 16;

    // numbers of enum Encoding and PageType in parquet.thrift
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;

    private final Column column;
    private final Physical physical;
    private final LongDictionary dictionary = new LongDictionary();
    private final Bytes pages = new Bytes();
    private final Scratch scratch;
    private final long[] values = new long[PAGE];

    private int pageRows;
    private long rows;
    private long missing;
    private long min;
    private long max;
    private boolean plain;
    private boolean dictionaryUsed;

    /**
     * What the columns of one table use in turn while they end a page; holds nothing in between.
     */
    static final class Scratch {
        private final Bytes body = new Bytes();
        private final Bytes part = new Bytes();
        private final int[] numbers = new int[PAGE];
    }

    Chunk(Column column, Scratch scratch) {
        this.column = column;
        this.scratch = scratch;
        this.physical = Physical.of(column);
        clear();
    }

    private void clear() {
        dictionary.clear();
        physical.forget();
        pages.clear();
        rows = 0;
        missing = 0;
        min = Long.MAX_VALUE;
        max = Long.MIN_VALUE;
        plain = false;
        dictionaryUsed = false;
    }

    /** Adds rows {@code from} to {@code to - 1}. */
    void add(Rows table, int from, int to) {
        double[] vector = table.vector(column.vector());
        for (int row = from; row < to; row++) {
            double number = vector[row];
            values[pageRows] =
                    Double.isNaN(number) ? Physical.MISSING : physical.value(table, row, number);
            if (++pageRows == PAGE) {
                endPage();
            }
        }
    }

    private void endPage() {
        if (pageRows == 0) {
            return;
        }
        int count = pageRows;
        Bytes body = scratch.body;
        body.clear();
        int present = definitionLevels(body);
        for (int k = 0; k < present; k++) {
            min = Math.min(min, values[k]);
            max = Math.max(max, values[k]);
        }
        plain = plain || !index(present);
        if (plain) {
            for (int k = 0; k < present; k++) {
                physical.plain(values[k], body);
            }
        } else {
            int width = Hybrid.width(dictionary.size());
            body.one(width);
            Hybrid.encode(scratch.numbers, present, width, body);
            dictionaryUsed = true;
        }
        int encoding = plain ? PLAIN : RLE_DICTIONARY;
        header(
                pages,
                DATA_PAGE,
                body.length(),
                5,
                page -> page.i32(1, count).i32(2, encoding).i32(3, RLE).i32(4, RLE));
        pages.raw(body);
        rows += count;
        missing += count - present;
        pageRows = 0;
    }

    /**
     * Writes which rows hold a value (1) and which miss it (0); a required column has no such part.
     * Moves the values together.
     *
     * @return how many there are
     */
    private int definitionLevels(Bytes body) {
        int present = 0;
        for (int k = 0; k < pageRows; k++) {
            boolean there = values[k] != Physical.MISSING;
            scratch.numbers[k] = there ? 1 : 0;
            values[present] = values[k];
            present += there ? 1 : 0;
        }
        if (column.required()) {
            if (present < pageRows) {
                throw new IllegalStateException(column.name() + " misses a value");
            }
            return present;
        }
        Bytes levels = scratch.part;
        levels.clear();
        Hybrid.encode(scratch.numbers, pageRows, 1, levels);
        body.int32(levels.length());
        body.raw(levels);
        return present;
    }

    /** Looks the page's values up in the dictionary; false when that does not pay. */
    private boolean index(int present) {
        if (dictionary.size() + present > LARGEST_DICTIONARY) {
            return false; // it might not fit: rather too early than to undo a part of the page
        }
        int[] indices = scratch.numbers;
        for (int k = 0; k < present; k++) {
            // neighbours are often equal: rows of one patient share her id and dates
            indices[k] =
                    k > 0 && values[k] == values[k - 1] ? indices[k - 1] : dictionary.id(values[k]);
        }
        boolean first = rows == 0;
        return !first || dictionary.size() <= Math.max(SMALL_DICTIONARY, present / 2);
    }

    private static void header(Bytes out, int type, int size, int id, Thrift.Fields page) {
        Thrift.struct(out, h -> h.i32(1, type).i32(2, size).i32(3, size).struct(id, page));
    }

    /**
     * Writes the chunk and begins the next.
     *
     * @param offset of the chunk in the file
     * @param metadata receives the {@code ColumnChunk} for the footer
     * @return bytes written
     */
    long end(OutputStream out, long offset, Bytes metadata) throws IOException {
        endPage();
        Bytes body = scratch.body;
        body.clear();
        if (dictionaryUsed) {
            Bytes levels = scratch.part;
            levels.clear();
            for (int id = 0; id < dictionary.size(); id++) {
                physical.plain(dictionary.value(id), levels);
            }
            header(
                    body,
                    DICTIONARY_PAGE,
                    levels.length(),
                    7,
                    d -> d.i32(1, dictionary.size()).i32(2, PLAIN));
            body.raw(levels);
        }
        long data = offset + body.length();
        long size = (long) body.length() + pages.length();
        body.writeTo(out);
        pages.writeTo(out);
        Thrift.struct(
                metadata, chunk -> chunk.i64(2, 0).struct(3, m -> describe(m, offset, data, size)));
        clear();
        return size;
    }

    /** {@code ColumnMetaData}; codec 0 = uncompressed. */
    private void describe(Thrift m, long offset, long data, long size) {
        m.i32(1, physical.type);
        if (dictionaryUsed) { // PLAIN: the dictionary itself, and pages that came too late for it
            m.i32s(2, PLAIN, RLE, RLE_DICTIONARY);
        } else {
            m.i32s(2, PLAIN, RLE);
        }
        m.texts(3, column.name()).i32(4, 0).i64(5, rows).i64(6, size).i64(7, size).i64(9, data);
        if (dictionaryUsed) {
            m.i64(11, offset);
        }
        m.struct(12, this::statistics);
    }

    private void statistics(Thrift s) {
        s.i64(3, missing);
        if (physical.ordered() && missing < rows) {
            s.binary(5, bound(max)).binary(6, bound(min));
        }
    }

    /** A bound is encoded as PLAIN, but a text without its length. */
    private byte[] bound(long value) {
        var bytes = new Bytes();
        physical.plain(value, bytes);
        byte[] all = bytes.toArray();
        return physical.type == Physical.BYTE_ARRAY ? Arrays.copyOfRange(all, 4, all.length) : all;
    }

    /** What the finished pages and the dictionary take, about. */
    long bytes() {
        return pages.length() + (long) dictionary.size() * physical.bytes;
    }

    Physical physical() {
        return physical;
    }
}
