package org.anamnesis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * The tables of an OMOP folder: of each the CSV file, else the Parquet file.
 *
 * @param files in the order of the standard
 * @param notes what was passed over, a sentence each
 */
record CdmFolder(List<CdmFile> files, List<String> notes) {
    CdmFolder {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * @throws RequestException with what is wrong in any of its tables
     */
    static CdmFolder of(Path folder) {
        try {
            List<CdmFile> files = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            for (String table : CdmDdl.tables()) {
                for (String ending : List.of(".csv", ".parquet")) {
                    Path file = folder.resolve(table + ending);
                    if (Files.isRegularFile(file)) {
                        CdmFile found = CdmFile.of(table, file);
                        problems.addAll(found.problems());
                        files.add(found);
                        break;
                    }
                }
            }
            if (!problems.isEmpty()) {
                throw new RequestException(problems);
            }
            return new CdmFolder(files, passedOver(folder, "loaded"));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static List<String> passedOver(Path folder, String done) throws IOException {
        Set<String> others = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".csv") || n.endsWith(".parquet"))
                    .filter(n -> !CdmDdl.tables().contains(n.substring(0, n.lastIndexOf('.'))))
                    .forEach(others::add);
        }
        return others.isEmpty()
                ? List.of()
                : List.of(
                        "Not "
                                + done
                                + ", for they are none of the tables that are known: "
                                + String.join(", ", others)
                                + ".");
    }

    static EnvironmentException unreadable(IOException e) {
        return new EnvironmentException(
                "The tables could not be read (%s). Nothing was loaded.".formatted(e.getMessage()),
                e);
    }

    List<String> tables() {
        return files.stream().map(CdmFile::table).toList();
    }

    long bytes() throws IOException {
        long all = 1; // never nothing, for it is divided by
        for (CdmFile file : files) {
            all += file.bytes();
        }
        return all;
    }
}
