package org.anamnesis.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.FhirCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a sentence to files: what the record says of a recording is what its files list. */
class StudiesInRecordsTest {
    private static final String WORDS =
            "60 patients with atrial fibrillation over 60 and ECGs, 20 % with LBBB, 25 % with old"
                    + " inferior infarction";

    private final Anamnesis anamnesis = Anamnesis.bundled();

    @TempDir private Path folder;

    private Path made(String name, String words, int threads, String... formats) {
        Path out = folder.resolve(name);
        anamnesis.generate(
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of(formats)),
                        OptionalLong.of(7),
                        Optional.empty(),
                        false,
                        threads,
                        false),
                (s, f) -> {});
        return out;
    }

    private List<Problem> refused(String words) {
        return assertThrows(RequestException.class, () -> made("none", words, 1, "csv")).problems();
    }

    /** Values of the observations table by patient and observation. */
    private static Map<String, Double> observed(Path out) throws IOException {
        CsvTable table = CsvTable.read(out.resolve("observations.csv"));
        Map<String, Double> all = new HashMap<>();
        double[] values = table.numbers("value");
        for (int i = 0; i < table.rows(); i++) {
            String key = table.text("patient_id").get(i) + " " + table.text("observation").get(i);
            all.put(key, values[i]);
        }
        return all;
    }

    @Test
    void everyEcgStandsInTheRecordAsItsFilesHaveIt() throws IOException {
        Path out = made("ecgs", WORDS, 2, "csv");
        CsvTable index = CsvTable.read(out.resolve("signals/index.csv"));
        Map<String, Double> observed = observed(out);
        CsvTable visits = CsvTable.read(out.resolve("encounters.csv"));
        Set<String> encounters = new HashSet<>(visits.text("encounter_id"));
        Map<String, Set<String>> findings = new HashMap<>();
        for (int i = 0; i < index.rows(); i++) {
            String patient = index.text("patient_id").get(i);
            assertTrue(
                    Files.isRegularFile(out.resolve("signals").resolve(index.text("file").get(i))));
            assertTrue(encounters.contains(index.text("encounter_id").get(i)));
            for (String pair : index.text("measurements").get(i).split(";")) {
                String[] parts = pair.split("=");
                assertEquals(
                        Double.parseDouble(parts[1]),
                        observed.get(patient + " ecg_" + parts[0]),
                        patient + " " + pair);
            }
            findings.put(
                    patient,
                    Stream.of(index.text("findings").get(i).split(";"))
                            .map(f -> f.replaceAll("\\(.*", ""))
                            .collect(Collectors.toSet()));
        }
        assertEquals(60, findings.size());
        assertEquals(60, with(findings, "atrial-fibrillation"));
        assertEquals(12, with(findings, "lbbb"));
        assertTrue(with(findings, "old-infarction") >= 15); // and whoever had one in the record
        findings.forEach(
                (patient, shown) ->
                        shown.forEach(
                                f ->
                                        assertTrue(
                                                observed.containsKey(
                                                        patient + " ecg_" + f.replace('-', '_')),
                                                patient + " " + f)));
    }

    private static long with(Map<String, Set<String>> findings, String finding) {
        return findings.values().stream().filter(f -> f.contains(finding)).count();
    }

    /** The heart rate of the record is that of the trace. */
    @Test
    void theRateOfTheRecordIsThatOfTheTrace() throws IOException {
        Map<String, Double> observed = observed(made("rates", WORDS, 1, "csv"));
        int[] compared = {0};
        observed.forEach(
                (key, value) -> {
                    Double recorded =
                            observed.get(key.replace(" ecg_heart_rate_bpm", " heart_rate"));
                    if (key.endsWith(" ecg_heart_rate_bpm") && recorded != null) {
                        assertEquals(recorded, value, 0.5, key);
                        compared[0]++;
                    }
                });
        assertTrue(compared[0] > 30, "so many compared: " + compared[0]);
    }

    @Test
    void threadsChangeNoByte() throws IOException {
        String words = "40 epilepsy patients with ECGs, and an EEG of 60 s in 25 %";
        Path one = made("one", words, 1, "csv");
        Path two = made("two", words, 2, "csv");
        List<Path> files;
        try (Stream<Path> all = Files.walk(one.resolve("signals"))) {
            files = all.filter(Files::isRegularFile).map(one::relativize).toList();
        }
        assertTrue(files.stream().filter(f -> f.toString().endsWith(".edf")).count() == 10);
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(one.resolve(file)),
                    Files.readAllBytes(two.resolve(file)),
                    file.toString());
        }
    }

    /** Files that stand for all patients are written once, when all of theirs are there. */
    @Test
    void aBidsFolderIsWhole() throws IOException {
        Path out = made("bids", "12 epilepsy patients with EEGs of 20 s as BIDS", 2, "csv");
        Path eeg = out.resolve("signals/eeg");

        assertEquals(13, Files.readAllLines(eeg.resolve("participants.tsv")).size());
        assertTrue(Files.isRegularFile(eeg.resolve("dataset_description.json")));
        List<String> files = CsvTable.read(out.resolve("signals/index.csv")).text("file");
        assertEquals(files.size(), new HashSet<>(files).size());
    }

    @Test
    void fhirAndOmopReferToThem() throws IOException, NoSuchAlgorithmException {
        Path out = made("fhir", "20 patients with atrial fibrillation and ECGs", 2, "fhir", "omop");
        Path fhir = out.resolve("fhir");

        assertEquals(List.of(), FhirCheck.problems(fhir));
        assertEquals(List.of(), CdmCheck.problems(out.resolve("omop")));
        List<Map<String, Object>> documents = FhirCheck.resources(fhir, "DocumentReference");
        assertEquals(20, documents.size());
        for (Map<String, Object> document : documents) {
            for (Object content : (List<?>) document.get("content")) {
                Map<?, ?> file = (Map<?, ?>) ((Map<?, ?>) content).get("attachment");
                byte[] bytes = Files.readAllBytes(out.resolve((String) file.get("url")));
                byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
                assertEquals(bytes.length, ((Number) file.get("size")).intValue());
                assertEquals(Base64.getEncoder().encodeToString(digest), file.get("hash"));
            }
        }
        List<Map<String, Object>> traces = ofEcgs(fhir, "Observation");
        assertEquals(20, traces.size());
        assertEquals(12, ((List<?>) traces.get(0).get("component")).size());
        assertEquals( // in one order, whichever machine made them
                List.of("I", "II", "III", "V1", "V2", "V3", "V4", "V5", "V6", "aVF", "aVL", "aVR"),
                ((List<?>) traces.get(0).get("component"))
                        .stream().map(StudiesInRecordsTest::lead).toList());
        assertEquals(20, ofEcgs(fhir, "DiagnosticReport").size());
        CsvTable measured = CsvTable.read(out.resolve("omop/measurement.csv"));
        assertTrue(measured.text("measurement_source_value").contains("8633-0"));
    }

    /** Each reading once, at the visit of the recording, as FHIR concludes it. */
    @Test
    void readingsAreNotesOfOmop() throws IOException {
        Path out =
                made("notes", "30 heart failure patients with ECGs over 1 year", 2, "fhir", "omop");
        Path cdm = out.resolve("omop");
        assertEquals(List.of(), CdmCheck.problems(cdm));
        CsvTable notes = CsvTable.read(cdm.resolve("note.csv"));
        CsvTable visits = CsvTable.read(cdm.resolve("visit_occurrence.csv"));
        Map<String, String> days = new HashMap<>();
        for (int i = 0; i < visits.rows(); i++) {
            days.put(
                    visits.text("visit_occurrence_id").get(i)
                            + " "
                            + visits.text("person_id").get(i),
                    visits.text("visit_start_date").get(i));
        }
        Map<Integer, String> written = new HashMap<>();
        for (int i = 0; i < notes.rows(); i++) {
            String person = notes.text("person_id").get(i);
            String visit = notes.text("visit_occurrence_id").get(i) + " " + person;
            assertEquals(days.get(visit), notes.text("note_date").get(i));
            assertEquals("32817", notes.text("note_type_concept_id").get(i));
            assertEquals("ECG", notes.text("note_title").get(i));
            written.put(Integer.parseInt(person), notes.text("note_text").get(i));
        }
        Map<Integer, String> concluded = new HashMap<>();
        for (Map<String, Object> report :
                FhirCheck.resources(out.resolve("fhir"), "DiagnosticReport")) {
            if (report.containsKey("conclusion")) {
                String subject = ((Map<?, ?>) report.get("subject")).get("reference").toString();
                concluded.put(
                        Integer.parseInt(subject.replaceAll("\\D", "")),
                        (String) report.get("conclusion"));
            }
        }
        assertEquals(30, written.size());
        assertEquals(concluded, written);
        Path none = made("none", "5 epilepsy patients", 1, "omop").resolve("omop");
        assertEquals(0, CsvTable.read(none.resolve("note.csv")).rows());
    }

    private static String lead(Object component) {
        return (String) ((Map<?, ?>) ((Map<?, ?>) component).get("code")).get("text");
    }

    private static List<Map<String, Object>> ofEcgs(Path fhir, String type) throws IOException {
        return FhirCheck.resources(fhir, type).stream()
                .filter(r -> String.valueOf(r.get("id")).endsWith("-ecg"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 patients with ECGs at a heart rate of 900 | to 220",
                "99999999999999999999999 ECGs | 1000000 patients",
                "20 patients with ECGs, heart rate 0 | to 220",
                "20 patients with ECGs, all with sinus rhythm, all with atrial flutter | shares",
                "20 patients with EEGs at 10 Hz | 1024",
                "20 patients with ECGs as NIfTI | wfdb",
                "10000000 patients with ECGs of 30 minutes | by free space"
            })
    void whatCannotBeMadeIsRefusedBeforeTheWork(String words, String suggestion) {
        List<Problem> problems = refused(words);
        assertTrue(
                problems.stream().anyMatch(p -> p.suggestion().contains(suggestion)),
                problems.toString());
        assertTrue(Files.notExists(folder.resolve("none")));
    }

    /** Of a share of some people, the share of them and nobody else. */
    @Test
    void studiesAreMadeOfThoseAskedFor() throws IOException {
        Path out =
                made("some", "80 adults over 70, and ECGs for those with hypertension", 1, "csv");
        CsvTable index = CsvTable.read(out.resolve("signals/index.csv"));
        CsvTable conditions = CsvTable.read(out.resolve("conditions.csv"));
        Set<String> ill =
                IntStream.range(0, conditions.rows())
                        .filter(i -> conditions.text("condition").get(i).equals("hypertension"))
                        .mapToObj(i -> conditions.text("patient_id").get(i))
                        .collect(Collectors.toSet());
        assertEquals(ill, new HashSet<>(index.text("patient_id")));
    }

    /** The look before the run is at somebody who shows what was asked. */
    @Test
    void thePictureShowsWhatWasAsked() {
        Conversation c =
                anamnesis
                        .turn(Conversation.EMPTY, "100 adults over 60 with ECGs, 10 % with LBBB")
                        .after();
        StudyPicture picture = anamnesis.picture(c, "ecg");

        assertEquals("image/svg+xml", picture.type());
        assertTrue(picture.reading().contains("eft bundle branch block"), picture.reading());
        assertThrows(RequestException.class, () -> anamnesis.picture(c, "eeg"));
    }

    @Test
    void aConversationChangesWhatIsShown() {
        List<String> asked = new ArrayList<>();
        Conversation c = Conversation.EMPTY;
        for (String message :
                List.of(
                        "100 patients with heart failure and ECGs",
                        "20 % with LBBB",
                        "less noise",
                        "an EEG for women over 60",
                        "no EEGs",
                        "undo")) {
            c = anamnesis.turn(c, message).after();
            asked.add(SpecJson.write(c.spec()).replaceAll("(?s).*\"studies\"", ""));
        }
        assertTrue(asked.get(1).contains("\"finding\": \"lbbb\", \"percent\": 20"), asked.get(1));
        assertTrue(asked.get(2).contains("\"noise\": \"low\""), asked.get(2));
        assertTrue(asked.get(3).contains("\"kind\": \"eeg\", \"among\": [{\"category\": \"sex\""));
        assertTrue(!asked.get(4).contains("eeg"), asked.get(4));
        assertEquals(asked.get(3), asked.get(5));
    }

    /** Of an infarction that was asked for in one wall, the leads of that wall and no other's. */
    @Test
    void whichLeadsIsAnsweredOfWhatWasAsked() {
        Conversation c = anamnesis.turn(Conversation.EMPTY, "60 ECGs, 20 % inferior STEMI").after();
        List<String> examples =
                anamnesis
                        .turn(c, "which leads show the ST elevation?")
                        .turn()
                        .reply()
                        .lines()
                        .filter(l -> l.contains("for example"))
                        .toList();
        assertEquals(1, examples.size(), examples.toString());
        assertTrue(examples.get(0).contains("leads with ST elevation II, III, aVF"));
    }
}
