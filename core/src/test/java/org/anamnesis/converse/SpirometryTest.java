package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEV1, FVC and FEV1/FVC are of one breath, at each visit. */
class SpirometryTest {
    @TempDir private Path folder;

    /** Values by observation, of each patient and day on which all three were measured. */
    private List<Map<String, Double>> breaths(String words) throws IOException {
        Path out =
                MadeFolder.of(
                        Anamnesis.bundled(), folder.resolve("out" + words.length()), words, 5, 2);
        CsvTable t = CsvTable.read(out.resolve("observations.csv"));
        Map<String, Map<String, Double>> all = new HashMap<>();
        for (int i = 0; i < t.rows(); i++) {
            String observation = t.text("observation").get(i);
            if (observation.matches("fev1|fvc|fev1_fvc")) {
                all.computeIfAbsent(
                                t.text("patient_id").get(i) + t.text("date").get(i),
                                x -> new HashMap<>())
                        .put(observation, Double.valueOf(t.text("value").get(i)));
            }
        }
        return all.values().stream().filter(b -> b.size() == 3).toList();
    }

    private static double mean(List<Map<String, Double>> breaths, String of) {
        return breaths.stream().mapToDouble(b -> b.get(of)).average().orElseThrow();
    }

    /** Drawn each by itself, 27 of 200 had breathed out more in a second than in all. */
    private static void agree(List<Map<String, Double>> breaths) {
        for (Map<String, Double> b : breaths) {
            double ratio = 100 * b.get("fev1") / b.get("fvc");
            assertEquals(b.get("fev1_fvc"), ratio, 1.2, b.toString()); // of two decimals
        }
    }

    @Test
    void aBreathAgreesAtEachVisit() throws IOException {
        List<Map<String, Double>> breaths = breaths("200 COPD patients over 3 years");
        assertTrue(breaths.size() > 400, breaths.size() + " breaths");
        agree(breaths);
    }

    /** What is asked of one of them stays, and another follows. */
    @Test
    void whatIsAskedStays() throws IOException {
        List<Map<String, Double>> breaths = breaths("200 COPD patients, mean FEV1 1.3");
        // 5 standard errors: false alarm below 1e-6
        assertEquals(1.3, mean(breaths, "fev1"), .22);
        assertEquals(57, mean(breaths, "fev1_fvc"), 3.5);
        agree(breaths);
        breaths = breaths("200 COPD patients, mean FEV1 1.5 and mean FVC 3");
        assertEquals(1.5, mean(breaths, "fev1"), .22);
        assertEquals(3, mean(breaths, "fvc"), .3);
        agree(breaths);
        assertTrue(breaths.stream().allMatch(b -> b.get("fev1") < b.get("fvc")));
    }
}
