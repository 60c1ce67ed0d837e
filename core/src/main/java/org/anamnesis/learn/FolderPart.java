package org.anamnesis.learn;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.CellReader;

/**
 * One table of a folder of the program's own, whose rows stand in the order of the patients.
 *
 * @param file it lies in
 * @param header names of its columns
 */
record FolderPart(Path file, List<String> header) {
    /** Column that joins the tables. */
    static final String KEY = "patient_id";

    FolderPart {
        header = List.copyOf(header);
    }

    /** Reads the header. */
    static FolderPart of(Path file) throws IOException {
        try (TextDecoder text = new SourceFile(file).open(Optional.empty())) {
            return new FolderPart(file, new CellReader(text, ',').next());
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Place of a column; -1 if it is not there. */
    int at(String column) {
        return header.indexOf(column);
    }

    Rows open() throws IOException {
        return new Rows();
    }

    RequestException wrong(String what) {
        return new RequestException(
                List.of(
                        new Problem(
                                "table.folder.part",
                                Remarks.shown(name()),
                                what,
                                "the folder as anamnesis generate made it, or one CSV file")));
    }

    /** Goes through the rows once, patient by patient. */
    final class Rows implements Closeable {
        private final TextDecoder text;
        private final CellReader reader;
        private final int key = at(KEY);
        private List<String> next = List.of();

        private Rows() throws IOException {
            text = new SourceFile(file).open(Optional.empty());
            reader = new CellReader(text, ',');
            reader.next();
            step();
        }

        /** Whose the next row is; empty at the end. */
        Optional<String> patient() {
            return next.isEmpty() ? Optional.empty() : Optional.of(next.get(key));
        }

        /** The rows of a patient, none if the next ones are another's. */
        List<List<String>> of(String patient) throws IOException {
            List<List<String>> rows = new ArrayList<>();
            while (!next.isEmpty() && next.get(key).equals(patient)) {
                rows.add(next);
                step();
            }
            return rows;
        }

        /** The next row, whosever; empty at the end. */
        Optional<List<String>> row() throws IOException {
            List<String> now = next;
            step();
            return now.isEmpty() ? Optional.empty() : Optional.of(now);
        }

        private void step() throws IOException {
            List<String> cells = new ArrayList<>();
            do {
                if (!reader.next(cells)) {
                    next = List.of();
                    return;
                }
            } while (cells.size() == 1 && cells.get(0).isBlank());
            if (cells.size() != header.size()) {
                throw wrong(
                        "Line %d has %d cells, the header %d."
                                .formatted(reader.line(), cells.size(), header.size()));
            }
            next = cells;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
