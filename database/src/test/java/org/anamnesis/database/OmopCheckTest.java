package org.anamnesis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.anamnesis.export.RecordCheck;
import org.anamnesis.export.RecordCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole folder has no errors; each way of spoiling one is found, and nothing else. */
class OmopCheckTest {
    @TempDir private Path temp;
    private int folders;

    private static RecordCheck.Found check(Path folder) {
        var asked = new RecordCheck.Asked(List.of(folder), Optional.empty(), 20, 1);
        return new OmopCheck().check(asked, (what, fraction) -> {});
    }

    private static List<String> errors(RecordCheck.Found found) {
        return found.findings().stream()
                .filter(Finding::error)
                .map(f -> f.check() + " " + f.where())
                .sorted()
                .toList();
    }

    private List<String> spoilt(String table, int line, UnaryOperator<String> change)
            throws IOException {
        return errors(check(Cdm.damaged(temp.resolve("spoilt" + ++folders), table, line, change)));
    }

    /** The cell of a column in its line, by its number from 0. */
    private static UnaryOperator<String> cell(int column, String value) {
        return line -> {
            String[] cells = line.split(",", -1);
            cells[column] = value;
            return String.join(",", cells);
        };
    }

    @Test
    void whatGenerateWritesHasNoErrors() throws IOException {
        for (String format : List.of("omop", "omop-parquet")) {
            RecordCheck.Found found = check(Cdm.made(temp.resolve(format), format));
            assertEquals(List.of(), errors(found), format);
            assertEquals(Cdm.PATIENTS, found.counted().get("person"));
            Finding zero =
                    found.findings().stream()
                            .filter(f -> f.check().equals("standardConceptRecordCompleteness"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(zero.failed() <= zero.of() && zero.failed() > 0, zero.toString());
        }
    }

    @Test
    void keysAreChecked() throws IOException {
        assertEquals(
                List.of("isPrimaryKey measurement.measurement_id"),
                spoilt("measurement", 2, cell(0, "1")));
        assertEquals(
                List.of("isForeignKey visit_occurrence.care_site_id"),
                spoilt("visit_occurrence", 1, cell(9, "77")));
        assertEquals(
                List.of("isForeignKey person.gender_concept_id"),
                spoilt("person", 1, cell(1, "123456")));
    }

    @Test
    void cellsAreChecked() throws IOException {
        assertEquals(
                List.of("cdmDatatype measurement.value_as_number"),
                spoilt("measurement", 1, cell(8, "high")));
        assertEquals(
                List.of("isRequired visit_occurrence.visit_concept_id"),
                spoilt("visit_occurrence", 1, cell(2, "")));
        assertEquals(
                List.of("cdmWidth person.person_source_value"),
                spoilt("person", 1, cell(11, "x".repeat(51))));
        assertEquals(
                List.of("cdmField measurement.measurement_date", "cdmField measurement.person_id"),
                spoilt(
                        "measurement",
                        0,
                        l -> l.replace("person_id", "pid").replace("measurement_date,", "day,")));
    }

    @Test
    void timesAreChecked() throws IOException {
        assertEquals(
                List.of(
                        "plausibleAfterBirth measurement.measurement_date",
                        "withinObservationPeriod measurement.measurement_date"),
                spoilt("measurement", 1, cell(3, "1870-01-01")));
        assertEquals(
                List.of("plausibleStartBeforeEnd visit_occurrence.visit_start_date"),
                spoilt("visit_occurrence", 1, cell(5, "1999-01-01")).stream()
                        .filter(e -> e.contains("StartBeforeEnd"))
                        .toList());
        assertTrue(
                spoilt("person", 1, cell(2, "1492"))
                        .contains("plausibleValue person.year_of_birth"));
    }

    /** All of them in another unit are more than the Dashboard's limit lets pass. */
    @Test
    void unitsAreJudgedByTheirShare() throws IOException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        Path file = cdm.resolve("measurement.csv");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.stream().map(l -> l.replace(",8554,", ",8840,")).toList());
        assertTrue(
                errors(check(cdm)).stream().anyMatch(e -> e.startsWith("plausibleUnitConceptIds")),
                "HbA1c in mg/dL");
    }

    @Test
    void whatIsNoTableIsSaid() throws IOException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        Files.delete(cdm.resolve("observation_period.csv"));
        Files.write(cdm.resolve("death.csv"), new byte[] {1, 2, (byte) 0xff, 0, '\n', '"', 4});
        List<String> errors = errors(check(cdm));
        assertTrue(errors.contains("cdmTable observation_period"), errors.toString());
        assertTrue(errors.stream().anyMatch(e -> e.contains("death")), errors.toString());
    }
}
