package org.anamnesis.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * Told of each recording or image once its files are there, in the order of the patients: for
 * formats that refer to them.
 */
public interface StudyReferences extends Closeable {
    /**
     * @param number of the patient, from 1
     * @param visit of the patient, from 0
     * @param folder that the files are relative to
     * @param below that folder, relative to the folder of the export, with {@code /}
     */
    void accept(long number, int visit, Study study, StudyFiles files, Path folder, String below)
            throws IOException;

    /** Completes the files and says what was written. */
    List<TableFile> finish() throws IOException;
}
