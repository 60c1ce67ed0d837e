package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One table as CSV: a heading, then one line a row; a missing value is an empty cell. */
final class CsvTable implements TableWriter {
    /** Writes the value of one row; never called for a missing one. */
    @FunctionalInterface
    private interface Cell {
        void write(Rows rows, int row, double value) throws IOException;
    }

    private final TextOutput out;
    private final Cell[] cells;
    private final int[] vectors;

    CsvTable(Path path, TableSchema schema) throws IOException {
        out = new TextOutput(path);
        List<Column> columns = schema.columns();
        vectors = columns.stream().mapToInt(Column::vector).toArray();
        var kinds = new CellKinds();
        cells = columns.stream().map(c -> c.kind().match(kinds)).toArray(Cell[]::new);
        out.text(CsvText.line(columns.stream().map(Column::name).toList()).getBytes(UTF_8));
    }

    @Override
    public void write(Rows rows) throws IOException {
        int last = cells.length - 1;
        for (int row = 0; row < rows.count(); row++) {
            for (int c = 0; c <= last; c++) {
                double value = rows.vector(vectors[c])[row];
                if (!Double.isNaN(value)) {
                    cells[c].write(rows, row, value);
                }
                out.symbol(c == last ? '\n' : ',');
            }
        }
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private final class CellKinds implements Column.Cases<Cell> {
        @Override
        public Cell key(Column.Key kind) {
            return (rows, row, value) -> {
                out.symbol(kind.prefix());
                out.padded((long) value, kind.digits());
            };
        }

        @Override
        public Cell level(Column.Level kind) {
            byte[][] names =
                    kind.names().stream()
                            .map(name -> CsvText.cell(name).getBytes(UTF_8))
                            .toArray(byte[][]::new);
            return (rows, row, value) -> out.text(names[(int) value]);
        }

        @Override
        public Cell number(Column.Numeric kind) {
            int decimals = kind.decimals();
            return (rows, row, value) -> out.number(Decimals.scaled(value, decimals), decimals);
        }

        @Override
        public Cell mixed(Column.Mixed kind) {
            int[] decimals = kind.decimals().stream().mapToInt(d -> d).toArray();
            return (rows, row, value) -> {
                int d = decimals[(int) rows.vector(kind.selector())[row]];
                out.number(Decimals.scaled(value, d), d);
            };
        }

        @Override
        public Cell day(Column.Day kind) {
            return (rows, row, value) -> out.day((long) value);
        }

        @Override
        public Cell text(Column.Text kind) {
            return (rows, row, value) ->
                    out.text(CsvText.cell(rows.text((int) value)).getBytes(UTF_8));
        }
    }
}
