package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.FhirCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up names and addresses: only when asked, in every format, and never of real people. */
class NamedPatientsTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @TempDir private Path folder;

    private Path made(String name, String words, boolean names) {
        Path out = folder.resolve(name);
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv", "fhir", "omop")),
                        OptionalLong.of(4),
                        Optional.empty(),
                        false,
                        2,
                        false,
                        names,
                        Optional.empty());
        anamnesis.generate(request, (s, f) -> {});
        return out;
    }

    private boolean named(String... messages) {
        Conversation c = Conversation.EMPTY;
        for (String message : messages) {
            c = anamnesis.turn(c, message).after();
        }
        return c.spec().beyond().names();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300 asthma patients with names and addresses",
                "300 asthma patients with made-up names",
                "300 asthma patients, include fictitious names and addresses, 2 years of history",
                "300 asthma patients with invented addresses as FHIR",
                "300 asthma patients including synthetic names and postal addresses"
            })
    void whoAsksForNamesGetsThem(String words) {
        assertTrue(named(words));
        assertFalse(named(words, "without names"));
        assertTrue(named("300 asthma patients", "add names and addresses to the files"));
        assertTrue(named("300 asthma patients", "with names please"));
    }

    /** The names of people are not there for the asking, and other names are other names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "300 asthma patients with names and addresses of the participants",
                "300 asthma patients with their real names and addresses",
                "names and addresses from NHANES",
                "300 asthma patients with names and addresses behind the rows",
                "300 asthma patients, short names for the columns"
            })
    void namesOfRealPeopleAreNotGiven(String words) {
        assertFalse(named(words));
        assertFalse(named("300 asthma patients", words));
    }

    @Test
    void namesStandInEveryFormat() throws IOException {
        Path out = made("named", "1100 asthma patients with names and addresses", false);
        CsvTable patients = CsvTable.read(out.resolve("patients.csv"));
        List<Map<String, Object>> resources = FhirCheck.resources(out.resolve("fhir"), "Patient");
        CsvTable homes = CsvTable.read(out.resolve("omop").resolve("location.csv"));

        assertEquals(List.of(), CdmCheck.problems(out.resolve("omop")));
        assertEquals(List.of(), FhirCheck.problems(out.resolve("fhir")));
        assertEquals(1101, homes.rows());
        Set<String> whole = new HashSet<>();
        for (int i = 0; i < patients.rows(); i++) {
            String given = patients.text("given_name").get(i);
            String family = patients.text("family_name").get(i);
            String line =
                    patients.text("house_number").get(i) + " " + patients.text("street").get(i);
            whole.add(given + family);
            assertTrue(family.startsWith("Test"), family);
            assertTrue(resources.get(i).toString().contains(given), given);
            assertTrue(resources.get(i).toString().contains("line=[" + line + "]"), line);
            assertEquals(line, homes.text("address_1").get(i + 1));
            assertEquals(patients.text("city").get(i), homes.text("city").get(i + 1));
        }
        assertEquals(1100, whole.size());
    }

    @Test
    void withoutAskingThereAreNone() throws IOException {
        Path plain = made("plain", "30 asthma patients", false);
        Path named = made("option", "30 asthma patients", true);

        assertFalse(Files.readString(plain.resolve("patients.csv")).contains("Test"));
        assertFalse(Files.readString(plain.resolve("fhir/Patient.ndjson")).contains("address"));
        assertFalse(Files.readString(plain.resolve("spec.json")).contains("names"));
        assertTrue(Files.readString(named.resolve("patients.csv")).contains("Testbank"));
        assertTrue(Files.readString(named.resolve("spec.json")).contains("\"names\": true"));
        assertTrue(Files.readString(named.resolve("sources.md")).contains("Names and addresses"));
        assertEquals(
                Files.readString(plain.resolve("cohort.csv")),
                Files.readString(named.resolve("cohort.csv")));
    }
}
