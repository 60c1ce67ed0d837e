package org.anamnesis.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes one table in one format. Closing without {@link #finish} leaves an unusable file. */
public interface TableWriter extends Closeable {
    void write(Rows rows) throws IOException;

    /** Completes the file. */
    void finish() throws IOException;
}
