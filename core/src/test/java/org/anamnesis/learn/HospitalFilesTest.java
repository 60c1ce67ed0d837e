package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.anamnesis.generate.Training;
import org.anamnesis.generate.TreesLearner;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as wards, registries and trials export them. */
class HospitalFilesTest {
    @TempDir private Path folder;
    private StrangeFiles files;

    @BeforeEach
    void prepare() {
        files = new StrangeFiles(folder);
    }

    private SourceTable table(String header, int rows, IntFunction<String> row) {
        return SourceTable.read(files.rows(header, rows, row), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "age_at_diagnosis,     age, a",
        "Age at surgery,       age, a",
        "Alter bei Aufnahme,   age, a",
        "days_to_treatment,    '',  ''",
        "Laktat mmol/l,        lactate, mmol/L",
        "Noradrenalin µg/kg/min, '', µg/kg/min",
        "Diurese (ml/kg/h),    '',  ml/kg/h",
        "temp_c,               temperature, Cel",
        "survival_months,      '',  mo"
    })
    void whatAHeaderMeasuresIsANumber(String header, String concept, String unit) {
        int from = concept.equals("temperature") ? 36 : 1;
        SourceTable t =
                table(
                        "\"" + header + "\",x,y",
                        200,
                        i -> from + i % (from == 36 ? 4 : 20) + "," + i % 17 + "," + i % 2);
        ColumnSchema c = Profiler.schema(t).columns().get(0);
        var n = assertInstanceOf(Content.Numbers.class, c.content(), header);
        assertEquals(unit, n.unit());
        assertEquals(concept, c.concept().orElse(""));
    }

    /** The twin: other strokes in a header are no units. */
    @ParameterizedTest
    @ValueSource(strings = {"answer yes/no", "score pre/post", "Gewicht/Größe"})
    void wordsWithAStrokeAreNoUnits(String header) {
        assertEquals(new Concepts.Headed(header, ""), Concepts.headed(header));
    }

    @Test
    void numbersOfPersonsAreLeftOut() {
        SourceTable t = table("pidnum,x,y", 300, i -> 10_056 + 37 * i + "," + i % 17 + "," + i % 2);
        assertInstanceOf(Content.Identifier.class, Profiler.schema(t).columns().get(0).content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Diabetes clinic 2024;;;\nAs of: 01.02.2025;;;\n",
                "Diabetes clinic 2024\n\n",
                "sep=;\nExport\n"
            })
    void linesBeforeTheHeaderAreTitles(String before) {
        var text = new StringBuilder(before).append("Alter;HbA1c;Typ;Station\n");
        for (int i = 0; i < 80; i++) {
            text.append(30 + i % 50).append(";7,").append(i % 10).append(";T").append(i % 2);
            text.append(";S").append(i % 3).append('\n');
        }
        SourceTable t = SourceTable.read(files.text(text.toString()), 1);
        assertEquals(List.of("Alter", "HbA1c", "Typ", "Station"), t.names());
        assertEquals(80, t.rows());
        assertTrue(t.notes().toString().contains("title"), t.notes().toString());
    }

    /**
     * The twin: a header with a name missing is a fault that is said, a column of text stays one.
     */
    @Test
    void whatOnlyLooksLikeATitleIsNone() {
        assertEquals(
                List.of("table.header.empty"),
                StrangeFiles.problems(() -> table("age,,", 80, i -> i + ",a,b")));
        assertEquals(
                List.of("table.ragged"),
                StrangeFiles.problems(() -> table("crp", 80, i -> i + ",5")));
    }

    /**
     * A number of somebody under which rows stand together, with a sex that stays, is a person's.
     */
    @Test
    void aNumberUnderWhichRowsStandTogetherIsAPersons() {
        IntFunction<String> together =
                i ->
                        9_000
                                + i / 4
                                + ","
                                + (i / 4 % 3 > 0 ? "m" : "w")
                                + ","
                                + i % 4
                                + ","
                                + i * 7 % 23;
        Schema found = Profiler.schema(table("KindNr,sex,month,length", 400, together));
        assertEquals(Optional.of("KindNr"), found.key());
        assertEquals(Optional.of("month"), found.order());
        // the twins: of a place, with nothing that stays, and in no order, where it is left out
        assertEquals(
                Optional.empty(),
                Profiler.schema(table("Klinik Nr,sex,month,length", 400, together)).key());
        assertEquals(
                Optional.empty(),
                Profiler.schema(
                                table(
                                        "KindNr,sex,month,length",
                                        400,
                                        i ->
                                                9_000
                                                        + i / 4
                                                        + ","
                                                        + (i % 3 > 0 ? "m" : "w")
                                                        + ","
                                                        + i % 4
                                                        + ","
                                                        + i * 7 % 23))
                        .key());
        Schema mixed =
                Profiler.schema(
                        table(
                                "KindNr,sex,month,length",
                                400,
                                i -> 9_000 + i % 100 + ",m" + i % 2 + "," + i % 4 + "," + i % 23));
        assertEquals(Optional.empty(), mixed.key());
        assertInstanceOf(Content.Identifier.class, mixed.columns().get(0).content());
    }

    /**
     * Stays, and what is numbered behind letters, are as good as a person where nothing names one:
     * learned as answers, each made row would say whose age it has.
     */
    @Test
    void rowsOfAStayOrOfANumberBehindLettersBelongTogether() {
        IntFunction<String> rows =
                i -> "ICU%03d,%d,%d,%d".formatted(i / 4, 40 + i / 4 % 37, i % 4, i * 7 % 23);
        for (String header : List.of("stay", "Aufenthalt", "bett_nr_alt", "who")) {
            Schema found = Profiler.schema(table(header + ",age,hour,hr", 400, rows));
            boolean thing = header.startsWith("bett");
            assertEquals(thing ? Optional.empty() : Optional.of(header), found.key(), header);
        }
        // the twins: words of a catalogue, and numbers under which nothing stays the same
        assertEquals(
                Optional.empty(),
                Profiler.schema(
                                table(
                                        "who,age,hour,hr",
                                        400,
                                        i ->
                                                "%c%03d,%d,%d,%d"
                                                        .formatted(
                                                                'A' + i / 4 % 5,
                                                                i / 4,
                                                                40 + i / 4 % 37,
                                                                i % 4,
                                                                i * 7 % 23)))
                        .key());
        assertEquals(
                Optional.empty(),
                Profiler.schema(
                                table(
                                        "who,age,hour,hr",
                                        400,
                                        i ->
                                                "K%03d,%d,%d,%d"
                                                        .formatted(
                                                                i / 4,
                                                                i * 7 % 37,
                                                                i * 5 % 4,
                                                                i * 7 % 23)))
                        .key());
    }

    /** The ninth question is no score of nine; a score by itself is. */
    @Test
    void aNumberedQuestionIsNoScore() {
        String items = "PHQ6,PHQ7,PHQ8,PHQ9";
        Schema items4 =
                Profiler.schema(
                        table(
                                items,
                                200,
                                i -> i % 4 + "," + i % 3 + "," + i * 7 % 4 + "," + i % 4));
        assertEquals(Optional.empty(), items4.column("PHQ9").orElseThrow().concept());
        Schema score = Profiler.schema(table("PHQ9,x", 200, i -> i % 28 + "," + i % 3));
        assertEquals(Optional.of("phq9"), score.column("PHQ9").orElseThrow().concept());
    }

    private static String time(int minutes, String end) {
        return LocalDateTime.of(2023, 1, 1, 0, 0).plusMinutes(minutes) + end;
    }

    @ParameterizedTest
    @CsvSource({
        "60,  :00Z,   yyyy-MM-ddTHH:00:00Z",
        "1440,:00Z,   yyyy-MM-ddT00:00:00Z",
        "15,  '',     yyyy-MM-ddTHH:mm",
        "7,   :00,    yyyy-MM-ddTHH:mm:00"
    })
    void madeTimesAreNoFinerThanThoseOfTheTable(int minutes, String end, String pattern)
            throws IOException {
        long key = new SeedTree(5).purpose("times");
        IntFunction<String> row =
                i ->
                        time(minutes * (int) (4000 * SeedTree.uniform(key, i)), end)
                                + ","
                                + i % 13
                                + ","
                                + i % 2;
        SourceTable source = table("charted,x,y", 300, row);
        Schema schema = Profiler.schema(source);
        var dates = (Content.Dates) schema.columns().get(0).content();
        assertEquals(pattern, dates.formats().get(0).pattern());
        Table people = Coded.of(source, schema).table();
        RuledModel model =
                RuledModel.learn(new TreesLearner(), people, List.of(), Training.usual(1));
        double[][] made = new double[3][200];
        double[] weights = new double[200];
        Arrays.fill(weights, 1);
        model.draw(
                made,
                weights,
                java.util.Collections.nCopies(3, org.anamnesis.generate.Allowance.ANY),
                0,
                200,
                new SeedTree(3));
        for (double day : made[0]) {
            double steps = day * 1440 / (minutes == 7 ? 1 : minutes);
            assertEquals(Math.rint(steps), steps, 1e-3, "minute " + day * 1440);
        }
        long different = DoubleStream.of(made[0]).distinct().count();
        assertTrue(different > 20, different + " times");
    }

    /**
     * Rows of each person's intervals stand in any order; sorted by the start they do not overlap.
     */
    @Test
    void intervalsTellTheOrderOfAPersonsRows() {
        IntFunction<String> row =
                i -> {
                    int k = (i * 2 + 1) % 3; // 1, 0, 2
                    return i / 3 + "," + (10 * k) + "," + (10 * k + 10) + "," + i % 5;
                };
        Schema schema = Profiler.schema(table("id,from,to,drug", 240, row));
        assertEquals(Optional.of("id"), schema.key());
        assertEquals(Optional.of("from"), schema.order());
        IntFunction<String> none = i -> i / 3 + "," + i * 7 % 11 + "," + (i * 5 % 13 + 11) + ",1";
        assertEquals(Optional.empty(), Profiler.schema(table("id,from,to,z", 240, none)).order());
    }

    @Test
    void aGridOfTimesIsKeptInTheFile() throws IOException {
        long key = new SeedTree(6).purpose("times");
        SourceTable source =
                table(
                        "charted,x",
                        200,
                        i -> time(30 * (int) (4000 * SeedTree.uniform(key, i)), "") + "," + i % 9);
        Table people = Coded.of(source, Profiler.schema(source)).table();
        RuledModel model =
                RuledModel.learn(new TreesLearner(), people, List.of(), Training.usual(1));
        assertEquals(30 * 60, ((java.util.Map<?, ?>) model.rulesJson().get("grid")).get("charted"));
        var bytes = new java.io.ByteArrayOutputStream();
        model.write(new java.io.DataOutputStream(bytes));
        RuledModel read =
                RuledModel.read(
                        new TreesLearner(),
                        people.variables(),
                        new java.io.DataInputStream(
                                new java.io.ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(model.rulesJson(), read.rulesJson());
    }
}
