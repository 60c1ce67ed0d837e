package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the program's own tables to a model and back, with the words of the tables' codes. */
class LearnedFolderTest {
    @TempDir private static Path folder;
    private static Path model;
    private static Anamnesis program;

    @BeforeAll
    static void learn() {
        Path tables = folder.resolve("tables");
        Anamnesis.bundled()
                .generate(
                        new GenerateRequest(
                                Optional.of("400 patients with type 2 diabetes"),
                                Optional.empty(),
                                Optional.of(tables),
                                Optional.of(List.of("csv")),
                                OptionalLong.empty(),
                                Optional.empty(),
                                false,
                                2,
                                false),
                        Progress.silent());
        model = folder.resolve("tables.model");
        SmallModels.learned(tables, model);
        program = Anamnesis.bundled().on(model);
    }

    private static List<Map<String, String>> rows(String words) throws IOException {
        Path out = folder.resolve("made-" + Integer.toHexString(words.hashCode()) + ".csv");
        program.sample(
                new RowsRequest(
                        model,
                        Optional.of(words),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalLong.empty(),
                        out),
                Progress.silent());
        List<String> lines = Files.readAllLines(out);
        String[] header = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int k = 0; k < header.length; k++) {
                row.put(header[k], cells[k]);
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void unitsOfTheTablesAreKnown() throws IOException {
        List<Map<String, String>> rows = rows("100 women with HbA1c above 8");

        assertEquals(100, rows.size());
        for (Map<String, String> r : rows) {
            assertEquals("female", r.get("sex"));
            assertTrue(Double.parseDouble(r.get("hba1c_pct")) > 8);
        }
    }

    @Test
    void diagnosesAndDrugsAreKnownByTheirWords() throws IOException {
        List<Map<String, String>> rows =
                rows(
                        "100 patients with type 2 diabetes and hypertension on metformin, 40 % on statins");

        for (Map<String, String> r : rows) {
            assertEquals("yes", r.get("has_type_2_diabetes"));
            assertEquals("yes", r.get("has_hypertension"));
            assertEquals("metformin", r.get("takes_biguanide"));
        }
        assertEquals(60, rows.stream().filter(r -> r.get("takes_statin").equals("none")).count());
    }

    @Test
    void whatEverybodyHasCannotBeExcluded() {
        var e = assertThrows(RequestException.class, () -> rows("50 men without type 2 diabetes"));

        assertEquals("sample.words.nobody", e.problems().get(0).code());
    }
}
