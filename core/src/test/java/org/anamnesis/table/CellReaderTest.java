package org.anamnesis.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class CellReaderTest {
    private static List<List<String>> all(String text, char separator) throws IOException {
        var reader = new CellReader(new StringReader(text), separator);
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        while (reader.next(cells)) {
            rows.add(List.copyOf(cells));
        }
        return rows;
    }

    /** The examples of RFC 4180, section 2. */
    @Test
    void theRfcsExamples() throws IOException {
        List<List<String>> two =
                List.of(List.of("aaa", "bbb", "ccc"), List.of("zzz", "yyy", "xxx"));
        assertEquals(two, all("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", ','));
        assertEquals(two, all("aaa,bbb,ccc\r\nzzz,yyy,xxx", ','));
        assertEquals(two, all("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", ','));
        assertEquals(
                List.of(List.of("aaa", "b\r\nbb", "ccc"), List.of("zzz", "yyy", "xxx")),
                all("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", ','));
        assertEquals(
                List.of(List.of("aaa", "b\"bb", "ccc")), all("\"aaa\",\"b\"\"bb\",\"ccc\"", ','));
    }

    @Test
    void everyLineEndAndSeparator() throws IOException {
        List<List<String>> two = List.of(List.of("a", "b"), List.of("", "c,d"));
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (char s : new char[] {';', '\t', '|'}) {
                assertEquals(two, all("a" + s + "b" + end + s + "c,d" + end, s));
            }
        }
    }

    @Test
    void linesAreCountedThroughQuotes() throws IOException {
        var reader = new CellReader(new StringReader("a\n\"b\nc\r\nd\re\"\nf\n"), ',');
        List<Long> lines = new ArrayList<>();
        while (reader.next(new ArrayList<>())) {
            lines.add(reader.line());
        }
        assertEquals(List.of(1L, 2L, 6L), lines);
    }

    @Test
    void aForgottenQuoteIsFoundWhereItBegan() {
        var e =
                assertThrows(
                        CellReader.MalformedCell.class, () -> all("a,b\n1,\"2\n3,4\n5,6\n", ','));
        assertEquals(2, e.line);
        String endless = "a\n\"" + "x".repeat(CellReader.LONGEST_CELL + 1) + "\"\n";
        assertEquals(2, assertThrows(CellReader.MalformedCell.class, () -> all(endless, ',')).line);
    }

    /** What is written by the rules of RFC 4180 is read as it was, whatever stands in the cells. */
    @Test
    void whatIsWrittenIsRead() {
        ForAll.seeds(
                300,
                seed -> {
                    String letters = "ab,;\"\n\r x";
                    long key = new SeedTree(seed).purpose("cells");
                    int draw = 0;
                    List<List<String>> rows = new ArrayList<>();
                    var text = new StringBuilder();
                    for (int i = 0; i < 5; i++) {
                        List<String> row = new ArrayList<>();
                        for (int k = 0; k < 3; k++) {
                            var cell = new StringBuilder();
                            int n = (int) (SeedTree.uniform(key, draw++) * 6);
                            for (int j = 0; j < n; j++) {
                                double u = SeedTree.uniform(key, draw++);
                                cell.append(letters.charAt((int) (u * letters.length())));
                            }
                            row.add(cell.toString());
                            text.append(k == 0 ? "" : ";");
                            text.append('"')
                                    .append(cell.toString().replace("\"", "\"\""))
                                    .append('"');
                        }
                        rows.add(row);
                        text.append("\r\n");
                    }
                    try {
                        assertEquals(rows, all(text.toString(), ';'));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
    }
}
