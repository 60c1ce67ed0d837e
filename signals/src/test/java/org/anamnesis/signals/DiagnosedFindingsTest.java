package org.anamnesis.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.FhirCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is asked to show what is a diagnosis by itself has it on record, and nobody else. */
class DiagnosedFindingsTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @TempDir private Path folder;

    private Path made(Optional<String> words, Optional<Path> spec, String... formats) {
        Path out = folder.resolve("out");
        anamnesis.generate(
                new GenerateRequest(
                        words,
                        spec,
                        Optional.of(out),
                        Optional.of(List.of(formats)),
                        OptionalLong.of(5),
                        Optional.empty(),
                        false,
                        2,
                        false),
                (s, f) -> {});
        return out;
    }

    private static Set<String> showing(Path out, String finding) throws IOException {
        CsvTable index = CsvTable.read(out.resolve("signals/index.csv"));
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < index.rows(); i++) {
            List<String> shown =
                    Stream.of(index.text("findings").get(i).split(";"))
                            .map(f -> f.replaceAll("\\(.*", ""))
                            .toList();
            if (shown.contains(finding)) {
                all.add(index.text("patient_id").get(i));
            }
        }
        return all;
    }

    private static Set<String> having(Path out, String condition) throws IOException {
        CsvTable table = CsvTable.read(out.resolve("conditions.csv"));
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < table.rows(); i++) {
            if (table.text("condition").get(i).equals(condition)) {
                assertTrue(all.add(table.text("patient_id").get(i)), "twice on record");
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 ECGs, 20 % with atrial flutter | atrial-flutter | atrial-flutter | 4",
                "20 ECGs: 25 % with AF and PVCs | atrial-fibrillation | atrial-fibrillation | 5",
                "20 ECGs, 10 % with old infarction | old-infarction | myocardial-infarction | 2",
                "20 ECGs, 10 % with complete heart block | av-block-3 | complete-heart-block | 2",
                "10 EEGs of 20 s: 40 % absence seizures | absence-seizure | epilepsy | 4"
            })
    void theRecordHasTheDiagnosis(String words, String finding, String condition, int count)
            throws IOException {
        Path out = made(Optional.of(words), Optional.empty(), "csv");
        assertEquals(count, showing(out, finding).size());
        assertEquals(showing(out, finding), having(out, condition));
        assertTrue(told(out).contains("conditions"), "nobody is told");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kidney stones | kidney-stone | kidney-stone",
                "an aortic aneurysm | aortic-aneurysm | aortic-aneurysm"
            })
    void soDoImages(String words, String finding, String condition) throws IOException {
        String all = "4 abdominal CTs, matrix 256, slice thickness 10 mm, 50 % with " + words;
        Path out = made(Optional.of(all), Optional.empty(), "csv");
        assertEquals(2, showing(out, finding).size());
        assertEquals(showing(out, finding), having(out, condition));
    }

    /** Those who have it on record anyway are among those who show it, and no others show it. */
    @Tag("slow")
    @Test
    void whoHasTheConditionShowsIt() throws IOException {
        String words =
                "20 adults over 70, chest CTs with matrix 256, slice thickness 10 mm: 40 % emphysema";
        Path out = made(Optional.of(words), Optional.empty(), "csv");
        assertEquals(8, showing(out, "emphysema").size());
        assertEquals(showing(out, "emphysema"), having(out, "copd"));
    }

    /** A share asked for the condition stays, and the finding goes to some of those people. */
    @Test
    void aShareOfTheConditionStays() throws IOException {
        Conversation c = Conversation.EMPTY;
        for (String message :
                List.of(
                        "40 patients, 30 % with atrial fibrillation",
                        "ECGs for everyone, 10 % with AF with PVCs")) {
            c = anamnesis.turn(c, message).after();
        }
        Path spec = folder.resolve("spec.json");
        Files.writeString(spec, SpecJson.write(c.spec()));
        Path out = made(Optional.empty(), Optional.of(spec), "csv");
        assertEquals(12, having(out, "atrial-fibrillation").size());
        assertEquals(4, showing(out, "atrial-fibrillation").size());
        assertTrue(
                having(out, "atrial-fibrillation")
                        .containsAll(showing(out, "atrial-fibrillation")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 patients, 10 % with epilepsy, and EEGs: 40 % of them show absence seizures",
                "100 patients without epilepsy, and EEGs: 40 % of them show absence seizures"
            })
    void moreThanMayHaveItAreRefused(String words) {
        RequestException refused =
                assertThrows(
                        RequestException.class,
                        () -> made(Optional.of(words), Optional.empty(), "csv"));
        assertTrue(
                refused.problems().stream().anyMatch(p -> p.code().equals("spec.study.diagnosis")),
                refused.problems().toString());
    }

    /** In the years told of, no diagnosis is later than what shows it; what is sudden is dated. */
    @Tag("slow")
    @Test
    void theDatesFit() throws IOException {
        String words = "20 patients with hypertension over 3 years with ECGs, 20 % with STEMI";
        Path out = made(Optional.of(words), Optional.empty(), "csv", "fhir", "omop");
        Set<String> ill = having(out, "acute-myocardial-infarction");
        assertEquals(4, ill.size());
        assertEquals(showing(out, "acute-infarction"), ill);
        CsvTable index = CsvTable.read(out.resolve("signals/index.csv"));
        Map<String, String> days = new TreeMap<>();
        for (int i = 0; i < index.rows(); i++) {
            days.put(
                    index.text("patient_id").get(i),
                    index.text("date_time").get(i).substring(0, 10));
        }
        CsvTable table = CsvTable.read(out.resolve("conditions.csv"));
        for (int i = 0; i < table.rows(); i++) {
            if (table.text("condition").get(i).equals("acute-myocardial-infarction")) {
                String day = days.get(table.text("patient_id").get(i));
                assertEquals(day, table.text("onset_date").get(i));
                assertEquals(day, table.text("recorded_date").get(i));
            }
        }
        theSameInFhirAndOmop(out);
    }

    private static void theSameInFhirAndOmop(Path out) throws IOException {
        long coded =
                FhirCheck.resources(out.resolve("fhir"), "Condition").stream()
                        .filter(r -> r.toString().contains("401303003"))
                        .count();
        assertEquals(4, coded);
        assertEquals(List.of(), CdmCheck.problems(out.resolve("omop")));
        CsvTable occurred = CsvTable.read(out.resolve("omop/condition_occurrence.csv"));
        Set<String> persons = new HashSet<>();
        for (int i = 0; i < occurred.rows(); i++) {
            if (occurred.text("condition_source_value").get(i).matches("401303003|I21.3")) {
                persons.add(occurred.text("person_id").get(i));
            }
        }
        assertEquals(4, persons.size());
    }

    /** What was taken away leaves no diagnosis behind, and nothing is said of one. */
    @Test
    void aConversationTakesItBack() throws IOException {
        Conversation c = anamnesis.turn(Conversation.EMPTY, "20 ECGs, 20 % with flutter").after();
        c = anamnesis.turn(c, "remove the flutter").after();
        Path spec = folder.resolve("spec.json");
        Files.writeString(spec, SpecJson.write(c.spec()));
        Path out = made(Optional.empty(), Optional.of(spec), "csv");
        assertEquals(Set.of(), having(out, "atrial-flutter"));
        assertEquals("", told(out));
    }

    /** What the user is told of diagnoses that follow. */
    private static String told(Path out) throws IOException {
        return Files.readAllLines(out.resolve("sources.md")).stream()
                .filter(l -> l.contains("is a diagnosis by itself"))
                .collect(Collectors.joining());
    }
}
