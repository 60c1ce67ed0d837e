package org.anamnesis.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/** Recordings that were read: what is seen in each of some stretches. */
public interface RecordedFolder {
    /** {@code ecg} or {@code eeg}. */
    String kind();

    /** Number of persons, or of recordings where nothing says whose they are. */
    int persons();

    /** What the user should know, a sentence each. */
    List<String> notes();

    /**
     * The code by which stretches become rows and rows stretches.
     *
     * @param heldOut persons, from 0 in the order of the table, of whom it must know nothing
     */
    byte[] code(IntPredicate heldOut);

    /**
     * Writes the table: {@link Recordings#KEY}, labels, measured columns, coefficients; a row a
     * stretch, persons in order.
     *
     * @param judged with more coefficients than are learned, by which recordings are judged
     */
    void rows(byte[] code, Path csv, boolean judged) throws IOException;

    /**
     * Compares made recordings, read again, with these.
     *
     * @param made of the same kind and channels
     * @param rows that they were made of, which lie nearer to learned ones than what is read again
     * @param heldOut persons of whom neither code nor model knows anything
     */
    RecordingLikeness likeness(RecordedFolder made, Path rows, byte[] code, IntPredicate heldOut)
            throws IOException;
}
