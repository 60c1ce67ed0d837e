package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.FhirCheck;
import org.anamnesis.testkit.HistoryCheck;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What begins within days is met where such patients are, with years before and without. */
class AcuteCareTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "200 sepsis patients, IMP",
        "'200 sepsis patients, 2 years of history', IMP",
        "60 patients with COVID-19 pneumonia, EMER",
        "'60 patients with COVID-19 pneumonia, 2 years of history', EMER",
        "'60 COPD patients, 2 years of history', AMB"
    })
    void theIndexVisitIsWhereSuchPatientsAre(String words, String place) throws IOException {
        Path out = folder.resolve("made");
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv", "fhir", "omop")),
                        OptionalLong.of(3),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        CsvTable visits = CsvTable.read(out.resolve("encounters.csv"));
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < visits.rows(); i++) {
            last.put(visits.text("patient_id").get(i), i);
        }
        double days = 0;
        for (int i : last.values()) {
            assertEquals(place, visits.text("class").get(i));
            LocalDate start = LocalDate.parse(visits.text("start_date").get(i));
            LocalDate end = LocalDate.parse(visits.text("end_date").get(i));
            assertTrue(!end.isAfter(LocalDate.of(2020, 3, 1)), "still there on " + end);
            days += ChronoUnit.DAYS.between(start, end) + 1.0;
        }
        // 3.5 days is the standard deviation of such stays: five standard errors
        double mean = days / last.size();
        assertEquals(place.equals("IMP") ? 4.5 : 1, mean, 5 * 3.5 / Math.sqrt(last.size()));
        assertEquals(List.of(), CdmCheck.problems(out.resolve("omop")));
        assertEquals(List.of(), FhirCheck.problems(out.resolve("fhir")));
        if (words.contains("history")) {
            assertEquals(List.of(), HistoryCheck.problems(out));
        }
        if (words.contains("sepsis")) {
            ofTheIllness(out);
        }
    }

    /** Lactate, temperatures and pressures of sepsis are not those of the years before it. */
    private static void ofTheIllness(Path out) throws IOException {
        CsvTable had = CsvTable.read(out.resolve("conditions.csv"));
        Map<String, String> onset = new HashMap<>();
        for (int i = 0; i < had.rows(); i++) {
            if (had.text("condition").get(i).equals("sepsis")) {
                onset.put(had.text("patient_id").get(i), had.text("onset_date").get(i));
            }
        }
        CsvTable seen = CsvTable.read(out.resolve("observations.csv"));
        assertTrue(seen.rows() > 0);
        for (int i = 0; i < seen.rows(); i++) {
            String first = onset.get(seen.text("patient_id").get(i));
            assertTrue(seen.text("date").get(i).compareTo(first) >= 0);
        }
    }
}
