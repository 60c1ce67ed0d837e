package org.anamnesis.learn;

import static org.anamnesis.learn.StrangeFiles.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTableTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir private Path folder;
    private StrangeFiles files;

    @BeforeEach
    void prepare() {
        files = new StrangeFiles(folder);
    }

    private static List<String> column(SourceTable t, int k) {
        TextColumn c = t.column(k);
        return java.util.stream.IntStream.range(0, c.size())
                .mapToObj(i -> c.text(c.code(i)))
                .toList();
    }

    @Test
    void theSameTableInEveryEncodingSeparatorAndLineEnd() {
        for (char s : new char[] {',', ';', '\t', '|'}) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String text =
                        ("städt,höhe 😀," + end + "Köln,7," + end + end + "\"a\"\"b\",  8 ," + end)
                                .replace(',', s);
                List<byte[]> forms =
                        List.of(
                                text.getBytes(StandardCharsets.UTF_8),
                                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
                                StrangeFiles.gzip(text));
                for (byte[] form : forms) {
                    var t = SourceTable.read(files.bytes(form), 1);
                    assertEquals(List.of("städt", "höhe 😀"), t.names());
                    assertEquals(List.of("Köln", "a\"b"), column(t, 0));
                    assertEquals(List.of("7", "8"), column(t, 1));
                    assertEquals(s, t.separator());
                }
            }
        }
    }

    @Test
    void windowsTextIsReadAndMixedLinesAreNamed() throws IOException {
        var windows = SourceTable.read(files.text("a,b\nKöln,1\nBern,2\n", WINDOWS), 1);
        assertEquals(List.of("Köln", "Bern"), column(windows, 0));
        assertTrue(windows.notes().get(0).contains("Windows-1252"), windows.notes().toString());

        var mixed = new ByteArrayOutputStream();
        mixed.write("a,b\nKöln,1\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("Köln,2\n".getBytes(WINDOWS));
        var t = SourceTable.read(files.bytes(mixed.toByteArray()), 1);
        assertEquals(List.of("Köln", "Köln"), column(t, 0));
        assertTrue(t.notes().get(0).contains("(line 3)"), t.notes().toString());
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsLine() {
        String text = "a,b,a,,c\n" + "1,2,3,4,5\n".repeat(50) + "1,2\n1,2,3,4,5,6\n\n";
        var e = assertThrows(RequestException.class, () -> SourceTable.read(files.text(text), 1));
        assertEquals(
                List.of("table.ragged", "table.header.empty", "table.header.twice"),
                e.problems().stream().map(p -> p.code()).toList());
        assertEquals("lines 52, 53", e.problems().get(0).where());
        assertEquals("column 4", e.problems().get(1).where());
    }

    @Test
    void whatIsNoTableIsSaidSo() throws IOException {
        assertEquals(List.of("table.empty"), problems(() -> read("")));
        assertEquals(List.of("table.empty"), problems(() -> read("\n\n")));
        assertEquals(List.of("table.rows.none"), problems(() -> read("a,b\n")));
        assertEquals(List.of("table.header.none"), problems(() -> read("1,2\n3,4\n5,6\n")));
        assertEquals(List.of("table.cell"), problems(() -> read("a,b\n1,2\n\"x,2\n1,2\n")));
        assertEquals(List.of("table.kind"), problems(() -> read("PK\u0003\u0004xxxxxxxx")));
        assertEquals(List.of("table.kind"), problems(() -> read("PAR1xxxxxxxx")));
        assertEquals(List.of("table.kind"), problems(() -> read("\0\1\2\3\4\5\6\7DUCK\0\0")));
        assertEquals(List.of("table.binary"), problems(() -> read("a,b\n1,\0\n")));
        assertEquals(
                List.of("table.absent"),
                problems(() -> SourceTable.read(folder.resolve("none.csv"), 1)));
        byte[] whole = StrangeFiles.gzip("a,b\n" + "1,2\n3,4\n".repeat(999));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        assertEquals(List.of("table.gzip"), problems(() -> SourceTable.read(files.bytes(cut), 1)));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(List.of("table.folder"), problems(() -> SourceTable.read(empty, 1)));
    }

    private void read(String text) {
        SourceTable.read(files.text(text), 1);
    }

    @Test
    void whatSpreadsheetsAndStatisticsProgramsWriteIsForgiven() {
        var excel = SourceTable.read(files.text("sep=;\na;b;;\n1;2;;\n3;4;;;\n"), 1);
        assertEquals(List.of("a", "b"), excel.names());
        assertEquals(List.of("2", "4"), column(excel, 1));
        var pandas = SourceTable.read(files.text(",a,b\n0,x,5\n1,y,6\n"), 1);
        assertEquals(List.of("row", "a", "b"), pandas.names());
    }

    @Test
    void aFolderOfOursIsItsWidestTable() throws IOException {
        Path ours = Files.createDirectory(folder.resolve("ours"));
        Files.writeString(ours.resolve("patients.csv"), "patient_id,sex\np1,female\n");
        assertEquals("patients.csv", SourceTable.read(ours, 1).name());
        Files.writeString(ours.resolve("cohort.csv"), "patient_id,age\np1,50\n");
        assertEquals(List.of("patient_id", "age"), SourceTable.read(ours, 1).names());
    }

    @Test
    void aLargeTableIsSampledEvenlyBySeed() {
        Path file = files.rows("x,y", 5000, i -> i + "," + i % 7);
        var t = SourceTable.read(file, 1, 1000);
        assertEquals(1000, t.rows());
        assertEquals(5000, t.rowsInFile());
        assertTrue(t.notes().get(0).contains("1,000 of 5,000"), t.notes().toString());
        assertEquals(column(t, 0), column(SourceTable.read(file, 1, 1000), 0));
        assertTrue(!column(t, 0).equals(column(SourceTable.read(file, 2, 1000), 0)));
        // mean of a sample without replacement: SD 1443 · √(0.8 / 1000) = 41; six SD, false alarm
        // 2e-9
        double mean = column(t, 0).stream().mapToInt(Integer::parseInt).average().orElseThrow();
        assertEquals(2499.5, mean, 6 * 41);
        assertEquals(Long.parseLong(column(t, 0).get(10)) + 2, t.line(10));
    }

    @Test
    void aLargeTableOfSeveralRowsAPersonKeepsPersonsWhole() {
        Path file = files.rows("patient_id,y", 6000, i -> "p" + i % 1500 + "," + i);
        var t = SourceTable.read(file, 1, 1000);
        Map<String, Integer> rows = new HashMap<>();
        column(t, 0).forEach(p -> rows.merge(p, 1, Integer::sum));
        assertEquals(Set.of(4), new HashSet<>(rows.values()));
        // persons: binomial 1500, 1/6: SD 14.4; six SD
        assertEquals(250, rows.size(), 87);
    }

    @Test
    void longNotesDoNotFillTheMemory() {
        var column = new TextColumn(1000);
        for (int i = 0; i < 500; i++) {
            column.add("note " + i + "x".repeat(1000));
        }
        assertTrue(column.overflowed());
        assertTrue(column.distinct() <= 5);
        assertEquals(500, column.size());
    }

    @Test
    void aSmallFileThatUnpacksToFarMoreIsNotReadToItsEnd() throws IOException {
        byte[] bomb = packed("age,b\n", "1,2\n".repeat(1 << 18), 60); // 63 MB
        byte[] blank = packed("age,b\n", "\n".repeat(1 << 20), 60);
        for (byte[] bytes : List.of(bomb, blank)) {
            assertTrue(bytes.length < 100_000, "bytes: " + bytes.length);
            var e =
                    assertThrows(
                            RequestException.class, () -> SourceTable.read(files.bytes(bytes), 1));
            assertEquals("table.gzip.large", e.problems().get(0).code());
        }
        // a table that packs well and is small is read
        assertEquals(
                262_144,
                SourceTable.read(files.bytes(packed("a,b\n", "1,2\n".repeat(1 << 18), 1)), 1)
                        .rowsInFile());
    }

    /** Compressed while it is made, as the memory of a test does not hold it. */
    private static byte[] packed(String header, String piece, int pieces) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(header.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < pieces; i++) {
                gzip.write(bytes);
            }
        }
        return out.toByteArray();
    }
}
