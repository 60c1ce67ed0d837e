package org.anamnesis.parquet.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** A Parquet file as comma-separated text, made while it is read. */
final class ParquetCsv extends InputStream {
    /** Rows that are made at a time. */
    private static final int ROWS = 256;

    private final Path path;
    private final FileChannel file;
    private final Footer footer;

    /** Columns that are read: those of the table, without the row numbers that pandas adds. */
    private final int[] columns;

    private final List<Pages> pages = new ArrayList<>();
    private byte[] text;
    private int at;
    private int group = -1;
    private long left;

    ParquetCsv(Path path) throws IOException {
        this.path = path;
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            footer = guarded(() -> Footer.read(file));
            columns =
                    IntStream.range(0, footer.leaves().size())
                            .filter(
                                    k ->
                                            !footer.leaves()
                                                    .get(k)
                                                    .name()
                                                    .startsWith("__index_level_"))
                            .toArray();
            var line = new StringBuilder();
            for (int k : columns) {
                String name = footer.leaves().get(k).name();
                cell(line, name, name);
            }
            end(line);
            text = line.toString().getBytes(UTF_8);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Work on bytes that may be anybody's. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (UnreadException e) {
            throw wrong(e.getMessage(), e.suggestion());
        } catch (DamagedException e) {
            throw wrong(
                    "The Parquet file is damaged: " + e.getMessage() + ".", "a whole copy of it");
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | MalformedInputException e) {
            throw wrong("The Parquet file is damaged.", "a whole copy of it");
        }
    }

    private RequestException wrong(String what, String suggestion) {
        String name = path.getFileName().toString();
        return new RequestException(List.of(new Problem("table.parquet", name, what, suggestion)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == text.length && !more()) {
            return -1;
        }
        int n = Math.min(length, text.length - at);
        System.arraycopy(text, at, into, offset, n);
        at += n;
        return n;
    }

    /** Makes the text of the next rows; false if there are none. */
    private boolean more() throws IOException {
        while (left == 0) {
            if (++group >= footer.groups().size()) {
                return false;
            }
            Footer.Group next = footer.groups().get(group);
            left = next.rows();
            pages.clear();
            for (int k : columns) {
                pages.add(new Pages(file, footer.leaves().get(k), next.chunks().get(k)));
            }
        }
        int rows = (int) Math.min(ROWS, left);
        var made = new StringBuilder();
        guarded(
                () -> {
                    for (int row = 0; row < rows; row++) {
                        for (int k = 0; k < columns.length; k++) {
                            String name = footer.leaves().get(columns[k]).name();
                            cell(made, pages.get(k).next(), name);
                        }
                        end(made);
                    }
                    return made;
                });
        left -= rows;
        text = made.toString().getBytes(UTF_8);
        at = 0;
        return true;
    }

    private static void cell(StringBuilder line, String value, String column) {
        boolean plain = true;
        for (int i = 0; plain && i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new UnreadException(
                        "Cells of the column %s hold bytes that are no text.".formatted(column),
                        "the table without this column");
            }
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        line.append(plain ? value : '"' + value.replace("\"", "\"\"") + '"').append(',');
    }

    /** The last comma of a line becomes its end. */
    private static void end(StringBuilder line) {
        if (line.length() > 0 && line.charAt(line.length() - 1) == ',') {
            line.setLength(line.length() - 1);
        }
        line.append('\n');
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
