package org.anamnesis.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.anamnesis.problem.EnvironmentException;

/**
 * The folder of one server's data, taken for as long as it runs: two would take up each other's
 * jobs. The system gives it back with the process, however that one ended.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "server.lock";

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws EnvironmentException if another server has it, or it cannot be made
     */
    public static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new EnvironmentException(
                        "Another server uses the folder %s; end it, or take another one with --data."
                                .formatted(folder),
                        null);
            }
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The folder %s cannot be made or written to (%s)."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) { // this very process has it
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EnvironmentException("The folder cannot be given back.", e);
        }
    }
}
