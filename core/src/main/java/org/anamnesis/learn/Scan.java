package org.anamnesis.learn;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.CellReader;

/**
 * The first pass over a file: shape, faults and checksum. Keeps no row.
 *
 * @param separator between cells
 * @param names of the columns that are used
 * @param places of these in a record, 0 for the first cell
 * @param before lines that are neither the header nor rows: "sep=;", titles, units
 * @param units by column, as they are written below the header; empty if there are none
 * @param rows records below the header
 * @param sha256 of the file as it lies on the disk
 * @param notes worth knowing, a sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Scan(
        char separator,
        List<String> names,
        int[] places,
        int before,
        List<String> units,
        long rows,
        String sha256,
        List<String> notes) {
    /** Bytes in which the separator is looked for. */
    private static final int BEGINNING = 1 << 16;

    /** Lines that are named for one kind of fault. */
    private static final int NAMED = 5;

    /** Name of a first column without one, as R and pandas write row names. */
    private static final String ROW_NAMES = "row";

    /** Beginning of a first line by which Excel tells the separator. */
    private static final String OF_EXCEL = "sep=";

    /**
     * @throws RequestException with every fault of the file
     */
    static Scan of(SourceFile file) {
        var remarks = new Remarks();
        try {
            if (file.bytes() == 0) {
                remarks.problem("table.empty", file.name(), "The file is empty.", WANTED);
                remarks.check();
            }
            return new Pass(file, remarks).scan();
        } catch (IOException e) {
            throw file.trouble(e);
        }
    }

    private static final String WANTED = "a CSV file with a line of column names and rows below it";

    /** One pass, with what it has counted so far. */
    private static final class Pass {
        private final SourceFile file;
        private final Remarks remarks;
        private final List<Long> ragged = new ArrayList<>();
        private long raggedRows;
        private int raggedWidth;
        private long rows;
        private int titles;
        private List<String> units = List.of();
        private List<String> header = List.of();
        private boolean[] used = {};
        private boolean rest;

        Pass(SourceFile file, Remarks remarks) {
            this.file = file;
            this.remarks = remarks;
        }

        Scan scan() throws IOException {
            char separator = separator();
            MessageDigest digest = sha256();
            int before;
            try (TextDecoder text = file.open(Optional.of(digest))) {
                var reader = new CellReader(text, separator);
                before = header(reader);
                body(reader);
                encoding(text);
            }
            List<Integer> places = columns();
            if (rows == 0 && remarks.problems().isEmpty()) {
                remarks.problem(
                        "table.rows.none",
                        file.name(),
                        "There is no row below the header.",
                        WANTED);
            }
            remarks.check();
            return new Scan(
                    separator,
                    places.stream().map(this::name).toList(),
                    places.stream().mapToInt(k -> k).toArray(),
                    before,
                    units.isEmpty() ? List.of() : places.stream().map(this::unit).toList(),
                    rows,
                    HexFormat.of().formatHex(digest.digest()),
                    remarks.notes());
        }

        private char separator() throws IOException {
            try (TextDecoder text = file.open(Optional.empty())) {
                char[] beginning = new char[BEGINNING];
                int n = 0;
                for (int got = 0; got >= 0 && n < BEGINNING; n += Math.max(0, got)) {
                    got = text.read(beginning, n, BEGINNING - n);
                }
                if (text.zeros() > 0) {
                    remarks.problem(
                            "table.binary",
                            file.name(),
                            "The file is not text, or UTF-16 without its mark: it holds zero bytes.",
                            "the table saved as CSV in UTF-8");
                    remarks.check();
                }
                String start = new String(beginning, 0, n);
                char separator = Separator.of(start);
                beginning(start, separator);
                return separator;
            }
        }

        /** Titles before the header and units below it. */
        private void beginning(String beginning, char separator) throws IOException {
            List<List<String>> first = new ArrayList<>();
            var reader = new CellReader(new java.io.StringReader(beginning), separator);
            List<String> cells = new ArrayList<>();
            while (first.size() < TitleLines.LOOKED_AT && whole(reader, cells)) {
                boolean sep = first.isEmpty() && cells.get(0).startsWith(OF_EXCEL);
                if (!sep && !cells.stream().allMatch(String::isBlank)) {
                    first.add(List.copyOf(cells));
                }
            }
            titles = TitleLines.before(first);
            units = UnitLine.of(first.subList(Math.min(titles, first.size()), first.size()));
        }

        /** Whether there is another record; one that the end of the beginning cuts is none. */
        private static boolean whole(CellReader reader, List<String> cells) throws IOException {
            try {
                return reader.next(cells);
            } catch (CellReader.MalformedCell cut) {
                return false;
            }
        }

        /** Returns how many lines are neither the header nor rows. */
        private int header(CellReader reader) throws IOException {
            List<String> cells = reader.next();
            int before = !cells.isEmpty() && cells.get(0).startsWith(OF_EXCEL) ? 1 : 0;
            cells = before > 0 ? reader.next() : cells;
            for (int left = titles; !cells.isEmpty(); cells = reader.next()) {
                if (!cells.stream().allMatch(String::isBlank) && left-- == 0) {
                    break;
                }
            }
            if (titles > 0) {
                remarks.note(
                        "The first %s; the names of the columns stand behind %s."
                                .formatted(
                                        titles == 1
                                                ? "line is a title"
                                                : titles + " lines are titles",
                                        titles == 1 ? "it" : "them"));
                before += titles;
            }
            header = cells.stream().map(TextColumn::clean).toList();
            used = new boolean[header.size()];
            if (header.isEmpty()) {
                remarks.problem("table.empty", file.name(), "The file is empty.", WANTED);
                remarks.check();
            }
            return units.isEmpty() ? before : before + units(reader);
        }

        /** Passes over the line of the units. */
        private int units(CellReader reader) throws IOException {
            List<String> cells = reader.next();
            while (cells.stream().allMatch(String::isBlank)) {
                cells = reader.next();
            }
            remarks.note(
                    "The line below the names holds units (%s); they are taken as those of the columns, and the line is no row."
                            .formatted(
                                    Remarks.shown(
                                            units.stream()
                                                    .filter(u -> !u.isEmpty())
                                                    .distinct()
                                                    .limit(NAMED)
                                                    .collect(Collectors.joining(", ")))));
            return 1;
        }

        private String unit(int place) {
            return place < units.size() ? units.get(place) : "";
        }

        private void body(CellReader reader) throws IOException {
            List<String> cells = new ArrayList<>();
            try {
                while (reader.next(cells)) {
                    if (blank(cells)) {
                        continue;
                    }
                    rows++;
                    if (!fits(cells)) {
                        raggedRows++;
                        raggedWidth =
                                raggedRows == 1 || raggedWidth == cells.size() ? cells.size() : -1;
                        if (ragged.size() < NAMED) {
                            ragged.add(reader.line());
                        }
                        continue;
                    }
                    rest |= cells.size() > header.size();
                    for (int k = 0; k < used.length; k++) {
                        used[k] |= !cells.get(k).isEmpty();
                    }
                }
            } catch (CellReader.MalformedCell e) {
                remarks.problem(
                        "table.cell",
                        "line " + e.line,
                        "The text cannot be split into cells: " + e.getMessage() + ".",
                        "every quote closed, and quotes inside a quoted cell doubled");
            }
        }

        /** An empty line, which a table of one column may hold as a missing value. */
        private boolean blank(List<String> cells) {
            return cells.size() == 1 && cells.get(0).isBlank() && header.size() > 1;
        }

        /** Whether a record is as wide as the header, but for empty cells behind its end. */
        private boolean fits(List<String> cells) {
            int more = cells.size() - header.size();
            return more == 0
                    || (more > 0 && cells.stream().skip(header.size()).allMatch(String::isBlank));
        }

        private String name(int place) {
            return header.get(place).isEmpty() ? ROW_NAMES : header.get(place);
        }

        /** The columns that have a name; faults of the names are said. */
        private List<Integer> columns() {
            if (raggedRows > 0) {
                ragged();
            }
            if (rest) {
                remarks.note("Empty cells behind the last column are ignored.");
            }
            List<Integer> places = new ArrayList<>();
            List<Integer> nameless = new ArrayList<>();
            Map<String, List<Integer>> byName = new LinkedHashMap<>();
            for (int k = 0; k < header.size(); k++) {
                boolean empty = header.get(k).isEmpty();
                boolean rowNames = empty && k == 0 && !header.contains(ROW_NAMES);
                if (empty && !used[k] && k > 0) {
                    continue;
                }
                if (empty && !rowNames) {
                    nameless.add(k + 1);
                    continue;
                }
                if (rowNames) {
                    remarks.note("The first column has no name; it is called \"row\".");
                }
                places.add(k);
                byName.computeIfAbsent(name(k), n -> new ArrayList<>()).add(k + 1);
            }
            names(nameless, byName);
            return places;
        }

        private void names(List<Integer> nameless, Map<String, List<Integer>> byName) {
            if (!nameless.isEmpty()) {
                remarks.problem(
                        "table.header.empty",
                        "column " + list(nameless),
                        "The header gives no name here, but there are values below.",
                        "a name for every column");
            }
            byName.forEach(
                    (name, at) -> {
                        if (at.size() > 1) {
                            remarks.problem(
                                    "table.header.twice",
                                    name,
                                    "Columns %s have the same name.".formatted(list(at)),
                                    "a name of its own for every column");
                        }
                    });
            boolean numbers =
                    header.size() > 1 && header.stream().allMatch(h -> NumberStyle.POINT.reads(h));
            if (numbers) {
                remarks.problem(
                        "table.header.none",
                        "line 1",
                        "The first line holds numbers where the names of the columns should stand.",
                        WANTED);
            }
        }

        private void ragged() {
            int width = header.size();
            boolean rowNames = raggedRows == rows && raggedWidth == width + 1;
            String which =
                    raggedRows == 1
                            ? "Line " + ragged.get(0) + " has"
                            : "%,d lines have".formatted(raggedRows);
            String number = raggedWidth < 0 ? "another number of cells" : raggedWidth + " cells";
            remarks.problem(
                    "table.ragged",
                    (ragged.size() == 1 ? "line " : "lines ")
                            + list(ragged)
                            + (raggedRows > ragged.size() ? ", ..." : ""),
                    "%s %s, the header has %d.".formatted(which, number, width),
                    rowNames
                            ? "a name for the first column too (R: write.csv, not write.table)"
                            : "every row with as many cells as the header; text that holds the separator in quotes");
        }

        private void encoding(TextDecoder text) {
            if (text.zeros() > 0) {
                remarks.problem(
                        "table.binary",
                        file.name(),
                        "The file holds zero bytes, which text does not have.",
                        "the table saved as CSV in UTF-8");
            }
            if (text.foreign() == 0) {
                return;
            }
            if (!text.unicode()) {
                remarks.note("The text is read as Windows-1252 (it is not UTF-8).");
                return;
            }
            remarks.note(
                    "The file mixes encodings: %s of it %s not UTF-8 and %s read as Windows-1252 (line %s%s)."
                            .formatted(
                                    text.foreign() == 1
                                            ? "one line"
                                            : "%,d lines".formatted(text.foreign()),
                                    text.foreign() == 1 ? "is" : "are",
                                    text.foreign() == 1 ? "is" : "are",
                                    list(text.foreignLines()),
                                    text.foreign() > TextDecoder.NAMED ? ", ..." : ""));
        }

        private static String list(List<? extends Number> numbers) {
            return numbers.stream().map(Number::toString).collect(Collectors.joining(", "));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("every Java runtime has SHA-256", absent);
            }
        }
    }
}
