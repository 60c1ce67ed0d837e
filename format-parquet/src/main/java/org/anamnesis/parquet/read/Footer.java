package org.anamnesis.parquet.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of itself at its end.
 *
 * @param leaves columns in their order
 * @param groups pieces of rows, with the place of each column's pages
 */
record Footer(List<Leaf> leaves, List<Group> groups) {
    /** "PAR1", the first and the last four bytes. */
    private static final int MAGIC = 0x31524150;

    /** Bytes of the largest footer: thousands of columns in thousands of groups are less. */
    private static final int LARGEST = 256 << 20;

    /** Ends of a file: its mark twice and the footer's length. */
    private static final int ENDS = 12;

    /**
     * Rows that stand together.
     *
     * @param rows how many
     * @param chunks one a column
     */
    record Group(long rows, List<Chunk> chunks) {}

    /**
     * Pages of one column, one after the other.
     *
     * @param start first byte in the file
     * @param end behind the last
     */
    record Chunk(int codec, long start, long end) {}

    static Footer read(FileChannel file) throws IOException {
        long size = file.size();
        if (size < ENDS) {
            throw new DamagedException("it is cut off");
        }
        ByteBuffer tail = bytes(file, size - 8, 8);
        int length = tail.getInt(0);
        if (tail.getInt(4) != MAGIC) {
            throw new DamagedException("its end is not that of a Parquet file, so it is cut off");
        }
        if (length < 1 || length > size - ENDS || length > LARGEST) {
            throw new DamagedException("its end names a length that cannot be");
        }
        Structs root = Structs.read(bytes(file, size - 8 - length, length));
        List<Structs> elements = root.structs(2);
        List<Leaf> leaves = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        int next = 1;
        for (int child = 0; child < elements.get(0).length(5); child++) {
            next = leaves(elements, next, "", 0, leaves, nested);
        }
        if (!nested.isEmpty()) {
            throw new UnreadException(
                    "Cells of the column %s hold lists, which a table of one value a cell cannot."
                            .formatted(String.join(", ", nested)),
                    "the table without %s, or with a row for each of the values"
                            .formatted(nested.size() > 1 ? "these columns" : "this column"));
        }
        List<Group> groups = new ArrayList<>();
        for (Structs group : root.structs(4)) {
            if (group.number(3) != 0) { // columns of no rows may stand at no place
                groups.add(group(group, leaves.size(), size));
            }
        }
        return new Footer(leaves, groups);
    }

    /** Adds the leaves of one element; returns the number of the element behind it. */
    private static int leaves(
            List<Structs> elements,
            int at,
            String before,
            int above,
            List<Leaf> leaves,
            List<String> nested) {
        if (at >= elements.size()) {
            throw new DamagedException("its schema is cut off");
        }
        Structs element = elements.get(at);
        String name = before + element.text(4);
        long repetition = element.number(3, 0);
        if (repetition == 2) {
            nested.add(before.isEmpty() ? name : before.substring(0, before.length() - 1));
        }
        int levels = above + (repetition == 0 ? 0 : 1);
        if (element.has(1)) {
            int type = element.length(1);
            if (type >= Leaf.BY_CODE.size()) {
                throw new DamagedException("a column has no known type");
            }
            Leaf.Physical physical = Leaf.BY_CODE.get(type);
            int length = physical == Leaf.Physical.FIXED ? element.length(2) : 0;
            leaves.add(new Leaf(name, physical, length, levels, Meaning.of(element, physical)));
            return at + 1;
        }
        int next = at + 1;
        for (int child = 0; child < element.length(5); child++) {
            next = leaves(elements, next, name + ".", levels, leaves, nested);
        }
        return next;
    }

    private static Group group(Structs group, int columns, long size) {
        List<Structs> all = group.structs(1);
        if (all.size() != columns) {
            throw new DamagedException("a part of it has other columns than its schema");
        }
        List<Chunk> chunks = new ArrayList<>();
        for (Structs column : all) {
            Structs of = column.struct(3);
            long start = of.number(9);
            long dictionary = of.number(11, 0);
            start = dictionary > 0 ? Math.min(start, dictionary) : start;
            long bytes = of.number(7);
            if (start < 4 || bytes < 0 || start > size - bytes) {
                throw new DamagedException("a column lies outside of it");
            }
            chunks.add(new Chunk((int) of.number(4), start, start + bytes));
        }
        long rows = group.number(3);
        if (rows < 0) {
            throw new DamagedException("a part of it has %d rows".formatted(rows));
        }
        return new Group(rows, chunks);
    }

    static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (out.hasRemaining()) {
            if (file.read(out, from + out.position()) < 0) {
                throw new DamagedException("it is cut off");
            }
        }
        return out.flip();
    }
}
