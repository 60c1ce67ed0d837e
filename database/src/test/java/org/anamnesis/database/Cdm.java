package org.anamnesis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporters;
import org.anamnesis.testkit.TinyCohort;

/** OMOP folders to load, whole and damaged. */
final class Cdm {
    static final int PATIENTS = 300;

    private Cdm() {}

    /**
     * @param format {@code omop} or {@code omop-parquet}
     */
    static Path made(Path folder, String format) throws IOException {
        return made(folder, format, PATIENTS);
    }

    static Path made(Path folder, String format, int patients) throws IOException {
        var cohort = TinyCohort.of(patients, 1);
        Files.createDirectories(folder);
        var request = ExportRequest.all(folder, cohort.header(), Catalog.EMPTY);
        try (var sink = Exporters.installed().open(List.of(format), request)) {
            cohort.forEachBlock(sink::accept);
            sink.finish();
        }
        return folder.resolve("omop");
    }

    /** The folder with one line of a table changed; 0 is the header. */
    static Path damaged(Path folder, String table, int line, UnaryOperator<String> change)
            throws IOException {
        Path cdm = made(folder, "omop");
        Path file = cdm.resolve(table + ".csv");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
        lines.set(line, change.apply(lines.get(line)));
        lines.removeIf(String::isEmpty);
        Files.write(file, lines);
        return cdm;
    }

    static long rows(Path cdm, String table) throws IOException {
        return Files.readAllLines(cdm.resolve(table + ".csv")).size() - 1L;
    }
}
