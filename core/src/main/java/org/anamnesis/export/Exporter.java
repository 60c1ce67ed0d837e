package org.anamnesis.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;

/**
 * Writes a cohort in one format; found by {@link java.util.ServiceLoader}. Memory must not grow
 * with the number of patients.
 */
public interface Exporter {
    /** Name in requests and on the command line: {@code csv}, {@code parquet}. */
    String format();

    /** Opens the files in a folder that the caller publishes as a whole. */
    Sink open(ExportRequest request) throws IOException;

    /**
     * Bytes that one patient takes on disk, about: enough to say how many patients a disk holds.
     *
     * @param group the tables asked about
     */
    double bytesPerPatient(CohortHeader header, TableGroup group);

    /**
     * Codes of the cohort that the format's own vocabulary is not known to hold, each with its
     * name; the files keep them as they are.
     */
    default List<String> unmapped(CohortHeader header, Catalog catalog) {
        return List.of();
    }

    /** Refers to recordings and images; empty for formats that cannot. */
    default Optional<StudyReferences> references(ExportRequest request) throws IOException {
        return Optional.empty();
    }

    /**
     * Receives blocks in index order. {@link #finish} completes the files; {@code close} without it
     * abandons them.
     */
    interface Sink extends Closeable {
        /** Takes one block; the block may change as soon as this returns. */
        void accept(PatientBlock block) throws IOException;

        /** Completes the files and says what was written, in the order of the names. */
        List<TableFile> finish() throws IOException;
    }
}
