package org.anamnesis.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.problem.Problem;

/**
 * Makes studies of one kind; found by {@link java.util.ServiceLoader}. Safe for use by several
 * threads: everything is a function of its arguments.
 */
public interface Studio {
    /** {@code ecg}, {@code eeg} or {@code ct}. */
    String kind();

    /** Formats of files, the default ones first: {@code wfdb}, {@code edf}, {@code dicom}. */
    List<String> formats();

    /** All that is wrong with what was asked, before anybody is made. */
    List<Problem> check(AskedStudy asked);

    /**
     * What one patient's study shows: asked values first, then the record's, then what is drawn
     * from published distributions; contradictions of record and request are already refused.
     *
     * @param key of the patient's draws; the same key makes the same study
     */
    Study plan(Person person, AskedStudy asked, long key);

    /** Bytes on disk of one study, about. */
    long bytes(AskedStudy asked, Set<String> formats);

    /** Columns of the {@code manifest.csv} of this kind, as its verifier reads them. */
    List<String> manifestColumns();

    /**
     * Makes the files. Memory is bounded by a constant that the implementation states, however long
     * the recording.
     *
     * @param folder of the kind; file names derive from the patient and the encounter
     * @param formats out of {@link #formats}
     */
    StudyFiles write(Study study, Path folder, Set<String> formats) throws IOException;

    /**
     * Makes the files that stand for all studies of a folder, once they are all there.
     *
     * @param links what {@link StudyFiles#link} said of each, in the order of the patients, without
     *     samples of recordings
     * @return paths relative to the folder
     */
    default List<String> together(Path folder, List<Map<String, String>> links) throws IOException {
        return List.of();
    }

    /** A picture of the study as SVG or PNG: the ECG on its grid, the montage, the slices. */
    byte[] picture(Study study) throws IOException;

    /** {@code image/svg+xml} or {@code image/png}. */
    String pictureType();
}
