package org.anamnesis.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.anamnesis.export.Column;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.apache.parquet.column.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that cohorts seldom have. */
class ParquetTableTest {
    private static final int BATCH = 1000;

    @TempDir private Path folder;

    private ReadBack written(
            Column.Kind kind, boolean required, long rows, LongToDoubleFunction value)
            throws IOException {
        Path file = folder.resolve("t.parquet");
        var schema =
                new TableSchema("t", "Test", List.of(new Column("x", "X", "", kind, 0, required)));
        var batch = new Rows(schema);
        try (var table = new ParquetTable(file, schema)) {
            for (long first = 0; first < rows; first += BATCH) {
                batch.clear(BATCH);
                int count = (int) Math.min(BATCH, rows - first);
                for (int k = 0; k < count; k++) {
                    batch.vector(0)[k] = value.applyAsDouble(first + k);
                }
                batch.fill(count);
                table.write(batch);
            }
            table.finish();
        }
        return ReadBack.of(file);
    }

    /** The dictionary fills up within a row group: later pages hold the values themselves. */
    @Test
    void aDictionaryThatFillsUpGivesWayToPlainPages() throws IOException {
        long rows = 300_000;
        LongToDoubleFunction value = row -> (row < Chunk.PAGE ? row % 100 : row) / 10.0;
        ReadBack read = written(new Column.Numeric(1), false, rows, value);
        Set<Encoding> encodings =
                read.metadata().getBlocks().get(0).getColumns().get(0).getEncodings();
        assertTrue(
                encodings.containsAll(Set.of(Encoding.PLAIN, Encoding.RLE_DICTIONARY)),
                encodings.toString());
        assertTrue(
                read.metadata().getBlocks().get(0).getRowCount() > 1 << 18,
                "the first group outlasts its dictionary");
        assertEquals(rows, read.rows().size());
        for (int row = 0; row < rows; row++) {
            assertEquals(Double.toString(value.applyAsDouble(row)), read.rows().get(row).get("x"));
        }
    }

    @Test
    void aColumnMayMissEveryValue() throws IOException {
        ReadBack read = written(new Column.Day(), false, 40_000, row -> Double.NaN);
        assertEquals(40_000, read.rows().size());
        assertTrue(read.rows().stream().allMatch(Map::isEmpty));
    }

    @Test
    void equalNamesAreOneAndEmptyOnesAreMissing() throws IOException {
        var names = new Column.Level(List.of("yes", "", "yes", "größer"));
        ReadBack read = written(names, false, 4, row -> row);
        assertEquals(
                List.of(Map.of("x", "yes"), Map.of(), Map.of("x", "yes"), Map.of("x", "größer")),
                read.rows());
    }

    /** Over several row groups and full dictionaries, each text is its own. */
    @Test
    void textsComeWithTheirRows() throws IOException {
        var schema =
                new TableSchema(
                        "t",
                        "Test",
                        List.of(new Column("x", "X", "", new Column.Text(), 0, false)));
        Path file = folder.resolve("t.parquet");
        var batch = new Rows(schema);
        int all = 60_000;
        int size = 5_000;
        try (var table = new ParquetTable(file, schema)) {
            for (int first = 0; first < all; first += size) {
                batch.clear(size);
                int from = first;
                batch.texts(IntStream.range(0, size).mapToObj(k -> reading(from + k)).toList());
                for (int k = 0; k < size; k++) {
                    batch.vector(0)[k] = k;
                }
                batch.fill(size);
                table.write(batch);
            }
            table.finish();
        }
        ReadBack read = ReadBack.of(file);
        assertEquals(all, read.rows().size());
        for (int k = 0; k < all; k++) {
            String text = reading(k);
            assertEquals(text.isEmpty() ? Map.of() : Map.of("x", text), read.rows().get(k));
        }
        assertTrue(read.metadata().getBlocks().size() > 1, "several row groups");
    }

    private static String reading(int k) {
        return k % 7 == 0
                ? ""
                : k % 3 == 0
                        ? "Sinus rhythm; größer."
                        : "Reading, of \"" + k + "\". " + "x".repeat(200);
    }

    @Test
    void spelledNumbersDatesAndMomentsHaveTheirTypes() throws IOException {
        Map<Column.Cell, List<String>> spelled =
                Map.of(
                        Column.Cell.WHOLE, List.of("-7", "", "2147483647"),
                        Column.Cell.REAL, List.of("-0.25", "", "3.0"),
                        Column.Cell.DATE, List.of("1969-12-31", "", "1970-01-02"),
                        Column.Cell.MOMENT, List.of("1969-12-31T23:59:59", "", "1970-01-01T00:01"));
        Map<Column.Cell, List<String>> read =
                Map.of(
                        Column.Cell.WHOLE, List.of("-7", "2147483647"),
                        Column.Cell.REAL, List.of("-0.25", "3.0"),
                        Column.Cell.DATE, List.of("-1", "1"),
                        Column.Cell.MOMENT, List.of("-1000000", "60000000"));
        for (Column.Cell cell : spelled.keySet()) {
            var kind = new Column.Level(spelled.get(cell), cell);
            List<Map<String, String>> rows = written(kind, false, 3, row -> row).rows();
            assertEquals(
                    List.of(
                            Map.of("x", read.get(cell).get(0)),
                            Map.of(),
                            Map.of("x", read.get(cell).get(1))),
                    rows,
                    cell.toString());
            Files.delete(folder.resolve("t.parquet"));
        }
    }

    @Test
    void negativeNumbersAndDatesBefore1970() throws IOException {
        assertEquals(
                List.of(Map.of("x", "-25567"), Map.of("x", "0")),
                written(new Column.Day(), true, 2, row -> row == 0 ? -25_567 : 0).rows());
        Files.delete(folder.resolve("t.parquet"));
        assertEquals(
                List.of(Map.of("x", "-0.5"), Map.of("x", "0.0"), Map.of("x", "2.7")),
                written(new Column.Numeric(1), true, 3, row -> row == 0 ? -0.5 : row * 2.7 - 2.7)
                        .rows());
    }

    @Test
    void aRequiredColumnMayMissNothing() {
        var failure =
                assertThrows(
                        IllegalStateException.class,
                        () -> written(new Column.Day(), true, 10, row -> Double.NaN));
        assertTrue(failure.getMessage().contains("x misses a value"), failure.getMessage());
    }
}
