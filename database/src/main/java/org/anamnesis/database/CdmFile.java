package org.anamnesis.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.problem.Problem;
import org.anamnesis.table.ForeignTable;

/**
 * One table of an OMOP folder.
 *
 * @param columns as they stand in the file, in small letters
 */
record CdmFile(String table, Path file, List<String> columns) {
    private static final int MAGIC = 4;

    CdmFile {
        columns = List.copyOf(columns);
    }

    static CdmFile of(String table, Path file) throws IOException {
        try (var text =
                new BufferedReader(new InputStreamReader(csv(file), StandardCharsets.UTF_8))) {
            String header = text.readLine();
            String names = header == null ? "" : header.replace("\uFEFF", "").replace("\"", "");
            List<String> columns = new ArrayList<>();
            for (String name : names.split(",")) {
                columns.add(name.strip().toLowerCase(Locale.ROOT));
            }
            return new CdmFile(table, file, columns);
        }
    }

    /** What keeps it from being loaded. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        List<String> known = CdmDdl.columns(table);
        List<String> strange = columns.stream().filter(c -> !known.contains(c)).toList();
        if (!strange.isEmpty()) {
            problems.add(
                    new Problem(
                            "load.column.unknown",
                            file.getFileName() + ": " + String.join(", ", strange),
                            "OMOP CDM 5.4 has no such column",
                            String.join(", ", known)));
        }
        List<String> absent =
                CdmDdl.required(table).stream().filter(c -> !columns.contains(c)).toList();
        if (!absent.isEmpty()) {
            problems.add(
                    new Problem(
                            "load.column.absent",
                            file.getFileName().toString(),
                            "Columns that OMOP CDM 5.4 requires are missing: "
                                    + String.join(", ", absent),
                            "all of " + String.join(", ", CdmDdl.required(table))));
        }
        return problems;
    }

    boolean isCsv() {
        return isCsv(file);
    }

    private static boolean isCsv(Path file) {
        return file.toString().endsWith(".csv");
    }

    /** The rows as comma-separated text, a header first. */
    InputStream csv() throws IOException {
        return csv(file);
    }

    private static InputStream csv(Path file) throws IOException {
        if (isCsv(file)) {
            return Files.newInputStream(file);
        }
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(MAGIC);
        }
        for (ForeignTable format : ServiceLoader.load(ForeignTable.class)) {
            if (format.recognises(begin)) {
                return format.csv(file);
            }
        }
        throw new IOException(file.getFileName() + " is no table that can be read");
    }

    long bytes() throws IOException {
        return Files.size(file);
    }
}
