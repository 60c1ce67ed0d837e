package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a place of its own in the file: units below the names, two numbers in a cell. */
class UnitsAndPairsTest {
    @TempDir private Path folder;
    private StrangeFiles files;

    @BeforeEach
    void prepare() {
        files = new StrangeFiles(folder);
    }

    private static String unit(Schema schema, String column) {
        return ((Content.Numbers) schema.column(column).orElseThrow().content()).unit();
    }

    @Test
    void aLineOfUnitsIsNoRow() {
        for (String units : List.of("years,kg,mmol/l,", "[years],[kg],[mmol/l],[-]")) {
            Path file =
                    files.rows(
                            "age,weight,glucose,arm\n" + units,
                            100,
                            i ->
                                    40
                                            + i % 40
                                            + ","
                                            + (60 + i % 50)
                                            + ".5,"
                                            + (4 + i % 9)
                                            + ",a"
                                            + i % 3);
            var table = SourceTable.read(file, 1);
            assertEquals(100, table.rows());
            assertEquals(3, table.line(0));
            assertTrue(table.notes().get(0).contains("kg"), table.notes().toString());
            Schema schema = Profiler.schema(table);
            assertEquals("a", unit(schema, "age"));
            assertEquals("kg", unit(schema, "weight"));
            assertEquals("mmol/L", unit(schema, "glucose"));
            assertEquals(Optional.of("glucose"), schema.column("glucose").orElseThrow().concept());
        }
    }

    @Test
    void aUnitThatNobodyKnowsIsKeptAsItIsWritten() {
        Path file =
                files.rows(
                        "Alter;Dosis;Gewicht\n[Jahre];[Tropfen];[kg]",
                        80,
                        i -> 40 + i % 40 + ";" + i % 7 + ";" + (60 + i % 50));
        Schema schema = StrangeFiles.found(file);
        assertEquals("Tropfen", unit(schema, "Dosis"));
        assertEquals("kg", unit(schema, "Gewicht"));
        assertEquals("a", unit(schema, "Alter"));
        assertEquals(Optional.of("age"), schema.column("Alter").orElseThrow().concept());
    }

    @Test
    void anAgeInMonthsIsNoAgeInYears() {
        Path file =
                files.rows(
                        "age,weight\nmonths,kg", 80, i -> 3 + i % 40 + "," + (5 + i % 12) + ".5");
        Schema schema = StrangeFiles.found(file);
        assertEquals("mo", unit(schema, "age"));
        assertEquals(Optional.empty(), schema.column("age").orElseThrow().concept());
    }

    @Test
    void aRowThatOnlyLooksLikeUnitsIsARow() {
        List<String> first =
                List.of(
                        "m,g,x", // answers: the rows below hold letters too
                        "kg,12,x", // one unit and a number
                        "kg,n/a,x");
        for (String row : first) {
            Path file =
                    files.rows("sex,grade,b\n" + row, 99, i -> (i % 2 == 0 ? "m" : "f") + ",g,x");
            assertEquals(100, SourceTable.read(file, 1).rows(), row);
        }
    }

    @Test
    void titlesAndUnitsStandAboveOneTable() {
        Path file =
                files.rows(
                        "Laboratory of the second ward\n\nage;weight;sodium\n\nyears;kg;mmol/l",
                        60,
                        i -> 40 + i % 40 + ";" + (60 + i % 50) + ";" + (130 + i % 15));
        var table = SourceTable.read(file, 1);
        assertEquals(60, table.rows());
        assertEquals(List.of("age", "weight", "sodium"), table.names());
    }

    @Test
    void twoPressuresInACellAreTwoColumns() {
        Path file =
                files.rows(
                        "age,RR,pulse",
                        120,
                        i ->
                                40
                                        + i % 40
                                        + ","
                                        + (i % 10 == 0
                                                ? ""
                                                : 110 + i % 60 + " / " + (65 + i % 30) + " mmHg")
                                        + ","
                                        + (60 + i % 30));
        var table = SourceTable.read(file, 1);
        assertEquals(List.of("age", "RR_systolic", "RR_diastolic", "pulse"), table.names());
        assertTrue(table.notes().get(0).contains("RR_systolic"), table.notes().toString());
        Schema schema = Profiler.schema(table);
        assertEquals(Optional.of("sbp"), schema.column("RR_systolic").orElseThrow().concept());
        assertEquals(Optional.of("dbp"), schema.column("RR_diastolic").orElseThrow().concept());
        double[] high = ColumnReader.values(table, 1, schema.column("RR_systolic").orElseThrow());
        double[] low = ColumnReader.values(table, 2, schema.column("RR_diastolic").orElseThrow());
        assertTrue(Double.isNaN(high[0]) && Double.isNaN(low[0]));
        assertEquals(111, high[1]);
        assertEquals(66, low[1]);
    }

    @Test
    void otherPairsOfNumbersStayWhatTheyAre() {
        List<String> cells = List.of("20/40", "6/9", "12/2019", "78/145", "3/5");
        for (String cell : cells) {
            Path file = files.rows("age,pair", 60, i -> 40 + i % 40 + "," + cell);
            assertEquals(List.of("age", "pair"), SourceTable.read(file, 1).names(), cell);
        }
        Path taken = files.rows("bp,bp_systolic", 60, i -> 120 + i % 9 + "/80," + (120 + i % 9));
        assertEquals(List.of("bp", "bp_systolic"), SourceTable.read(taken, 1).names());
    }
}
