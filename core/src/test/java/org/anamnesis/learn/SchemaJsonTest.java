package org.anamnesis.learn;

import static org.anamnesis.learn.StrangeFiles.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaJsonTest {
    @TempDir private Path folder;
    private SourceTable table;
    private Schema found;

    @BeforeEach
    void prepare() {
        Path file =
                new StrangeFiles(folder)
                        .rows(
                                "id,visit,day,x,answer,note,fixed",
                                300,
                                i ->
                                        i / 3
                                                + ","
                                                + i % 3
                                                + ",%02d/05/2020,".formatted(1 + i % 28)
                                                + i % 37 / 10.0
                                                + ","
                                                + List.of("a", "b", "c").get(i % 3)
                                                + ",words "
                                                + i
                                                + ",F");
        table = SourceTable.read(file, 1);
        found = Profiler.schema(table);
    }

    private Schema edited(String from, String to) {
        String text = SchemaJson.write(found);
        assertTrue(text.contains(from), from + " in " + text);
        return SchemaJson.read(text.replace(from, to), table);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(found, SchemaJson.read(SchemaJson.write(found), table));
        assertEquals(
                SchemaJson.write(found), SchemaJson.write(SchemaJson.of(SchemaJson.object(found))));
    }

    @Test
    void aUserMayCorrectIt() {
        Schema kept =
                edited(
                        "\"kind\" : \"text\",\n    \"keep\" : false",
                        "\"kind\" : \"text\",\n    \"keep\" : false");
        assertEquals(found, kept);
        Schema number = edited("\"unit\" : \"\"", "\"unit\" : \"mg/dL\"");
        assertEquals(
                "mg/dL", ((Content.Numbers) number.column("visit").orElseThrow().content()).unit());
        Schema levels = edited("[ \"a\", \"b\", \"c\" ]", "[ \"c\", \"a\" ]");
        double[] values = Coded.of(table, levels).table().column("answer");
        assertEquals(1, values[0]);
        assertTrue(Double.isNaN(values[1]));
        assertEquals(0, values[2]);
        assertTrue(Coded.of(table, levels).notes().toString().contains("answer: 100 cells"));
        Schema other =
                edited("[ \"a\", \"b\", \"c\" ]", "[ \"a\", \"rest\" ], \"other\" : \"rest\"");
        assertEquals(1, Coded.of(table, other).table().column("answer")[1]);
        Schema formats = edited("\"dd/MM/yyyy\"", "\"MM/dd/yyyy\"");
        assertEquals(18_387, Coded.of(table, formats).table().column("day")[4]); // 2020-05-05
        assertTrue(Double.isNaN(Coded.of(table, formats).table().column("day")[20]));
    }

    /** What the user leaves out is found again in the table. */
    @Test
    void aShortSchemaIsFilledFromTheTable() {
        String text =
                """
                {"anamnesis_schema": 1, "columns": [
                  {"name": "id", "kind": "category"}, {"name": "visit", "kind": "category"},
                  {"name": "day"}, {"name": "x", "missing": ["0.0"]}, {"name": "answer"},
                  {"name": "note", "keep": false}, {"name": "fixed", "keep": false}]}
                """;
        var e = problems(() -> SchemaJson.read(text, table));
        assertEquals(List.of("schema.levels"), e); // no id has five rows
        Schema s =
                SchemaJson.read(
                        text.replace(
                                "{\"name\": \"id\", \"kind\": \"category\"}",
                                "{\"name\": \"id\", \"kind\": \"key\"}"),
                        table);
        assertEquals(Optional.of("id"), s.key());
        assertEquals(
                List.of("0", "1", "2"),
                ((Content.Levels) s.column("visit").orElseThrow().content()).levels());
        assertInstanceOf(Content.Dates.class, s.column("day").orElseThrow().content());
        assertTrue(Double.isNaN(Coded.of(table, s).table().column("x")[0]));
    }

    @Test
    void everyProblemIsSaidAtOnce() {
        String text =
                """
                {"anamnesis_schema": 1, "colour": "red", "order": "nowhere", "columns": [
                  {"name": "id", "kind": "nonsense"}, {"name": "visit", "decimals": 77},
                  {"name": "day", "formats": ["dd/xx"]}, {"name": "answer", "levels": ["a", "a"]},
                  {"name": "note", "keep": true}, {"name": "strange"}, {"kind": "text"}, 7,
                  {"name": "fixed", "keep": "yes"}]}
                """;
        assertEquals(
                List.of(
                        "schema.unknown",
                        "schema.columns",
                        "schema.kind",
                        "schema.decimals",
                        "schema.formats",
                        "schema.levels",
                        "schema.keep",
                        "schema.name",
                        "schema.name",
                        "schema.keep",
                        "schema.column.missing",
                        "schema.order"),
                problems(() -> SchemaJson.read(text, table)));
    }

    @Test
    void whatIsNoSchemaIsSaidSo() {
        for (String text : List.of("", "{", "[]", "{} {}", "{\"a\":1,\"a\":2}", "nonsense", "7")) {
            assertEquals(
                    List.of("schema.json"), problems(() -> SchemaJson.read(text, table)), text);
        }
        assertTrue(
                problems(() -> SchemaJson.read("{}", table)).contains("schema.anamnesis_schema"));
        assertTrue(
                problems(
                                () ->
                                        SchemaJson.read(
                                                "{\"anamnesis_schema\": 99, \"columns\": []}",
                                                table))
                        .contains("schema.anamnesis_schema"));
    }

    /** Where a person's rows are counted, the key is the user's. */
    @Test
    void theKeyDecidesWhoIsRare() {
        Schema byPerson = edited("\"kind\" : \"key\"", "\"kind\" : \"key\"");
        assertEquals(100, Coded.of(table, byPerson).persons()[299] + 1);
    }
}
