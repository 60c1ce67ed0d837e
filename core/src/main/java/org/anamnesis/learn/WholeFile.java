package org.anamnesis.learn;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole or not at all. */
public final class WholeFile {
    /** Writes what is in a file; need not close it. */
    @FunctionalInterface
    public interface Content {
        void to(FileChannel channel) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes beside the place, brings it to the disk and renames. What is there already is
     * replaced; a link stays one.
     *
     * @throws IOException if the disk refuses; nothing was left
     */
    public static void write(Path file, Content content) throws IOException {
        boolean there = Files.exists(file);
        Path place = there ? file.toRealPath() : file.toAbsolutePath();
        String hidden =
                ".%s.partial-%d".formatted(place.getFileName(), ProcessHandle.current().pid());
        Path partial = place.resolveSibling(hidden);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            partial,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                content.to(channel);
                channel.force(true);
            }
            publish(partial, place, there);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void publish(Path partial, Path place, boolean there) throws IOException {
        try {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException rare) {
            // some network disks; the file is complete, only the moment of replacing is not atomic
            CopyOption[] how = {StandardCopyOption.REPLACE_EXISTING};
            Files.move(partial, place, there ? how : new CopyOption[0]);
        }
    }
}
