package org.anamnesis.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.CellReader;

/**
 * A user's table as text cells by column.
 *
 * <p>The file is read twice: once for its shape and faults, once for the cells. Memory is bounded
 * whatever its size: at most {@link #MOST_CELLS} cells are kept (8 bytes each) and {@link
 * #MOST_TEXT} bytes of different texts, together less than 400 MB. A table with more rows than fit
 * is learned from a random sample of them; if a column names persons, whole persons are taken.
 */
public final class SourceTable {
    /**
     * Rows that are learned at most: what an engine learns of the population changes little beyond
     * a hundred thousand (standard error of a share below 0.2 %).
     */
    public static final int MOST_ROWS = 200_000;

    /** Cells that are kept at most: 200,000 rows of 50 columns. */
    public static final long MOST_CELLS = 10_000_000;

    /** Bytes of different texts that are kept at most, shared evenly by the columns. */
    static final long MOST_TEXT = 256L << 20;

    private final String name;
    private final Scan scan;
    private final List<String> names;
    private final List<TextColumn> columns;
    private final List<String> units;
    private final long[] lines;
    private final List<String> notes;
    private final boolean folder;

    private SourceTable(
            String name,
            boolean folder,
            Scan scan,
            Columns columns,
            long[] lines,
            List<String> notes) {
        this.name = name;
        this.folder = folder;
        this.scan = scan;
        this.names = columns.names();
        this.columns = columns.cells();
        this.units = columns.units();
        this.lines = lines;
        this.notes = List.copyOf(notes);
    }

    /**
     * @param path delimited text, plain or gzip, or a folder that the program made
     * @param seed of the sample of a large table
     * @throws RequestException with every fault of the file
     */
    public static SourceTable read(Path path, long seed) {
        return read(path, seed, MOST_ROWS);
    }

    static SourceTable read(Path path, long seed, int mostRows) {
        SourceFile file = SourceFile.of(path);
        Scan scan = Scan.of(file);
        try (TextDecoder text = file.open(Optional.empty())) {
            return new Pass(file, scan, seed, mostRows).read(text);
        } catch (IOException e) {
            throw file.trouble(e);
        }
    }

    /**
     * The same with these columns, where it is a folder of records and they tell of a diagnosis or
     * a drug: of what no row of a folder tells nobody has or takes.
     */
    public SourceTable with(List<String> needed) {
        List<String> more =
                needed.stream()
                        .filter(n -> folder && !names.contains(n))
                        .filter(n -> FolderColumns.nobody(n).isPresent())
                        .toList();
        if (more.isEmpty()) {
            return this;
        }
        var out =
                new Columns(
                        new ArrayList<>(names),
                        new ArrayList<>(columns),
                        new ArrayList<>(units),
                        List.of());
        for (String column : more) {
            var cells = new TextColumn(text(1));
            for (int i = 0; i < rows(); i++) {
                cells.add(FolderColumns.nobody(column).orElseThrow());
            }
            out.names.add(column);
            out.cells.add(cells);
            out.units.add("");
        }
        return new SourceTable(name, true, scan, out, lines, notes);
    }

    /** File name without its folder. */
    public String name() {
        return name;
    }

    /** SHA-256 of the file as it lies on the disk, 64 hexadecimal digits. */
    public String sha256() {
        return scan.sha256();
    }

    /** Rows of the file; {@link #rows} of them are here. */
    public long rowsInFile() {
        return scan.rows();
    }

    /** Rows that are here. */
    public int rows() {
        return lines.length;
    }

    /** Names of the columns, in the file's order; a column of two pressures is two. */
    public List<String> names() {
        return names;
    }

    /** Character between the cells. */
    public char separator() {
        return scan.separator();
    }

    /** What the user should know of the file, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    TextColumn column(int k) {
        return columns.get(k);
    }

    /** Unit of a column as a line below the header writes it; empty if there is none. */
    String unit(int k) {
        return units.get(k);
    }

    /** Line of the file, from 1, on which a row begins. */
    long line(int row) {
        return lines[row];
    }

    /** The columns as they are learned. */
    private record Columns(
            List<String> names, List<TextColumn> cells, List<String> units, List<String> notes) {
        /** Those of the file, with columns of two pressures as two. */
        static Columns of(Scan scan, List<TextColumn> cells) {
            var out =
                    new Columns(
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>());
            for (int k = 0; k < cells.size(); k++) {
                String name = scan.names().get(k);
                String unit = scan.units().isEmpty() ? "" : scan.units().get(k);
                Optional<PressurePairs> pairs =
                        PressurePairs.of(name, cells.get(k), scan.names(), text(cells.size()));
                out.names.addAll(pairs.map(PressurePairs::names).orElse(List.of(name)));
                out.cells.addAll(pairs.map(PressurePairs::columns).orElse(List.of(cells.get(k))));
                pairs.map(p -> p.note(name)).ifPresent(out.notes::add);
                while (out.units.size() < out.names.size()) {
                    out.units.add(unit);
                }
            }
            return new Columns(
                    List.copyOf(out.names),
                    List.copyOf(out.cells),
                    List.copyOf(out.units),
                    List.copyOf(out.notes));
        }
    }

    /** Bytes of different texts that each of so many columns keeps at most. */
    private static int text(int columns) {
        return (int) Math.max(1 << 14, MOST_TEXT / columns);
    }

    /** The second pass. */
    private static final class Pass {
        private final SourceFile file;
        private final Scan scan;
        private final List<TextColumn> columns = new ArrayList<>();
        private final long most;
        private final OptionalInt person;
        private final Permutation order;
        private final long key;
        private long[] lines = new long[256];
        private int kept;

        Pass(SourceFile file, Scan scan, long seed, int mostRows) {
            this.file = file;
            this.scan = scan;
            int p = scan.names().size();
            most = Math.max(1, Math.min(mostRows, MOST_CELLS / p));
            key = new SeedTree(seed).purpose("rows of the table");
            order = new Permutation(scan.rows(), key);
            person = Keys.person(scan.names());
            scan.names().forEach(n -> columns.add(new TextColumn(text(p))));
        }

        SourceTable read(TextDecoder text) throws IOException {
            var reader = new CellReader(text, scan.separator());
            List<String> cells = new ArrayList<>();
            long row = -1L - scan.before();
            while (reader.next(cells)) {
                boolean blank =
                        row < 0
                                ? cells.stream().allMatch(String::isBlank)
                                : cells.size() == 1
                                        && cells.get(0).isBlank()
                                        && scan.places().length > 1;
                if (blank) {
                    continue;
                }
                if (row >= 0 && chosen(row, cells)) {
                    keep(cells, reader.line());
                }
                row++;
            }
            if (row != scan.rows()) {
                throw changed();
            }
            Columns read = Columns.of(scan, columns);
            List<String> notes = notes();
            notes.addAll(read.notes());
            boolean folder = file.folder().isPresent();
            long[] all = Arrays.copyOf(lines, kept);
            return new SourceTable(file.name(), folder, scan, read, all, notes);
        }

        private boolean chosen(long row, List<String> cells) {
            if (scan.rows() <= most) {
                return true;
            }
            if (person.isEmpty()) {
                return row < scan.rows() && order.place(row) < most;
            }
            String who = cells.get(scan.places()[person.getAsInt()]);
            double share = most / (double) scan.rows();
            return SeedTree.uniform(new SeedTree(key).purpose(who), 0) < share;
        }

        private void keep(List<String> cells, long line) {
            if (cells.size() <= scan.places()[scan.places().length - 1]) {
                throw changed();
            }
            for (int k = 0; k < columns.size(); k++) {
                columns.get(k).add(cells.get(scan.places()[k]));
            }
            lines = kept == lines.length ? Arrays.copyOf(lines, kept * 2) : lines;
            lines[kept++] = line;
        }

        private List<String> notes() {
            List<String> notes = new ArrayList<>(file.notes());
            notes.addAll(scan.notes());
            if (kept < scan.rows()) {
                notes.add(
                        "Learned from a random sample of %,d of %,d rows%s: no more than %,d rows or %,d cells are kept in memory."
                                .formatted(
                                        kept,
                                        scan.rows(),
                                        person.isPresent()
                                                ? ", whole persons by "
                                                        + scan.names().get(person.getAsInt())
                                                : "",
                                        MOST_ROWS,
                                        MOST_CELLS));
            }
            return notes;
        }

        private RequestException changed() {
            return new RequestException(
                    List.of(
                            new Problem(
                                    "table.changed",
                                    file.name(),
                                    "The file changed while it was read.",
                                    "the same again when nobody writes to it")));
        }
    }
}
