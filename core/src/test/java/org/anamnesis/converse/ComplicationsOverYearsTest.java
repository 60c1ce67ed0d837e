package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.FhirCheck;
import org.anamnesis.testkit.HistoryCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Complications in the years of a history, from the words to the tables. */
class ComplicationsOverYearsTest {
    @TempDir private static Path folder;

    private static Path all;

    @BeforeAll
    static void made() {
        all =
                made(
                        "all",
                        "600 type 2 diabetes patients over 5 years",
                        List.of("csv", "fhir", "omop"),
                        1,
                        2);
    }

    private static Path made(
            String name, String words, List<String> formats, long seed, int threads) {
        Path out = folder.resolve(name);
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(formats),
                        OptionalLong.of(seed),
                        Optional.empty(),
                        false,
                        threads,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        return out;
    }

    private static CsvTable table(Path of, String name) throws IOException {
        return CsvTable.read(of.resolve(name + ".csv"));
    }

    private static Set<String> conditions(Path of) throws IOException {
        return new HashSet<>(table(of, "conditions").text("condition"));
    }

    /** Infarctions, strokes and amputations of the years are met in hospital on their day. */
    @Test
    void whatIsAcuteBringsPatientsToHospital() throws IOException {
        CsvTable visits = table(all, "encounters");
        Map<String, LocalDate> firsts = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        Set<String> acute = new HashSet<>();
        for (int i = 0; i < visits.rows(); i++) {
            String patient = visits.text("patient_id").get(i);
            String start = visits.text("start_date").get(i);
            firsts.putIfAbsent(patient, LocalDate.parse(start));
            last.put(patient, start);
            if (Set.of("IMP", "EMER").contains(visits.text("class").get(i))) {
                acute.add(patient + visits.text("reason_condition").get(i) + start);
            }
        }
        CsvTable had = table(all, "conditions");
        Map<String, Integer> within = new HashMap<>();
        for (int i = 0; i < had.rows(); i++) {
            String patient = had.text("patient_id").get(i);
            String condition = had.text("condition").get(i);
            String onset = had.text("onset_date").get(i);
            boolean within5 =
                    LocalDate.parse(onset).isAfter(firsts.get(patient))
                            && onset.compareTo(last.get(patient)) < 0;
            if (within5) {
                within.merge(condition, 1, Integer::sum);
                boolean sudden =
                        Set.of("myocardial-infarction", "stroke", "lower-limb-amputation")
                                .contains(condition.replace("second-", ""));
                assertTrue(
                        !sudden || acute.contains(patient + condition + onset),
                        patient + " had " + condition + " on " + onset);
            }
        }
        for (String id : List.of("myocardial-infarction", "stroke", "diabetic-retinopathy")) {
            assertTrue(within.getOrDefault(id, 0) > 0, id + " befell nobody: " + within);
        }
    }

    /** Never before the first, and not within the four weeks that still belong to it. */
    @Test
    void aSecondEventFollowsAFirst() throws IOException {
        CsvTable had = table(all, "conditions");
        Map<String, LocalDate> onset = new HashMap<>();
        for (int i = 0; i < had.rows(); i++) {
            onset.put(
                    had.text("patient_id").get(i) + " " + had.text("condition").get(i),
                    LocalDate.parse(had.text("onset_date").get(i)));
        }
        int seconds = 0;
        for (var second : onset.entrySet()) {
            if (second.getKey().contains("second-")) {
                LocalDate first = onset.get(second.getKey().replace("second-", ""));
                assertTrue(
                        !second.getValue().isBefore(first.plusDays(28)),
                        second + " after " + first);
                seconds++;
            }
        }
        assertTrue(seconds > 5, seconds + " second events");
    }

    /** Codes that were seen in a source; what has none has concept 0 and keeps its code. */
    @Tag("slow")
    @Test
    void everyFormatHasThem() throws IOException {
        CsvTable rows = table(all.resolve("omop"), "condition_occurrence");
        Map<String, String> concepts = new HashMap<>();
        for (int i = 0; i < rows.rows(); i++) {
            concepts.put(
                    rows.text("condition_source_value").get(i),
                    rows.text("condition_concept_id").get(i));
        }
        assertEquals("4226121", concepts.get("422034002"));
        assertEquals("4329847", concepts.get("22298006"));
        assertEquals("0", concepts.get("E11.621"));
        String fhir = Files.readString(all.resolve("fhir").resolve("Condition.ndjson"));
        for (String code : List.of("422034002", "22298006", "60951000119105", "E11.621")) {
            assertTrue(fhir.contains("\"" + code + "\""), code);
        }
        // How resources refer to each other does not depend on how many people have them.
        Path few = made("few", "150 type 2 diabetes patients over 5 years", List.of("fhir"), 1, 2);
        assertEquals(List.of(), FhirCheck.problems(few.resolve("fhir")));
    }

    @Test
    void theIndexVisitIsThatOfACohortWithoutYears() throws IOException {
        Path plain = made("plain", "600 type 2 diabetes patients", List.of("csv"), 1, 2);
        assertArrayEquals(
                Files.readAllBytes(plain.resolve("cohort.csv")),
                Files.readAllBytes(all.resolve("cohort.csv")));
        assertFalse(conditions(plain).contains("diabetic-retinopathy"));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    void nothingThatCannotBe(long seed) throws IOException {
        Path out =
                made(
                        "years" + seed,
                        "150 type 2 diabetes patients older than 60, from 2012 to 2019",
                        List.of("csv"),
                        seed,
                        2);
        assertEquals(List.of(), HistoryCheck.problems(out));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void whoShallNotHaveItNeverGetsIt(long seed) throws IOException {
        Path out =
                made(
                        "spared" + seed,
                        "200 type 2 diabetes patients without stroke, heart attack, heart failure,"
                                + " kidney failure, retinopathy, foot ulcers and amputations over"
                                + " 15 years",
                        List.of("csv"),
                        seed,
                        2);
        Set<String> had = conditions(out);
        for (String id :
                List.of(
                        "stroke",
                        "coronary-artery-disease",
                        "myocardial-infarction",
                        "heart-failure",
                        "chronic-kidney-disease",
                        "kidney-failure",
                        "diabetic-retinopathy",
                        "diabetic-blindness",
                        "diabetic-foot-ulcer",
                        "lower-limb-amputation")) {
            assertFalse(had.contains(id), id);
        }
        String report = Files.readString(out.resolve("report.html"));
        assertFalse(report.contains("no column of the cohort tells"));
        assertEquals(List.of(), HistoryCheck.problems(out));
    }

    /** The twin: who is not spared gets it. */
    @Test
    void whoIsNotSparedGetsIt() throws IOException {
        assertTrue(
                conditions(all)
                        .containsAll(
                                Set.of(
                                        "diabetic-retinopathy",
                                        "diabetic-blindness",
                                        "diabetic-foot-ulcer",
                                        "lower-limb-amputation",
                                        "myocardial-infarction")));
    }

    @Test
    void ownSharesTakeThePlaceOfWhatIsPublished() throws IOException {
        Path out =
                made(
                        "own",
                        "200 type 2 diabetes patients over 5 years, 10 % with retinopathy",
                        List.of("csv"),
                        1,
                        2);
        assertFalse(conditions(out).contains("diabetic-retinopathy"));
    }

    @Tag("slow")
    @Test
    void theSameByAnyNumberOfThreads() throws IOException {
        String words = "1100 type 2 diabetes patients, 3 years of history";
        Path one = made("one", words, List.of("csv"), 8, 1);
        Path three = made("three", words, List.of("csv"), 8, 3);
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(three.resolve(file.getFileName())),
                        file.getFileName().toString());
            }
        }
        assertEquals(
                Files.readString(one.resolve("report.html")).replaceAll("(?s)<dl.*", ""),
                Files.readString(three.resolve("report.html")).replaceAll("(?s)<dl.*", ""));
    }

    /**
     * What the model draws befalls as many as it says of the same people, by the report; with a
     * hazard twice as high it would not. The bound is 4.9 standard errors, a false alarm in one of
     * a million seeds.
     */
    @Test
    void theReportShowsAsManyAsTheModelExpects() throws IOException {
        Path out = made("many", "2000 type 2 diabetes patients over 5 years", List.of("csv"), 9, 2);
        String report = Files.readString(out.resolve("report.html"));
        double began = 0;
        double expected = 0;
        for (String what :
                List.of(
                        "Retinopathy due to type 2 diabetes",
                        "Blindness due to type 2 diabetes",
                        "Foot ulcer due to type 2 diabetes",
                        "Lower limb amputation")) {
            double[] row = figures(report, what);
            assertTrue(
                    Math.abs(row[0] - row[1]) < 4.9 * Math.sqrt(row[1]) + 0.05,
                    what + " began in " + row[0] + ", by the model " + row[1]);
            began += row[0];
            expected += row[1];
        }
        assertEquals(0, (began - expected) / Math.sqrt(expected), 4.9);
        assertTrue(Math.abs(began - 2 * expected) > 4.9 * Math.sqrt(2 * expected));
    }

    /** What began and what was expected. */
    private static double[] figures(String report, String what) {
        String cells = "<th scope=\"row\">" + what + "</th>\\s*";
        String number = "<td[^>]*>([0-9,.]+)</td>\\s*";
        var row = Pattern.compile(cells + number + number).matcher(report);
        assertTrue(row.find(), "no row of " + what);
        return new double[] {
            Double.parseDouble(row.group(1).replace(",", "")),
            Double.parseDouble(row.group(2).replace(",", ""))
        };
    }
}
