package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a model was learned from and by what.
 *
 * @param file name of the table without its folder
 * @param sha256 of that file, 64 hexadecimal digits
 * @param rowsInFile rows of it
 * @param rowsLearned of these
 * @param columns that were learned
 * @param dropped columns that were not, each with its reason
 * @param date on which, ISO 8601
 * @param version of the program
 */
public record Provenance(
        String file,
        String sha256,
        long rowsInFile,
        long rowsLearned,
        int columns,
        List<String> dropped,
        String date,
        String version) {
    public Provenance {
        requireNonNull(file, "file");
        requireNonNull(sha256, "sha256");
        dropped = List.copyOf(dropped);
        requireNonNull(date, "date");
        requireNonNull(version, "version");
    }

    /** Of a table and the schema it was learned by. */
    public static Provenance of(
            SourceTable table, Schema schema, long rowsLearned, String date, String version) {
        return new Provenance(
                table.name(),
                table.sha256(),
                table.rowsInFile(),
                rowsLearned,
                schema.learned().size(),
                schema.columns().stream()
                        .filter(c -> !c.keep())
                        .map(c -> (c.name() + ": " + String.join(" ", c.why())).strip())
                        .toList(),
                date,
                version);
    }
}
