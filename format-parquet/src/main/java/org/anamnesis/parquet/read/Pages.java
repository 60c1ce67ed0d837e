package org.anamnesis.parquet.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** One column of a piece of rows, cell by cell; one page of it is in memory. */
final class Pages {
    /** Values of a page at most; writers end pages at some thousands or at a row group's rows. */
    static final int MOST_VALUES = 1 << 26;

    /** Bytes of a page at most, packed or not; writers end pages at 1 MB. */
    private static final int MOST_BYTES = 256 << 20;

    /** Bytes of a page's header at most: it may hold the smallest and largest text of the page. */
    private static final int HEADER = 1 << 20;

    /** Bytes of a header that are read at first. */
    private static final int USUAL_HEADER = 256;

    private final FileChannel file;
    private final Leaf leaf;
    private final int codec;
    private final long end;
    private long at;
    private String[] dictionary = new String[0];
    private int left;
    private RunLengths levels;
    private Values values = Pages::none;

    Pages(FileChannel file, Leaf leaf, Footer.Chunk chunk) {
        this.file = file;
        this.leaf = leaf;
        this.codec = chunk.codec();
        this.at = chunk.start();
        this.end = chunk.end();
    }

    private static String none() {
        throw new DamagedException("a column has fewer values than rows");
    }

    /** The next cell, empty if it is missing. */
    String next() throws IOException {
        while (left == 0) {
            page();
        }
        left--;
        return levels == null || levels.next() == leaf.levels() ? values.next() : "";
    }

    private void page() throws IOException {
        if (at >= end) {
            none();
        }
        int usual = (int) Math.min(USUAL_HEADER, end - at);
        Structs header;
        int length;
        ByteBuffer in = Footer.bytes(file, at, usual);
        try {
            header = Structs.read(in);
            length = in.position();
        } catch (java.nio.BufferUnderflowException | DamagedException longer) {
            in = Footer.bytes(file, at, (int) Math.min(HEADER, end - at));
            header = Structs.read(in);
            length = in.position();
        }
        int packed = bounded(header.length(3), end - at - length);
        int size = bounded(header.length(2), MOST_BYTES);
        byte[] bytes = Footer.bytes(file, at + length, packed).array();
        at += length + (long) packed;
        switch ((int) header.number(1)) {
            case 0 -> first(header.struct(5), bytes, size);
            case 2 -> dictionary(header.struct(7), bytes, size);
            case 3 -> second(header.struct(8), bytes, size);
            default -> {} // an index of pages
        }
    }

    private static int bounded(int length, long most) {
        if (length > Math.min(most, MOST_BYTES)) {
            throw new DamagedException("a page of %,d bytes stands in it".formatted(length));
        }
        return length;
    }

    private static int count(Structs of) {
        int count = of.length(1);
        if (count > MOST_VALUES) {
            throw new DamagedException("a page has %,d values".formatted(count));
        }
        return count;
    }

    private void dictionary(Structs of, byte[] bytes, int size) {
        ByteBuffer in = little(Codec.unpacked(codec, bytes, 0, bytes.length, size));
        int count = count(of);
        if (count > size && leaf.width() != 0) {
            throw new DamagedException("a dictionary is larger than its bytes");
        }
        // each entry takes a byte at least, but for a text of no length, which takes four
        dictionary = new String[Math.min(count, size)];
        Values plain = Values.plain(leaf, in);
        for (int k = 0; k < dictionary.length; k++) {
            dictionary[k] = plain.next();
        }
    }

    /** A page of the first version: levels and values packed together. */
    private void first(Structs of, byte[] bytes, int size) {
        ByteBuffer in = little(Codec.unpacked(codec, bytes, 0, bytes.length, size));
        left = count(of);
        levels = null;
        if (leaf.levels() > 0) {
            if (of.number(3) != 3) {
                throw new UnreadException(
                        "Which values of its column %s are missing is packed in a way of long ago."
                                .formatted(leaf.name()));
            }
            int length = in.getInt();
            levels = levels(in, length);
        }
        values = Values.of(leaf, (int) of.number(2), in, left, dictionary);
    }

    /** A page of the second version: the levels stand before what is packed. */
    private void second(Structs of, byte[] bytes, int size) {
        left = count(of);
        int before = of.length(6);
        int length = of.length(5);
        ByteBuffer in = little(bytes);
        if (before > bytes.length || length > bytes.length - before) {
            throw new DamagedException("levels are longer than their page");
        }
        in.position(before);
        levels = leaf.levels() > 0 ? levels(in, length) : null;
        int from = before + length;
        boolean packed = of.yes(7, true);
        byte[] rest =
                Codec.unpacked(packed ? codec : 0, bytes, from, bytes.length - from, size - from);
        int there = left - (int) of.number(2, 0);
        values = Values.of(leaf, (int) of.number(4), little(rest), there, dictionary);
    }

    private RunLengths levels(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new DamagedException("levels are longer than their page");
        }
        ByteBuffer own = in.slice().order(ByteOrder.LITTLE_ENDIAN).limit(length);
        in.position(in.position() + length);
        return new RunLengths(own, Integer.SIZE - Integer.numberOfLeadingZeros(leaf.levels()));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
