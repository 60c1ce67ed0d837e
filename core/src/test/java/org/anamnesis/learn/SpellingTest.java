package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingTest {
    @TempDir private Path folder;

    /** What goes in comes out, if nothing is dropped: the user's own text, cell by cell. */
    static String roundTrip(Path file) throws IOException {
        SourceTable source = SourceTable.read(file, 1);
        Schema schema = Profiler.schema(source);
        Coded coded = Coded.of(source, schema);
        var out = new StringBuilder();
        var spelled = new SpelledTable(schema, out);
        spelled.header();
        long[] persons = new long[source.rows()];
        for (int i = 0; i < persons.length; i++) {
            persons[i] = coded.persons()[i] + 1L;
        }
        spelled.rows(coded.table(), persons);
        return out.toString();
    }

    @Test
    void aTableComesBackInItsOwnSpelling() throws IOException {
        var text = new StringBuilder("Weight (kg);day;answer;code;fixed;cost;pulse\n");
        for (int i = 0; i < 120; i++) {
            text.append(i % 11 == 0 ? "NA" : (60 + i % 30) + "," + i % 10).append(';');
            text.append(i % 13 == 0 ? "NA" : "%02d.%02d.2021".formatted(1 + i % 28, 1 + i % 12));
            text.append(';').append(i % 2 == 0 ? "\"yes; much\"" : "None").append(';');
            text.append(i % 3 == 0 ? "1" : "0").append(";same;");
            text.append("1.%03d,%02d".formatted(i * 8 % 1000, i % 100)).append(';');
            text.append(60 + 2 * (i % 20)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        assertEquals(text.toString(), roundTrip(file));
    }

    @Test
    void theSurveysTableComesBack() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("anamnesis.shared", "absent"),
                        "data/nhanes31/train.csv");
        Assumptions.assumeTrue(Files.exists(file), "skipped: the table is not here: " + file);
        List<String> was = Files.readAllLines(file);
        List<String> is = roundTrip(file).lines().toList();
        assertEquals(was.size(), is.size());
        long cells = 0;
        long changed = 0;
        for (int i = 0; i < was.size(); i++) {
            String[] a = was.get(i).split(",", -1);
            String[] b = is.get(i).split(",", -1);
            assertEquals(a.length, b.length);
            for (int k = 0; k < a.length; k++) {
                cells++;
                changed += a[k].equals(b[k]) ? 0 : 1;
            }
        }
        // diastolic pressures of 0, which no record may hold, and decimals beyond the column's
        assertTrue(changed < 0.001 * cells, changed + " of " + cells);
    }

    @Test
    void aFormulaIsNotHandedOn() throws IOException {
        var schema =
                new Schema(
                        List.of(
                                new ColumnSchema(
                                        "a",
                                        new Content.Constant("=cmd|' /C calc'!A0"),
                                        true,
                                        List.of(),
                                        List.of(),
                                        "",
                                        java.util.Optional.empty())),
                        ',',
                        java.util.Optional.empty(),
                        java.util.Optional.empty());
        var out = new StringBuilder();
        new SpelledTable(schema, out)
                .rows(
                        new org.anamnesis.table.Table(List.of(), new double[0][], new double[1]),
                        new long[] {1});
        assertEquals("'=cmd|' /C calc'!A0\n", out.toString());
    }

    /** Against java.time, over formats and days. */
    @Test
    void datesAgreeWithTheLibrary() {
        List<String> patterns =
                List.of(
                        "yyyy-MM-dd",
                        "dd/MM/yyyy",
                        "M/d/yyyy",
                        "d-MMM-yyyy",
                        "dd.MM.yy",
                        "MMM d, yyyy");
        ForAll.seeds(
                200,
                seed -> {
                    long key = new SeedTree(seed).purpose("day");
                    LocalDate day =
                            LocalDate.of(1930, 1, 1)
                                    .plusDays((long) (SeedTree.uniform(key, 0) * 36_000));
                    for (String pattern : patterns) {
                        String text =
                                DateTimeFormatter.ofPattern(
                                                pattern.replace("y", "u"), Locale.ENGLISH)
                                        .withResolverStyle(ResolverStyle.STRICT)
                                        .format(day);
                        var format = new DateFormat(pattern);
                        assertEquals((double) day.toEpochDay(), format.days(text), 0, text);
                        assertEquals(text, format.write((double) day.toEpochDay()));
                    }
                });
        assertTrue(Double.isNaN(new DateFormat("yyyy-MM-dd").days("2021-02-29")));
        assertTrue(Double.isNaN(new DateFormat("yyyy-MM-dd").days("2021-2-1")));
        assertTrue(Double.isNaN(new DateFormat("dd/MM/yyyy").days("13/13/2021")));
        var timed = new DateFormat("yyyy-MM-ddTHH:mm:ss");
        assertEquals(0.5 + 1 / 86_400.0, timed.days("1970-01-01T12:00:01"), 1e-12);
        assertEquals("1970-01-01T12:00:01", timed.write(Math.round(1e5 * 0.50001157) / 1e5));
        assertTrue(DateFormat.of("no date").isEmpty());
        assertTrue(DateFormat.of("dd/MM").isEmpty());
    }

    @Test
    void numbersInEveryStyle() {
        assertEquals(1234.5, NumberStyle.GROUPED_POINT.value("1,234.5"));
        assertEquals(-1234.5, NumberStyle.GROUPED_COMMA.value("-1.234,5"));
        assertEquals(12.5, NumberStyle.COMMA.value("12,5"));
        assertEquals(1.5e-3, NumberStyle.POINT.value("1.5e-3"));
        assertEquals("3.210e-09", NumberStyle.SCIENTIFIC.write(3.21e-9, 9, 3));
        assertEquals("3,21e-09", NumberStyle.SCIENTIFIC_COMMA.write(3.21e-9, 9, 2));
        assertEquals(3, NumberStyle.SCIENTIFIC.decimals("3.210e-09"));
        assertEquals(0, NumberStyle.POINT.decimals("3.210e-09"));
        for (String no :
                List.of(
                        "1,23.5", "12,34", ",123", "1.2.3", "", "-", "1e", "x1", "1 2", "0x1F",
                        "1f")) {
            assertTrue(Double.isNaN(NumberStyle.GROUPED_POINT.value(no)), no);
        }
        assertEquals(Double.POSITIVE_INFINITY, NumberStyle.POINT.value("Inf"));
        assertEquals(Double.POSITIVE_INFINITY, NumberStyle.POINT.value("1e999"));
        ForAll.seeds(
                300,
                seed -> {
                    long key = new SeedTree(seed).purpose("number");
                    int decimals = (int) (SeedTree.uniform(key, 0) * 5);
                    double v =
                            Math.rint((SeedTree.uniform(key, 1) - 0.5) * 1e9)
                                    / Math.pow(10, decimals);
                    for (NumberStyle style : NumberStyle.values()) {
                        for (int least = 0; least <= decimals; least++) {
                            // a power of ten stands behind as many digits as are always written
                            double digits =
                                    Math.pow(10, Math.ceil(Math.log10(Math.abs(v))) - least);
                            double near = style.powers() ? digits / 2 : 1e-9;
                            assertEquals(v, style.value(style.write(v, decimals, least)), near);
                        }
                    }
                    String expected = String.format(Locale.ROOT, "%,." + decimals + "f", v);
                    assertEquals(expected, NumberStyle.GROUPED_POINT.write(v, decimals, decimals));
                });
    }
}
