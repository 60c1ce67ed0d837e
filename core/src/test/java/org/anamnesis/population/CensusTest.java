package org.anamnesis.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final Map<String, Learned> LEARNED =
            Map.of(
                    "small",
                    Learned.survey("2011-2014", OptionalLong.of(12), "there"),
                    "wide",
                    new Learned(
                            "2019",
                            OptionalLong.empty(),
                            "here",
                            "half of them",
                            "adults",
                            List.of("a", "b")),
                    "kind",
                    Learned.survey("2011-2014", OptionalLong.empty(), "elsewhere"));

    private static byte[] written() throws IOException {
        Table table =
                new Table(
                        List.of(
                                Variable.number("small", "%", 1),
                                Variable.number("wide", "mg/g", 1),
                                Variable.category("kind", List.of("a", "b", "c"))),
                        new double[][] {
                            {-0.5, Double.NaN, 17.8}, {0.1, 92_500, 3.3}, {2, Double.NaN, 0}
                        },
                        new double[] {1, 1, 1});
        var out = new ByteArrayOutputStream();
        Census.write(table, Map.of("residents", 30), LEARNED, out);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsReadToTheLastDigit() throws IOException {
        Census census = Census.read(new ByteArrayInputStream(written()));
        assertArrayEquals(new double[] {-0.5, Double.NaN, 17.8}, census.values("small"));
        assertArrayEquals(new double[] {0.1, 92_500, 3.3}, census.values("wide"));
        assertArrayEquals(new double[] {0, 2}, census.values("kind", new int[] {2, 0}));
        assertEquals(LEARNED.get("small"), census.learned("small"));
        assertEquals(LEARNED.get("wide"), census.learned("wide"));
        assertEquals(10, ReferencePopulation.of(census).weights()[0]);
    }

    @Test
    void damageIsNoticed() throws IOException {
        byte[] bytes = written();
        bytes[0] = 0;
        assertThrows(IOException.class, () -> Census.read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void theCensusThatShipsIsLargeEnoughAndSmallEnough() throws IOException {
        long size = 0;
        for (String who : List.of("adults", "children")) {
            try (var in = Census.class.getResourceAsStream("census-us-" + who + ".bin")) {
                size += in.readAllBytes().length;
            }
        }
        assertTrue(size <= 12 << 20, "at most 12 MB: " + size);
        assertTrue(Census.bundled("adults").rows() >= 100_000);
        assertTrue(Census.bundled("children").rows() >= 30_000);
    }

    @Test
    void testsAnswerWithMissingValues() {
        RowTest high = RowTest.between("a", 5, 9);
        RowTest kind = RowTest.level("b", Set.of(1));
        double missing = Double.NaN;
        RowTest both = RowTest.all(List.of(high, kind));
        assertEquals(1, both.of(new double[] {6, 1}));
        assertEquals(0, both.of(new double[] {missing, 0}), "one no decides");
        assertTrue(Double.isNaN(both.of(new double[] {missing, 1})));
        RowTest either = RowTest.any(List.of(high, kind));
        assertEquals(1, either.of(new double[] {missing, 1}), "one yes decides");
        assertTrue(Double.isNaN(RowTest.not(high).of(new double[] {missing})));
        assertEquals(1, RowTest.all(List.of()).of(new double[0]), "no test holds everyone");
    }

    @Test
    void everyDerivedColumnRestsOnDrawnOnesOfTheCensus() {
        var people = ReferencePopulation.bundled(true, false);
        for (String name : Derived.names()) {
            for (String drawn : Derived.drawn(name)) {
                assertTrue(people.has(drawn), name + " needs " + drawn);
            }
        }
    }

    @Test
    void answersOfAllRowsAreThoseOfEachRow() {
        var people = ReferencePopulation.bundled(true, false);
        List<RowTest> parts =
                List.of(
                        RowTest.between("cigarettes_per_day", 5, 20), // missing in most
                        RowTest.between("diabetes_duration", 0, 10),
                        RowTest.not(RowTest.level("sex", Set.of(0))),
                        RowTest.yes("glucose_pills_now"));
        for (int count = 0; count <= parts.size(); count++) {
            RowTest test = RowTest.atLeast(count, parts);
            byte[] answers = people.answers(test);
            int[] seen = new int[3];
            for (int row = 0; row < people.rows(); row++) {
                int r = row;
                double one =
                        test.of(
                                test.columns().stream()
                                        .mapToDouble(c -> people.column(c)[r])
                                        .toArray());
                assertEquals(Double.isNaN(one) ? -1 : one, answers[row], "row " + row);
                seen[answers[row] + 1]++;
            }
            boolean all = seen[0] > 0 && seen[1] > 0 && seen[2] > 0;
            assertTrue(count == 0 || all, "every answer occurs");
        }
    }

    /** Answers by level come from packed bytes, rules from values. */
    @Test
    void levelsAreThoseOfTheValues() {
        var people = ReferencePopulation.bundled(true, true);
        for (String name : List.of("sex", "smoking", "drug_statin", "region", "diabetes")) {
            for (int level = 0; level < people.variable(name).levels().size(); level++) {
                RowTest test = RowTest.level(name, Set.of(level));
                byte[] answers = people.answers(test);
                double[] values = people.column(name);
                for (int i = 0; i < values.length; i++) {
                    double rule = test.of(new double[] {values[i]});
                    assertEquals(
                            Double.isNaN(rule) ? ReferencePopulation.UNKNOWN : (byte) rule,
                            answers[i]);
                }
            }
        }
    }
}
