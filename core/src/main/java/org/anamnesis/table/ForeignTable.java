package org.anamnesis.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A format of tables that are not text, read as the text that they would be. Found by {@link
 * java.util.ServiceLoader}, because some live in a module of their own.
 */
public interface ForeignTable {
    /** Whether a file that begins with these bytes is such a table. */
    boolean recognises(byte[] beginning);

    /**
     * The table as comma-separated text in UTF-8, a header first, row by row while it is read:
     * memory does not grow with the rows, and no copy of it is left anywhere.
     *
     * @throws org.anamnesis.problem.RequestException if the file is damaged or holds what a table
     *     of text cannot
     * @throws IOException if the disk refuses
     */
    InputStream csv(Path file) throws IOException;

    /** The format of a file that begins with these bytes, if it is such a table. */
    static Optional<ForeignTable> of(byte[] beginning) {
        return ServiceLoader.load(ForeignTable.class, ForeignTable.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(f -> f.recognises(beginning))
                .findFirst();
    }
}
