package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.learn.records.RecordFolder;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.FhirCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cohort as FHIR R4, from the words to the resources. */
class FhirExportTest {
    private static final String ASKED =
            "300 type 2 diabetes patients, half with CKD, 12 % with long COVID of my own";

    @TempDir private Path folder;

    private Path made(String name, String words, int threads) {
        Path out = folder.resolve(name);
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv", "fhir")),
                        OptionalLong.of(11),
                        Optional.empty(),
                        false,
                        threads,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        return out;
    }

    @Test
    void theResourcesHoldTogetherAndSayWhatTheTablesSay() throws IOException {
        Path out = made("fhir", ASKED, 2);
        Path fhir = out.resolve("fhir");

        assertEquals(List.of(), FhirCheck.problems(fhir));
        assertEquals(300, FhirCheck.resources(fhir, "Patient").size());
        assertEquals(rows(out, "encounters"), FhirCheck.resources(fhir, "Encounter").size());
        assertEquals(rows(out, "conditions"), FhirCheck.resources(fhir, "Condition").size());
        assertEquals(
                rows(out, "medications"), FhirCheck.resources(fhir, "MedicationRequest").size());
        assertEquals(
                sum(out, "4548-4"), sum(FhirCheck.resources(fhir, "Observation"), "4548-4"), 1e-6);
        for (Map<String, Object> patient : FhirCheck.resources(fhir, "Patient")) {
            assertTrue(patient.toString().contains("HTEST"), "marked as made up");
        }
    }

    /** Reports name values of their own visit; each adult has the goals of their conditions. */
    @Test
    @SuppressWarnings("unchecked")
    void reportsAndGoalsAreThoseOfThePatients() throws IOException {
        Path fhir = made("reports", "120 type 2 diabetes patients over 2 years", 2).resolve("fhir");
        List<Map<String, Object>> reports = FhirCheck.resources(fhir, "DiagnosticReport");

        assertEquals(List.of(), FhirCheck.problems(fhir));
        goals(fhir);
        assertTrue(reports.size() > 2 * 120, "reports: " + reports.size());
        for (Map<String, Object> report : reports) {
            String id = report.get("id").toString();
            String visit = id.substring(2, id.indexOf('-', id.indexOf('-', 2) + 1));
            var results = (List<Map<String, Object>>) report.get("result");
            assertTrue(results.size() >= 2, id);
            for (Map<String, Object> result : results) {
                String of = result.get("reference").toString();
                assertTrue(of.startsWith("Observation/o-" + visit + "-"), id + " names " + of);
            }
        }
    }

    /** One for diabetes, one for hypertension, and a plan that names them all. */
    private static void goals(Path fhir) throws IOException {
        List<Map<String, Object>> goals = FhirCheck.resources(fhir, "Goal");
        List<Map<String, Object>> plans = FhirCheck.resources(fhir, "CarePlan");
        long hypertension =
                FhirCheck.resources(fhir, "Condition").stream()
                        .filter(c -> c.get("id").toString().endsWith("-hypertension"))
                        .count();
        assertEquals(
                120, goals.stream().filter(g -> g.get("id").toString().endsWith("-hba1c")).count());
        assertTrue(hypertension > 20, "hypertension of " + hypertension);
        assertEquals(120 + hypertension, goals.size());
        assertEquals(120, plans.size());
        long named = plans.stream().mapToInt(p -> ((List<?>) p.get("goal")).size()).sum();
        assertEquals(goals.size(), named);
    }

    /** One a patient, whole: every resource of the bulk files, and what they refer to beside. */
    @Test
    @SuppressWarnings("unchecked")
    void aBundleHoldsAPatient() throws IOException {
        Path out = folder.resolve("bundles");
        var request =
                new GenerateRequest(
                        Optional.of(
                                "40 type 2 diabetes patients over 2 years as FHIR bundles and fhir"),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("fhir", "bundles")),
                        OptionalLong.of(3),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        List<Path> bundles;
        try (Stream<Path> files = Files.list(out.resolve("bundles"))) {
            bundles = files.sorted().toList();
        }
        Set<String> bulk = new HashSet<>();
        try (Stream<Path> files = Files.list(out.resolve("fhir"))) {
            for (Path file : files.toList()) {
                bulk.addAll(Files.readAllLines(file));
            }
        }

        assertEquals(41, bundles.size());
        Set<String> bundled = new HashSet<>();
        Set<String> care = new HashSet<>();
        for (Path file : bundles) {
            String text = Files.readString(file);
            Map<String, Object> bundle = JSON.std.mapFrom(text);
            assertEquals("transaction", bundle.get("type"));
            Set<String> there = new HashSet<>(care);
            for (Object e : (List<Object>) bundle.get("entry")) {
                var asked = (Map<String, Object>) ((Map<String, Object>) e).get("request");
                there.add((String) asked.get("url"));
            }
            if (care.isEmpty()) {
                care.addAll(there);
            }
            Matcher references = Pattern.compile("\"reference\":\"([^\"]+)\"").matcher(text);
            while (references.find()) {
                assertTrue(there.contains(references.group(1)), references.group(1));
            }
            for (String line : text.split("\n")) {
                int from = line.indexOf("\"resource\":");
                int to = line.lastIndexOf(",\"request\":");
                if (from > 0 && to > from) {
                    bundled.add(line.substring(from + "\"resource\":".length(), to));
                }
            }
        }
        assertEquals(bulk, bundled);
        assertEquals(
                40,
                CsvTable.read(
                                RecordFolder.of(out.resolve("bundles"))
                                        .orElseThrow()
                                        .tables()
                                        .resolve("patients.csv"))
                        .rows());
    }

    /** Both pressures of a visit are one observation, so that nothing is said twice. */
    @Test
    void pressuresAreComponents() throws IOException {
        Path out = made("pressure", "200 patients with hypertension, only SBP, DBP and BMI", 2);
        List<Map<String, Object>> all = FhirCheck.resources(out.resolve("fhir"), "Observation");
        long together = all.stream().filter(o -> o.containsKey("component")).count();
        long smoking = all.stream().filter(o -> o.get("id").toString().contains("smok")).count();
        long bmi = rowsOf(out, "bmi");

        assertTrue(together > 150, "pressures: " + together);
        assertEquals(all.size(), together + smoking + bmi);
    }

    @Test
    void whatIsWrongIsFound() throws IOException {
        Path fhir = made("wrong", ASKED, 2).resolve("fhir");
        Path file = fhir.resolve("Encounter.ndjson");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(1, lines.size()));
        assertFalse(FhirCheck.problems(fhir).isEmpty());

        Files.write(file, lines);
        Path conditions = fhir.resolve("Condition.ndjson");
        Files.writeString(
                conditions,
                Files.readString(conditions)
                        .replaceFirst("recordedDate\":\"\\d{4}", "recordedDate\":\"1850"));
        // before birth, and outside its encounter
        assertEquals(2, FhirCheck.problems(fhir).size());
    }

    @Test
    void sameBytesForAnyNumberOfThreads() throws IOException {
        Path one = made("one", ASKED.replace("300", "2500"), 1).resolve("fhir");
        Path five = made("five", ASKED.replace("300", "2500"), 5).resolve("fhir");
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                byte[] other = Files.readAllBytes(five.resolve(file.getFileName()));
                assertArrayEquals(Files.readAllBytes(file), other, file.toString());
            }
        }
    }

    private static long rows(Path folder, String table) throws IOException {
        return CsvTable.read(folder.resolve(table + ".csv")).rows();
    }

    private static long rowsOf(Path folder, String observation) throws IOException {
        return CsvTable.read(folder.resolve("observations.csv")).text("observation").stream()
                .filter(observation::equals)
                .count();
    }

    private static double sum(Path folder, String loinc) throws IOException {
        CsvTable table = CsvTable.read(folder.resolve("observations.csv"));
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            sum += loinc.equals(table.text("loinc_code").get(i)) ? table.numbers("value")[i] : 0;
        }
        return sum;
    }

    private static double sum(List<Map<String, Object>> observations, String loinc) {
        double sum = 0;
        for (Map<String, Object> o : observations) {
            if (o.get("code").toString().contains("code=" + loinc + "}")
                    && o.get("valueQuantity") instanceof Map<?, ?> quantity) {
                sum += ((Number) quantity.get("value")).doubleValue();
            }
        }
        return sum;
    }
}
