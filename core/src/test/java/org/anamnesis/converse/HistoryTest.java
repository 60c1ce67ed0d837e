package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.FhirCheck;
import org.anamnesis.testkit.HistoryCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years of history, from the words to the tables of every format. */
class HistoryTest {
    private static final String ASKED =
            "300 type 2 diabetes patients with HbA1c above 8, 5 years of history, 4 visits a year";

    @TempDir private static Path folder;

    @BeforeAll
    static void made() {
        made("all", ASKED, List.of("csv", "omop", "fhir"), 2);
    }

    private static Path made(String name, String words, List<String> formats, int threads) {
        Path out = folder.resolve(name);
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(formats),
                        OptionalLong.of(5),
                        Optional.empty(),
                        false,
                        threads,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        return out;
    }

    @Tag("slow")
    @Test
    void theHistoriesCanBeInEveryFormat() throws IOException {
        Path all = folder.resolve("all");

        assertEquals(List.of(), HistoryCheck.problems(all));
        assertEquals(List.of(), CdmCheck.problems(all.resolve("omop")));
        assertEquals(List.of(), FhirCheck.problems(all.resolve("fhir")));
        assertEquals(rows(all, "encounters"), rows(all.resolve("omop"), "visit_occurrence"));
        assertEquals(
                rows(all, "medications") + rows(all, "immunizations"),
                rows(all.resolve("omop"), "drug_exposure"));
        same(all, "procedures", "Procedure");
        same(all, "immunizations", "Immunization");
        same(all, "allergies", "AllergyIntolerance");
        assertEquals(
                rows(all, "encounters"),
                FhirCheck.resources(all.resolve("fhir"), "Encounter").size());
    }

    private static void same(Path all, String table, String type) throws IOException {
        assertEquals(
                rows(all, table), FhirCheck.resources(all.resolve("fhir"), type).size(), table);
    }

    @Test
    void whatCannotBeIsFound() throws IOException {
        Path spoilt =
                made(
                        "spoilt",
                        "20 type 2 diabetes patients, 2 years of history",
                        List.of("csv"),
                        1);
        assertEquals(List.of(), HistoryCheck.problems(spoilt));
        Path people = spoilt.resolve("patients.csv");
        String text = Files.readString(people);
        Files.writeString(people, text.replaceAll("(?m)^(P\\d+),\\d{4}-", "$1,2018-"));
        assertTrue(HistoryCheck.problems(spoilt).stream().anyMatch(p -> p.contains("birth")));
        Files.writeString(people, text);
        for (String table : List.of("immunizations", "allergies", "social_history")) {
            Path care = spoilt.resolve(table + ".csv");
            String rows = Files.readString(care);
            Files.writeString(care, rows.replaceAll("(?m)^(P\\d+,E\\d+,)\\d{4}", "$11890"));
            assertTrue(HistoryCheck.problems(spoilt).stream().anyMatch(p -> p.contains(table)));
            Files.writeString(care, rows);
        }
        Path visits = spoilt.resolve("encounters.csv");
        String all = Files.readString(visits);
        Files.writeString(
                visits, all.replaceAll("(?m)^(E\\d+,P\\d+,\\w+,[^,]*,)[^,]*", "$12020-02-01"));
        assertFalse(HistoryCheck.problems(spoilt).isEmpty());
    }

    @Test
    void plannedVisitsAreAsManyAsAsked() throws IOException {
        CsvTable visits = CsvTable.read(folder.resolve("all").resolve("encounters.csv"));
        Map<String, Integer> ambulatory = new HashMap<>();
        for (int i = 0; i < visits.rows(); i++) {
            if (visits.text("class").get(i).equals("AMB")) {
                ambulatory.merge(visits.text("patient_id").get(i), 1, Integer::sum);
            }
        }
        assertEquals(300, ambulatory.size());
        ambulatory.forEach((p, n) -> assertEquals(20, n, p));
    }

    /** The last values on record are those of the analysis table, where what was asked holds. */
    @Test
    void theHistoryEndsInTheBaseline() throws IOException {
        Path all = folder.resolve("all");
        CsvTable cohort = CsvTable.read(all.resolve("cohort.csv"));
        CsvTable seen = CsvTable.read(all.resolve("observations.csv"));
        Map<String, Double> last = new HashMap<>();
        double[] values = seen.numbers("value");
        int before = 0;
        for (int i = 0; i < seen.rows(); i++) {
            if (seen.text("observation").get(i).equals("hba1c")) {
                before += last.put(seen.text("patient_id").get(i), values[i]) == null ? 0 : 1;
            }
        }
        double[] hba1c = cohort.numbers("hba1c_pct");
        for (int i = 0; i < cohort.rows(); i++) {
            assertEquals(hba1c[i], last.get(cohort.text("patient_id").get(i)));
            assertTrue(hba1c[i] >= 8);
        }
        assertTrue(before > 5 * 300, "HbA1c was measured only " + before + " times before");
    }

    /** The report tells visits and how values move, and nothing of it where there is no history. */
    @Test
    void theReportTellsOfTheYears() throws IOException {
        String report = Files.readString(folder.resolve("all").resolve("report.html"));
        String sources = Files.readString(folder.resolve("all").resolve("sources.md"));
        Path plain = made("plain", "30 type 2 diabetes patients", List.of("csv"), 1);

        assertTrue(report.contains("Before the index visit"));
        assertTrue(report.contains("ambulatory visit"));
        assertTrue(report.contains("SD of HbA1c within a patient"));
        assertTrue(sources.contains("History before the index visit"));
        assertFalse(
                Files.readString(plain.resolve("report.html")).contains("Before the index visit"));
        assertFalse(Files.readString(plain.resolve("sources.md")).contains("## History before"));
    }

    @Test
    void aHistoryIsTheSameByAnyNumberOfThreads() throws IOException {
        String words = "1100 COPD patients, 2 years of history";
        Path one = made("one", words, List.of("csv"), 1);
        Path three = made("three", words, List.of("csv"), 3);
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(three.resolve(file.getFileName())),
                        file.getFileName().toString());
            }
        }
    }

    @Test
    void nobodyIsOlderThanTheirHistory() throws IOException {
        Path young =
                made(
                        "young",
                        "60 children with asthma aged 2 to 4, 4 years of history",
                        List.of("csv"),
                        1);
        assertEquals(List.of(), HistoryCheck.problems(young));
    }

    @Test
    void moreVisitsThanAHistoryHoldsAreRefusedWithWhatWouldDo() {
        var refused =
                assertThrows(
                        RequestException.class,
                        () ->
                                made(
                                        "many",
                                        "10 COPD patients, 5 years of history, 300 visits a year",
                                        List.of("csv"),
                                        1));
        assertEquals("plan.history.visits", refused.problems().get(0).code());
        assertTrue(refused.problems().get(0).suggestion().contains("50 visits a year"));
    }

    private static int rows(Path out, String table) throws IOException {
        return CsvTable.read(out.resolve(table + ".csv")).rows();
    }
}
