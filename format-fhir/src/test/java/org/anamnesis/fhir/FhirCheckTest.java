package org.anamnesis.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.export.RecordCheck;
import org.anamnesis.export.RecordCheck.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years of records before HAPI with US Core: no error, and each spoilt resource is caught. */
@Tag("slow")
class FhirCheckTest {
    private static final int EACH = 10;

    @TempDir private static Path made;

    @TempDir private Path temp;

    @BeforeAll
    static void make() {
        var request =
                new GenerateRequest(
                        Optional.of(
                                "50 type 2 diabetes patients over 5 years with 20 important observations"),
                        Optional.empty(),
                        Optional.of(made.resolve("cohort")),
                        Optional.of(List.of("fhir", "bundles")),
                        OptionalLong.of(1),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (what, fraction) -> {});
    }

    private static RecordCheck.Found check(int sample, Path... folders) {
        var asked = new RecordCheck.Asked(List.of(folders), Optional.empty(), sample, 1);
        return new FhirCheck().check(asked, (what, fraction) -> {});
    }

    private static List<Finding> errors(RecordCheck.Found found) {
        return found.findings().stream().filter(Finding::error).toList();
    }

    @Test
    void fiftyPatientsWithYearsOfHistoryHaveNoErrors() {
        Path cohort = made.resolve("cohort");
        RecordCheck.Found found = check(EACH, cohort.resolve("fhir"), cohort.resolve("bundles"));
        assertEquals(List.of(), errors(found));
        assertEquals(100, found.counted().get("Patient"), "in lines and in Bundles");
        assertTrue(found.counted().get("Observation") > 10_000, found.counted().toString());
        assertTrue(found.inFull() > 100, "checked in full: " + found.inFull());
        assertEquals("FHIR R4 (4.0.1) and hl7.fhir.us.core 6.1.0", found.standard());
    }

    /** Some resources of each type, the first of one type changed. */
    private List<String> spoilt(String type, UnaryOperator<String> change) throws IOException {
        try (var files = Files.list(made.resolve("cohort/fhir"))) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                if (file.getFileName().toString().equals(type + ".ndjson")) {
                    String changed = change.apply(lines.get(0));
                    assertTrue(
                            !changed.equals(lines.get(0)), "the change does nothing: " + changed);
                    lines.set(0, changed);
                }
                Files.write(temp.resolve(file.getFileName()), lines);
            }
        }
        return errors(check(1, temp)).stream().map(f -> f.check() + " " + f.where()).toList();
    }

    private static UnaryOperator<String> replaced(String pattern, String with) {
        return line -> line.replaceFirst(pattern, with);
    }

    /** One resource of each kind is drawn, so that the spoilt one must be the only one of its. */
    private static String own(String line) {
        return line.replace(
                "us-core-patient\"",
                "us-core-patient\",\"http://hl7.org/fhir/StructureDefinition/Patient\"");
    }

    @Test
    void aRequiredElementThatIsGone() throws IOException {
        List<String> errors =
                spoilt("Patient", l -> own(l).replaceFirst("\"gender\":\"[a-z]*\",?", ""));
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.get(0).contains("Minimum"), errors.toString());
    }

    @Test
    void aCodeThatIsNone() throws IOException {
        List<String> errors =
                spoilt(
                        "Patient",
                        l -> own(l).replaceFirst("\"gender\":\"[a-z]*\"", "\"gender\":\"w\""));
        assertTrue(errors.stream().anyMatch(e -> e.contains("Patient.gender")), errors.toString());
    }

    @Test
    void aDateThatIsNone() throws IOException {
        List<String> errors =
                spoilt(
                        "Patient",
                        l -> own(l).replaceFirst("(\"birthDate\":\"\\d{4})-\\d\\d", "$1-13"));
        assertTrue(
                errors.stream().anyMatch(e -> e.contains("Patient.birthDate")), errors.toString());
    }

    @Test
    void aProfileThatNobodyKnows() throws IOException {
        assertEquals(
                List.of("profile.unknown http://example.org/nobody"),
                spoilt(
                        "Patient",
                        replaced("(\"profile\":\\[)", "$1\"http://example.org/nobody\",")));
    }

    @Test
    void aReferenceToNothing() throws IOException {
        assertEquals(
                List.of("reference.unresolved "),
                spoilt("Observation", replaced("Patient/p-\\d+", "Patient/p-none")));
    }

    @Test
    void aLineThatIsCutShort() throws IOException {
        // nothing refers to it, so that no reference breaks with it
        List<String> errors = spoilt("Provenance", l -> l.substring(0, l.length() / 2));
        assertEquals(List.of("unreadable "), errors);
    }
}
