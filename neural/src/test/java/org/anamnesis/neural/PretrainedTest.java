package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.Progress;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients that the networks draw which ship, by words alone. */
final class PretrainedTest {
    @TempDir Path folder;

    @Tag("slow")
    @Test
    void everyRowIsWithinTheLimitsAndSharesAreExact() throws IOException {
        exact("an autoregressive network");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"a GAN", "diffusion"})
    void soTheyAreOfNetworksThatTakeLonger(String network) throws IOException {
        exact(network);
    }

    private void exact(String network) throws IOException {
        List<Map<String, String>> rows =
                made(
                        "300 Type 2 diabetes patients aged 50 to 60, 70 % women, with HbA1c, weight, height, BMI, creatinine and blood pressure, using "
                                + network,
                        "one",
                        2);

        assertEquals(300, rows.size());
        assertEquals(210, rows.stream().filter(r -> r.get("sex").equals("female")).count());
        for (Map<String, String> row : rows) {
            double age = number(row, "age_years");
            double height = number(row, "height_cm") / 100;
            double bmi = number(row, "weight_kg") / (height * height);
            assertTrue(age >= 50 && age <= 60, row.toString());
            assertEquals(bmi, number(row, "bmi_kg_m2"), 0.051, row.toString());
            assertTrue(number(row, "dbp_mmhg") < number(row, "sbp_mmhg"), row.toString());
        }
        double hba1c = rows.stream().mapToDouble(r -> number(r, "hba1c_pct")).average().orElse(0);
        // The census' mean is 7.3 with an SD of 1.7: 300 patients miss by 0.3 once in 500 runs.
        assertEquals(7.3, hba1c, 0.4);
        assertTrue(new HashSet<>(without(rows)).size() >= 299, "patients are alike");
        assertTrue(
                Files.readString(folder.resolve("one/manifest.json")).contains("c2stHoldoutAuc"));
    }

    @Tag("slow")
    @Test
    void seedAndSpecificationGiveTheSameBytesWithAnyNumberOfThreads() throws IOException {
        String words = "1500 adults with asthma using an autoregressive network, only 5 columns";
        made(words, "one", 1);
        made(words, "two", 2);

        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one/cohort.csv")),
                Files.readAllBytes(folder.resolve("two/cohort.csv")));
    }

    @Test
    void whatANetworkCannotMakeIsRefusedWithTheTreesAsAWayOut() {
        refused("200 children with asthma using an autoregressive network");
    }

    /** It draws 400,000 people before it says so. */
    @Tag("slow")
    @Test
    void soIsWhatItFindsTooFewFor() {
        refused(
                "20000 adults with stage 5 chronic kidney disease aged 18 to 30 using an autoregressive network");
    }

    private void refused(String words) {
        RequestException refused =
                assertThrows(RequestException.class, () -> made(words, "none", 1));

        assertTrue(Files.notExists(folder.resolve("none")), words);
        assertTrue(refused.problems().size() > 0, words);
    }

    private List<Map<String, String>> made(String words, String into, int threads)
            throws IOException {
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(folder.resolve(into)),
                        Optional.of(List.of("csv")),
                        OptionalLong.of(7),
                        Optional.empty(),
                        true,
                        threads,
                        false);
        Anamnesis.bundled().generate(request, Progress.silent());
        return rows(folder.resolve(into).resolve("cohort.csv"));
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int k = 0; k < header.length; k++) {
                row.put(header[k], cells[k]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> without(List<Map<String, String>> rows) {
        return rows.stream()
                .map(r -> new HashMap<>(r))
                .peek(r -> r.remove("patient_id"))
                .map(Object::toString)
                .toList();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
