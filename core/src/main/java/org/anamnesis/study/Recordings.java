package org.anamnesis.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * Turns a folder of recordings into a table that any engine can learn, and rows of such a table
 * into recordings again; found by {@link ServiceLoader}.
 *
 * <p>What is needed to go back is a <em>code</em>: a mean shape, a few axes around it, the names of
 * channels. It is learned from the recordings of those who are not held out and kept in the model
 * file; it holds no row.
 */
public interface Recordings {
    /** Column of the table that says whose a row is. */
    String KEY = "recording";

    /** The service at hand, if there is one. */
    static Optional<Recordings> installed() {
        return ServiceLoader.load(Recordings.class, Recordings.class.getClassLoader()).findFirst();
    }

    /** Whether a folder holds recordings that can be read, by the names of its files. */
    boolean holds(Path folder);

    /**
     * Why a file, or a folder that {@linkplain #holds does not hold} any, is not learned although
     * it is one of recordings; none if it is something else.
     */
    Optional<Problem> unread(Path path);

    /**
     * Reads a folder; memory is bounded whatever its size.
     *
     * @throws RequestException with all that is wrong with it
     */
    RecordedFolder read(Path folder) throws IOException;

    /**
     * Makes a recording of each row.
     *
     * @param code of the model
     * @param rows comma-separated text with the columns of the learned table
     * @param folder empty, there
     * @param seed of all that is drawn; the same makes the same bytes
     * @throws RequestException if the code is damaged
     */
    List<String> make(byte[] code, Path rows, Path folder, long seed) throws IOException;
}
