package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.learn.records.RecordFolder;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in FHIR and OMOP, read back as tables: what was written, and what others write. */
class RecordFolderTest {
    @TempDir private static Path folder;

    @BeforeAll
    static void made() {
        made("made", 150, 5, "csv", "omop", "fhir");
    }

    private static void made(String name, int patients, long seed, String... formats) {
        var request =
                new GenerateRequest(
                        Optional.of(
                                patients
                                        + " type 2 diabetes patients with 20 observations, 2 years of history"),
                        Optional.empty(),
                        Optional.of(folder.resolve(name)),
                        Optional.of(List.of(formats)),
                        OptionalLong.of(seed),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
    }

    /** A drug that nobody of a small folder takes had been a missing column. */
    @Tag("slow")
    @Test
    void whatNobodyOfAFolderTakesIsJudgedAsSuch() {
        made("strangers", 40, 6, "fhir");
        made("synthetic", 40, 7, "omop");
        Evaluated done =
                Anamnesis.bundled()
                        .evaluate(
                                new EvaluateRequest(
                                        folder.resolve("made").resolve("fhir"),
                                        folder.resolve("strangers"),
                                        folder.resolve("synthetic"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        folder.resolve("judged"),
                                        1,
                                        Optional.empty()),
                                Progress.silent());
        assertTrue(Files.exists(done.folder().resolve("evaluation.html")));
    }

    /** Every value, diagnosis and drug comes back with its day, by the ids of the catalogue. */
    @ParameterizedTest
    @ValueSource(strings = {"fhir", "omop"})
    void aRoundTripKeepsEveryValue(String format) throws IOException {
        Path made = folder.resolve("made");
        Path back = RecordFolder.of(made.resolve(format)).orElseThrow().tables();

        assertEquals(
                rows(made, "observations", "date", "observation", "value", "unit"),
                rows(back, "observations", "date", "observation", "value", "unit").stream()
                        .filter(r -> !r.contains("smoking"))
                        .toList());
        // a second stroke has the code of a stroke, and comes back as one more
        assertEquals(
                rows(made, "conditions", "condition", "onset_date").stream()
                        .map(r -> r.replace("second-", ""))
                        .sorted()
                        .toList(),
                rows(back, "conditions", "condition", "onset_date"));
        assertEquals(
                rows(made, "medications", "ingredient", "status", "start_date"),
                rows(back, "medications", "ingredient", "status", "start_date"));
        assertEquals(
                rows(made, "encounters", "class", "start_date", "end_date"),
                rows(back, "encounters", "class", "start_date", "end_date"));
        assertEquals(
                rows(made, "patients", "birth_date", "sex", "race_ethnicity"),
                rows(back, "patients", "birth_date", "sex", "race_ethnicity"));
    }

    private static List<String> rows(Path out, String table, String... columns) throws IOException {
        CsvTable t = CsvTable.read(out.resolve(table + ".csv"));
        List<String> all = new ArrayList<>();
        List<String> patients = t.text("patient_id");
        for (int i = 0; i < t.rows(); i++) {
            String digits = patients.get(i).replaceAll("\\D", "");
            StringBuilder row = new StringBuilder().append(Long.parseLong(digits));
            for (String column : columns) {
                String cell = t.text(column).get(i);
                row.append(' ').append(cell == null ? "" : cell);
            }
            all.add(row.toString());
        }
        all.sort(null);
        return all;
    }

    /** Tables of others: names in capitals, and only the columns that the standard requires. */
    @Test
    void tablesInCapitalsAreRead() throws IOException {
        Path others = Files.createDirectory(folder.resolve("capitals"));
        Files.writeString(
                others.resolve("PERSON.csv"),
                "PERSON_ID,GENDER_CONCEPT_ID,YEAR_OF_BIRTH,RACE_CONCEPT_ID,ETHNICITY_CONCEPT_ID\n1,8532,1950,0,0\n2,8507,1961,0,0\n");
        Files.writeString(
                others.resolve("CONCEPT.csv"),
                "CONCEPT_ID,CONCEPT_NAME,VOCABULARY_ID,CONCEPT_CODE\n3004410,Hemoglobin A1c,LOINC,4548-4\n");
        Files.writeString(
                others.resolve("MEASUREMENT.csv"),
                "MEASUREMENT_ID,PERSON_ID,MEASUREMENT_CONCEPT_ID,MEASUREMENT_DATE,VALUE_AS_NUMBER\n1,1,3004410,2019-04-04,7.1\n2,2,3004410,2019-05-04,8.2\n");
        Path back = RecordFolder.of(others).orElseThrow().tables();
        assertEquals(
                List.of("1 2019-04-04 hba1c 7.1", "2 2019-05-04 hba1c 8.2"),
                rows(back, "observations", "date", "observation", "value"));
        assertEquals(2, rows(back, "patients", "sex").size());
    }

    @Test
    void aTransactionBundleOfAnotherSystemIsRead() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(
                others.resolve("one.json"),
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:obs","resource":{"resourceType":"Observation","status":"final",
                  "code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}],"text":"A1c"},
                  "subject":{"reference":"urn:uuid:me"},"effectiveDateTime":"2020-05-06T10:11:12Z",
                  "valueQuantity":{"value":53,"code":"mmol/mol"}}},
                 {"fullUrl":"urn:uuid:wrong","resource":{"resourceType":"Observation","status":"entered-in-error",
                  "code":{"text":"A1c"},"subject":{"reference":"urn:uuid:me"},"valueQuantity":{"value":99}}},
                 {"fullUrl":"urn:uuid:bp","resource":{"resourceType":"Observation","status":"final",
                  "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
                  "subject":{"reference":"urn:uuid:me"},"effectiveDateTime":"2020-05-06",
                  "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},
                   "valueQuantity":{"value":131,"code":"mm[Hg]"}}]}},
                 {"fullUrl":"urn:uuid:cond","resource":{"resourceType":"Condition",
                  "code":{"coding":[{"system":"http://snomed.info/sct","code":"0000"}],"text":"Strange, new disease"},
                  "subject":{"reference":"urn:uuid:me"}}},
                 {"fullUrl":"urn:uuid:me","resource":{"resourceType":"Patient","id":"me-1","birthDate":"1960","gender":"male"}}
                ]}
                """);

        Path back = RecordFolder.of(others).orElseThrow().tables();

        CsvTable seen = CsvTable.read(back.resolve("observations.csv"));
        assertEquals(List.of("hba1c", "sbp"), seen.text("observation"));
        // 53 mmol/mol by the IFCC-NGSP master equation
        assertEquals(7.0, seen.numbers("value")[0], 0.005);
        assertEquals(131, seen.numbers("value")[1]);
        assertEquals(
                List.of("strange_new_disease"),
                CsvTable.read(back.resolve("conditions.csv")).text("condition"));
        assertEquals(
                List.of("1960-07-01"),
                CsvTable.read(back.resolve("patients.csv")).text("birth_date"));
    }

    /**
     * Where the catalogue has no code of a score it writes its name, and knows it again by that.
     */
    @Test
    void whatHasNoCodeIsFoundByItsName() throws IOException {
        Path scores = Files.createDirectory(folder.resolve("scores"));
        Files.writeString(
                scores.resolve("all.ndjson"),
                """
                {"resourceType":"Patient","id":"1","birthDate":"1960-02-03","gender":"male"}
                {"resourceType":"Observation","status":"final","code":{"text":"Glasgow Coma Score"},"subject":{"reference":"Patient/1"},"effectiveDateTime":"2020-05-06","valueQuantity":{"value":14,"code":"{score}"}}
                {"resourceType":"Observation","status":"final","code":{"text":"My own score"},"subject":{"reference":"Patient/1"},"effectiveDateTime":"2020-05-06","valueQuantity":{"value":3}}
                """);

        CsvTable seen =
                CsvTable.read(
                        RecordFolder.of(scores).orElseThrow().tables().resolve("observations.csv"));

        assertEquals(
                List.of("gcs", "my_own_score"),
                seen.text("observation").stream().sorted().toList());
    }

    @Test
    void whatIsNoRecordIsToldWithItsLine() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(
                broken.resolve("Patient.ndjson"),
                "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n{\"resourceType\":\"Patient\",\n");
        var wrong = assertThrows(RequestException.class, () -> RecordFolder.of(broken));
        assertEquals("Patient.ndjson, line 2", wrong.problems().get(0).where());

        Path nobody = Files.createDirectory(folder.resolve("nobody"));
        Files.writeString(nobody.resolve("x.ndjson"), "{\"resourceType\":\"Location\"}\n");
        assertThrows(RequestException.class, () -> RecordFolder.of(nobody));

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("table.csv"), "a,b\n1,2\n");
        assertTrue(RecordFolder.of(other).isEmpty());
    }
}
