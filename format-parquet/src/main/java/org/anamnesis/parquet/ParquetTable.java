package org.anamnesis.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.export.Column;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.TableWriter;

/**
 * One Parquet file: row groups of at most about 4 MB, then the footer. Units and labels of the
 * columns stand in the key-value metadata as {@code anamnesis.unit.COLUMN} and {@code
 * anamnesis.label.COLUMN}.
 */
final class ParquetTable implements TableWriter {
    /** For columns that take next to nothing. */
    private static final int ROWS_PER_GROUP = 256 * Chunk.PAGE;

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);

    // numbers of enum FieldRepetitionType in parquet.thrift
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;

    private final OutputStream out;
    private final GroupBudget budget;
    private final TableSchema schema;
    private final List<Chunk> chunks = new ArrayList<>();
    private final Bytes groups = new Bytes();

    private int groupCount;
    private int rowsInGroup;
    private long rowsInAll;
    private long offset = MAGIC.length;

    /** Alone; a group ends with the page in which it has reached its size. */
    ParquetTable(Path path, TableSchema schema) throws IOException {
        this(path, schema, new GroupBudget());
    }

    /**
     * @param budget shared with the tables that are written at once; this bounds the memory
     */
    ParquetTable(Path path, TableSchema schema, GroupBudget budget) throws IOException {
        this.schema = schema;
        this.budget = budget;
        budget.open();
        var scratch = new Chunk.Scratch();
        schema.columns().forEach(c -> chunks.add(new Chunk(c, scratch)));
        out =
                new BufferedOutputStream(
                        Files.newOutputStream(
                                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        out.write(MAGIC);
    }

    @Override
    public void write(Rows rows) throws IOException {
        int from = 0;
        while (from < rows.count()) {
            int to = Math.min(rows.count(), from + Chunk.PAGE - rowsInGroup % Chunk.PAGE);
            for (Chunk chunk : chunks) {
                chunk.add(rows, from, to);
            }
            rowsInGroup += to - from;
            from = to;
            if (rowsInGroup % Chunk.PAGE == 0 && isFull()) {
                endGroup();
            }
        }
    }

    private boolean isFull() {
        long bytes = 0;
        for (Chunk chunk : chunks) {
            bytes += chunk.bytes();
        }
        return bytes >= budget.group() || rowsInGroup >= ROWS_PER_GROUP;
    }

    private void endGroup() throws IOException {
        var columns = new Bytes();
        long begin = offset;
        for (Chunk chunk : chunks) {
            offset += chunk.end(out, offset, columns);
        }
        long size = offset - begin;
        int rows = rowsInGroup;
        Thrift.struct(
                groups,
                group ->
                        group.structs(1, chunks.size(), columns)
                                .i64(2, size)
                                .i64(3, rows)
                                .i64(5, begin)
                                .i64(6, size)
                                .i16(7, groupCount));
        groupCount++;
        rowsInAll += rowsInGroup;
        rowsInGroup = 0;
    }

    @Override
    public void finish() throws IOException {
        if (rowsInGroup > 0) {
            endGroup();
        }
        var footer = new Bytes();
        Thrift.struct(
                footer,
                file ->
                        file.i32(1, 1)
                                .structs(2, chunks.size() + 1, columns())
                                .i64(3, rowsInAll)
                                .structs(4, groupCount, groups)
                                .structs(5, 1 + 2 * chunks.size(), notes())
                                .text(6, "Anamnesis")
                                .structs(7, chunks.size(), orders()));
        footer.int32(footer.length());
        footer.writeTo(out);
        out.write(MAGIC);
        out.flush();
    }

    /** {@code SchemaElement}s: the root, then one a column. */
    private Bytes columns() {
        var elements = new Bytes();
        String name = schema.name().substring(schema.name().lastIndexOf('/') + 1);
        Thrift.struct(elements, root -> root.text(4, name).i32(5, chunks.size()));
        for (int k = 0; k < chunks.size(); k++) {
            Column column = schema.columns().get(k);
            Physical physical = chunks.get(k).physical();
            Thrift.struct(elements, element -> describe(element, column, physical));
        }
        return elements;
    }

    private static void describe(Thrift element, Column column, Physical physical) {
        element.i32(1, physical.type)
                .i32(3, column.required() ? REQUIRED : OPTIONAL)
                .text(4, column.name());
        switch (physical.logical) {
            case 0 -> {}
            // of no zone: the older converted type would make it one of UTC
            case Physical.LOGICAL_TIMESTAMP ->
                    element.struct(10, t -> t.struct(physical.logical, ParquetTable::micros));
            // readers older than the logical types know the converted one
            default -> {
                boolean text = physical.logical == Physical.LOGICAL_STRING;
                element.i32(6, text ? Physical.CONVERTED_UTF8 : Physical.CONVERTED_DATE)
                        .struct(10, type -> type.struct(physical.logical, nothing -> {}));
            }
        }
    }

    /** {@code TimestampType}: not adjusted to UTC, in microseconds. */
    private static void micros(Thrift type) {
        type.no(1).struct(2, unit -> unit.struct(2, nothing -> {}));
    }

    /** {@code KeyValue}s. */
    private Bytes notes() {
        var notes = new Bytes();
        note(notes, "anamnesis.table", schema.title());
        for (Column column : schema.columns()) {
            note(notes, "anamnesis.unit." + column.name(), column.unit());
            note(notes, "anamnesis.label." + column.name(), column.label());
        }
        return notes;
    }

    private static void note(Bytes notes, String key, String value) {
        Thrift.struct(notes, note -> note.text(1, key).text(2, value));
    }

    /**
     * {@code ColumnOrder}s: each column is ordered as its type defines; else no reader trusts min.
     */
    private Bytes orders() {
        var orders = new Bytes();
        for (int k = 0; k < chunks.size(); k++) {
            Thrift.struct(orders, order -> order.struct(1, defined -> {}));
        }
        return orders;
    }

    /** Closes the file; without {@link #finish} it has no footer and no reader takes it. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
