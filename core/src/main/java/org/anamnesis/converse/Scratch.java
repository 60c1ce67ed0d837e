package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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

    @Override
    public void close() throws IOException {
        if (!Files.exists(folder)) {
            return; // moved to its place
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException failed)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
