package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anamnesis.export.Folders;

/** A folder for what lies on the disk for a while; gone when it is closed. */
record Scratch(Path folder) implements AutoCloseable {
    /** Where the system keeps such folders, readable by this user alone. */
    static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("anamnesis-recordings"));
    }

    /** Hidden beside a place, so that what is in it can be moved there at once. */
    static Scratch beside(Path place) throws IOException {
        Path hidden =
                place.toAbsolutePath()
                        .resolveSibling(
                                ".%s.partial-%d"
                                        .formatted(
                                                place.getFileName(),
                                                ProcessHandle.current().pid()));
        return new Scratch(Files.createDirectory(hidden));
    }

    /** Deletes it with all that is in it, unless it was moved to its place. */
    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
