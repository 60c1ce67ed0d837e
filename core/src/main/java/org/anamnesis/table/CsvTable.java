package org.anamnesis.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file (RFC 4180, header line, UTF-8, plain or gzip) as text cells by column; an empty cell
 * is missing.
 *
 * <p>Types are decided by whoever asks: {@link #numbers} or {@link #text}.
 */
public final class CsvTable {
    private final Map<String, List<String>> columns;
    private final int rows;

    private CsvTable(Map<String, List<String>> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * @param file ends in {@code .gz} if compressed
     * @throws IOException if it cannot be read or a row has another number of cells than the header
     */
    public static CsvTable read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return parse(new CellReader(reader, ','), file.getFileName().toString());
        }
    }

    private static CsvTable parse(CellReader in, String name) throws IOException {
        List<String> header = new ArrayList<>();
        if (!in.next(header)) {
            throw new IOException(name + " is empty");
        }
        List<List<String>> cells = new ArrayList<>();
        header.forEach(h -> cells.add(new ArrayList<>()));
        List<String> row = new ArrayList<>();
        int rows = 0;
        while (in.next(row)) {
            if (row.size() == 1 && row.get(0).isEmpty() && header.size() > 1) {
                continue;
            }
            if (row.size() != header.size()) {
                throw new IOException(
                        "%s: row %d has %d cells, the header %d"
                                .formatted(name, rows + 1, row.size(), header.size()));
            }
            for (int k = 0; k < row.size(); k++) {
                cells.get(k).add(row.get(k));
            }
            rows++;
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (int k = 0; k < header.size(); k++) {
            if (columns.put(header.get(k), cells.get(k)) != null) {
                throw new IOException(name + ": two columns are named " + header.get(k));
            }
        }
        return new CsvTable(columns, rows);
    }

    public int rows() {
        return rows;
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Cells of a column, empty text for missing. */
    public List<String> text(String column) {
        List<String> cells = columns.get(column);
        if (cells == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells;
    }

    /** Cells of a column as numbers, NaN where missing or not a number. */
    public double[] numbers(String column) {
        List<String> cells = text(column);
        double[] out = new double[rows];
        for (int i = 0; i < rows; i++) {
            out[i] = number(cells.get(i));
        }
        return out;
    }

    private static double number(String cell) {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
