package org.anamnesis.signals.learned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.study.RecordedFolder;
import org.anamnesis.study.Recordings;

/** WFDB and EDF folders of one-lead ECG or of EEG. */
public final class LearnedRecordings implements Recordings {
    @Override
    public boolean holds(Path folder) {
        try {
            return Files.isDirectory(folder)
                    && !ofPatients(folder)
                    && !FolderReader.files(folder).isEmpty();
        } catch (IOException | UncheckedIOException e) {
            return false; // whoever reads the folder next says why it cannot be read
        }
    }

    /** A folder with tables of patients is one of patients, also where their ECGs lie in it. */
    private static boolean ofPatients(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString().toLowerCase(Locale.ROOT))
                    .anyMatch(
                            n -> n.matches("(cohort|patients?|persons?)\\.(csv|parquet|ndjson).*"));
        }
    }

    @Override
    public Optional<Problem> unread(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                return Files.exists(path) ? UnreadRecordings.file(path) : Optional.empty();
            }
            return ofPatients(path) ? Optional.empty() : UnreadRecordings.folder(path);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // as above
        }
    }

    @Override
    public RecordedFolder read(Path folder) throws IOException {
        return new FolderReader(folder).read();
    }

    @Override
    public List<String> make(byte[] code, Path rows, Path folder, long seed) throws IOException {
        return new Maker(Code.of(code), folder, seed).make(rows);
    }
}
