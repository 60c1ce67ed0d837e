package org.anamnesis.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits delimited text into records and cells (RFC 4180 with any separator): a cell that begins
 * with a double quote may hold separators and line ends, and two quotes in it mean one. Lines end
 * in LF, CR LF or CR. Memory does not grow with the text.
 */
public final class CellReader {
    /**
     * Characters of the longest cell: far above any note in a record; beyond it a quote was
     * forgotten.
     */
    public static final int LONGEST_CELL = 1 << 20;

    /** Cells of the widest record: far above any table that is learned. */
    public static final int MOST_CELLS = 100_000;

    private static final int SIZE = 1 << 16;

    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[SIZE];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int filled;
    private long line = 1;
    private long start = 1;

    /**
     * @param in not closed
     */
    public CellReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /** Line, from 1, at which the last record began. */
    public long line() {
        return start;
    }

    /**
     * Reads one record; an empty line is one empty cell.
     *
     * @param cells is cleared and filled
     * @return false at the end of the text
     * @throws MalformedCell if a quote does not end or a cell or record is absurdly long
     */
    public boolean next(List<String> cells) throws IOException {
        cells.clear();
        start = line;
        int c = read();
        if (c < 0) {
            return false;
        }
        cell.setLength(0);
        while (true) {
            if (c == '"' && cell.isEmpty()) {
                c = quoted();
            } else if (c == separator) {
                add(cells);
                c = read();
            } else if (c == '\n' || c == '\r' || c < 0) {
                add(cells);
                if (c == '\r' && peek() == '\n') {
                    at++;
                }
                line++;
                return true;
            } else {
                append(c);
                run();
                c = read();
            }
        }
    }

    /** Takes the characters up to the next separator or line end, as far as they are at hand. */
    private void run() throws MalformedCell {
        int from = at;
        while (at < filled && buffer[at] != separator && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        if (cell.length() + at - from > LONGEST_CELL) {
            throw tooLong();
        }
        cell.append(buffer, from, at - from);
    }

    /** The next record as a list of its own, empty at the end of the text. */
    public List<String> next() throws IOException {
        List<String> cells = new ArrayList<>();
        next(cells);
        return cells;
    }

    private void add(List<String> cells) throws MalformedCell {
        if (cells.size() >= MOST_CELLS) {
            throw new MalformedCell(start, "a line has more than %d cells".formatted(MOST_CELLS));
        }
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void append(int c) throws MalformedCell {
        if (cell.length() >= LONGEST_CELL) {
            throw tooLong();
        }
        cell.append((char) c);
    }

    private MalformedCell tooLong() {
        return new MalformedCell(
                start, "a cell is longer than %d characters".formatted(LONGEST_CELL));
    }

    /** Reads the rest of a quoted cell; returns the character after it. */
    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                throw new MalformedCell(start, "a quoted cell does not end");
            }
            if (c != '"') {
                boolean ends = c == '\n' || (c == '\r' && peek() != '\n');
                line += ends ? 1 : 0;
                append(c);
                continue;
            }
            c = read();
            if (c != '"') {
                return c;
            }
            append('"');
        }
    }

    private int read() throws IOException {
        return fill() ? buffer[at++] : -1;
    }

    private int peek() throws IOException {
        return fill() ? buffer[at] : -1;
    }

    private boolean fill() throws IOException {
        while (at == filled) {
            at = 0;
            filled = in.read(buffer, 0, SIZE);
            if (filled < 0) {
                filled = 0;
                return false;
            }
        }
        return true;
    }

    /** Text that cannot be split into cells. */
    public static final class MalformedCell extends IOException {
        private static final long serialVersionUID = 1L;

        /** Line, from 1, at which the record began. */
        public final long line;

        MalformedCell(long line, String message) {
            super("line " + line + ": " + message);
            this.line = line;
        }
    }
}
