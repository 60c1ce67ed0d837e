package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.anamnesis.generate.CopulaLearner;
import org.anamnesis.generate.Training;
import org.anamnesis.generate.TreesLearner;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways of writing a table that nobody thinks of before he sees them. */
class StrangeTablesTest {
    private static final int ROWS = 120;

    @TempDir private Path folder;

    private SourceTable table(String header, IntFunction<String> row) throws IOException {
        var text = new StringBuilder(header).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append(row.apply(i)).append('\n');
        }
        return SourceTable.read(Files.writeString(folder.resolve("t.csv"), text), 1);
    }

    /** The table written again from what was read of it; the first line is the header. */
    private static List<String> again(SourceTable table, Schema schema) throws IOException {
        var out = new StringBuilder();
        var spelled = new SpelledTable(schema, out);
        spelled.header();
        spelled.rows(Coded.of(table, schema).table(), new long[ROWS]);
        return out.toString().lines().toList();
    }

    private static Content.Numbers numbers(Schema schema, String name) {
        return (Content.Numbers) schema.column(name).orElseThrow().content();
    }

    @Test
    void unitsAndCurrenciesInCellsAreReadAndWrittenAgain() throws IOException {
        IntFunction<String> row =
                i ->
                        "%d kg,%d.%d %%,%d%%,$%d,%d days,%d mL/min/1.73m2"
                                .formatted(
                                        50 + i % 40,
                                        5 + i % 4,
                                        i % 10,
                                        90 + i % 9,
                                        100 + i * 7,
                                        i % 30 + 2,
                                        30 + i % 70);
        SourceTable table = table("mass,a1c,spo2,cost,stay,egfr", row);
        Schema schema = Profiler.schema(table);
        assertEquals("kg", numbers(schema, "mass").unit());
        assertEquals("%", numbers(schema, "a1c").unit());
        assertEquals(Optional.of("hba1c"), schema.column("a1c").orElseThrow().concept());
        assertEquals("d", numbers(schema, "stay").unit());
        assertEquals(Optional.of("egfr"), schema.column("egfr").orElseThrow().concept());
        List<String> written = again(table, schema);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(row.apply(i), written.get(i + 1));
        }
        Schema kept = SchemaJson.read(SchemaJson.write(schema), table);
        assertEquals(numbers(schema, "cost"), numbers(kept, "cost"));
        assertEquals(numbers(schema, "egfr"), numbers(kept, "egfr"));
    }

    /** Half of the cells are below the limit; a 5.0 that was measured is rarer and goes with it. */
    @Test
    void limitsOfMeasurementAreWrittenAsTheyWere() throws IOException {
        IntFunction<String> row =
                i -> (i % 2 == 0 ? "<5" : "%d.%d".formatted(5 + i % 20, 1 + i % 9)) + "," + i % 7;
        SourceTable table = table("crp,n", row);
        Schema schema = Profiler.schema(table);
        assertEquals(List.of("<5"), numbers(schema, "crp").signs().limits());
        List<String> written = again(table, schema);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(row.apply(i), written.get(i + 1));
        }
    }

    /** Kilograms and pounds in one column are not one number. */
    @Test
    void twoUnitsInAColumnAreNotMixed() throws IOException {
        SourceTable table =
                table(
                        "mass,n,m",
                        i ->
                                "%d %s,%d,%d"
                                        .formatted(50 + i, i % 3 == 0 ? "lb" : "kg", i % 7, i % 5));
        Content mass = Profiler.schema(table).column("mass").orElseThrow().content();
        assertFalse(mass instanceof Content.Numbers);
    }

    @Test
    void yesAndNoInManySpellingsAreTwoAnswers() throws IOException {
        String[] yes = {"yes", "Y", "1", "TRUE"};
        String[] no = {"no", "N", "0", "FALSE"};
        SourceTable table =
                table(
                        "smoker,flag,n",
                        i ->
                                (i % 3 == 0 ? yes[i % 4] : no[i % 4])
                                        + ","
                                        + (i < 6 ? i % 2 == 0 ? "yes" : "no" : "" + i % 2)
                                        + ","
                                        + i % 7);
        Schema schema = Profiler.schema(table);
        for (String name : List.of("smoker", "flag")) {
            ColumnSchema column = schema.column(name).orElseThrow();
            List<String> levels = ((Content.Levels) column.content()).levels();
            assertEquals(2, levels.size(), name + levels);
            assertTrue(Answers.yes(levels.get(0)).isPresent());
            assertTrue(column.why().toString().contains("two answers"), column.why().toString());
        }
        double[] smoker = Coded.of(table, schema).table().column("smoker");
        double[] flag = Coded.of(table, schema).table().column("flag");
        for (int i = 0; i < ROWS; i++) {
            assertEquals(smoker[0] == smoker[i], i % 3 == 0, "row " + i);
            assertFalse(Double.isNaN(flag[i]), "row " + i);
        }
    }

    @Test
    void headersInOtherLanguagesHaveTheirConcepts() throws IOException {
        SourceTable table =
                table(
                        "Alter,Geschlecht,Größe,Gewicht,Blutdruck systolisch,Sex (1=m 2=f)",
                        i ->
                                "%d,%s,%d,%d,%d,%d"
                                        .formatted(
                                                20 + i % 60,
                                                i % 2 == 0 ? "weiblich" : "männlich",
                                                150 + i % 40,
                                                50 + i % 50,
                                                100 + i % 60,
                                                1 + i % 2));
        Schema schema = Profiler.schema(table);
        assertEquals(
                List.of("age", "sex", "height", "weight", "sbp", "sex"),
                schema.columns().stream().map(c -> c.concept().orElse("")).toList());
    }

    @Test
    void wordsOfPeopleAreThoseOfTheTable() throws IOException {
        SourceTable table =
                table(
                        "Geschlecht,a1c,hba1c_mmol_mol",
                        i ->
                                "%s,%d.%d,%d"
                                        .formatted(
                                                i % 2 == 0 ? "weiblich" : "männlich",
                                                5 + i % 5,
                                                i % 10,
                                                30 + i % 60));
        var words = new TableWords(Profiler.schema(table));
        assertEquals("\"a1c\" above 8", words.of("HbA1c above 8"));
        assertEquals("\"Geschlecht\" = 'weiblich'", words.of("sex = 'female'"));
        assertEquals("\"Geschlecht\" is 'männlich'", words.of("sex is male"));
        assertEquals("Geschlecht = 'weiblich'", words.of("Geschlecht = 'weiblich'"));
        assertTrue(words.remarks().contains("HbA1c is the column a1c, in %."));
    }

    @Test
    void placesNamesAndBirthsAreLeftOut() throws IOException {
        String[] given = {"Anna", "Bob", "Carla", "Dora", "Emil", "Fritz", "Gerd"};
        SourceTable table =
                table(
                        "first,born,city,lat,n,m",
                        i ->
                                "%s,19%02d-0%d-1%d,%s,%d.12345,%d,%d"
                                        .formatted(
                                                given[i % 7],
                                                30 + i % 60,
                                                1 + i % 9,
                                                i % 10,
                                                "town" + i % 9,
                                                40 + i % 15,
                                                i % 7,
                                                i % 5));
        assertEquals(
                List.of("n", "m"),
                Profiler.schema(table).learned().stream().map(ColumnSchema::name).toList());
    }

    /** "-0.0" is what a base excess of -0.04 is rounded to. */
    @Test
    void minusNothingIsNothing() throws IOException {
        SourceTable table =
                table("be,n", i -> (i % 9 == 0 ? "-0.0" : "" + (i % 9 - 4) / 2.0) + "," + i % 7);
        Coded coded = Coded.of(table, Profiler.schema(table));
        for (double v : coded.table().column("be")) {
            assertEquals(0, Double.compare(v, v + 0.0), "a zero with a sign");
        }
        double[] signed = {-0.0, 1, 0.0, 2, -0.0, 1};
        var people =
                new Table(
                        List.of(Variable.number("a", "", 0), Variable.number("b", "", 0)),
                        new double[][] {repeated(signed), repeated(new double[] {1, 2, 3})},
                        repeated(new double[] {1}));
        new TreesLearner().learn(people, new Training(1, 0, 1, (what, part) -> true));
        new CopulaLearner().learn(people, new Training(1, 0, 1, (what, part) -> true));
    }

    private static double[] repeated(double[] values) {
        return IntStream.range(0, ROWS).mapToDouble(i -> values[i % values.length]).toArray();
    }
}
