package org.anamnesis.learn.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * A folder of records in FHIR or OMOP, brought into the tables that {@code generate} writes, in a
 * folder of its own that goes with the program.
 *
 * @param tables folder of the tables
 * @param notes what the user should know, a sentence each
 */
public record RecordFolder(Path tables, List<String> notes) {
    public RecordFolder {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a folder, if it holds such records: the folder itself, or its {@code fhir} or {@code
     * omop}.
     *
     * @throws RequestException if they hold nobody
     */
    public static Optional<RecordFolder> of(Path folder) {
        try {
            for (Path inside : List.of(folder, folder.resolve("fhir"), folder.resolve("omop"))) {
                boolean fhir = Files.isDirectory(inside) && FhirFolder.is(inside);
                if (fhir || OmopFolder.is(inside)) {
                    return Optional.of(read(inside, fhir));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s could not be read (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    private static RecordFolder read(Path folder, boolean fhir) throws IOException {
        var into = new RecordTables();
        var codes = new RecordCodes();
        if (fhir) {
            FhirFolder.read(folder, into, codes);
        } else {
            OmopFolder.read(folder, into, codes);
        }
        String kind = fhir ? "FHIR" : "OMOP";
        if (into.patients() == 0) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "records.nobody",
                                    folder.getFileName().toString(),
                                    "The %s records hold no patient.".formatted(kind),
                                    fhir
                                            ? "a folder with Patient resources"
                                            : "a folder with person.csv or person.parquet")));
        }
        Path tables = Files.createTempDirectory("anamnesis-records-");
        tables.toFile().deleteOnExit(); // before its files: the last named goes first
        into.write(tables);
        try (var files = Files.list(tables)) {
            files.forEach(f -> f.toFile().deleteOnExit());
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                "The %s records of %,d patients were brought into tables: %,d visits, %,d diagnoses, %,d values, %,d drugs; of several values of one kind the last counts."
                        .formatted(
                                kind,
                                into.patients(),
                                into.rows("encounters"),
                                into.rows("conditions"),
                                into.rows("observations"),
                                into.rows("medications")));
        if (into.strangers() > 0) {
            notes.add(
                    "%,d rows of persons whom the records do not hold were left out."
                            .formatted(into.strangers()));
        }
        return new RecordFolder(tables, notes);
    }
}
