package org.anamnesis.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;

/**
 * Writes a cohort in one format; found by {@link java.util.ServiceLoader}. Memory must not grow
 * with the number of patients.
 */
public interface Exporter {
    /** Name in requests and on the command line: {@code csv}, {@code parquet}. */
    String format();

    /**
     * Opens the files in a folder that the caller publishes as a whole.
     *
     * @param directory exists and is ours alone until published
     */
    Sink open(Path directory, CohortHeader header) throws IOException;

    /**
     * Receives blocks in index order. {@link #finish} completes the files; {@code close} without it
     * abandons them.
     */
    interface Sink extends Closeable {
        void accept(PatientBlock block) throws IOException;

        /** Files written, relative to the directory. */
        List<Path> finish() throws IOException;
    }
}
