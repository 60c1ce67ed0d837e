package org.anamnesis.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hidden folders beside a target: {@code .NAME.partial-PID} while it is written, {@code
 * .NAME.old-PID} for a moment while an earlier run is replaced. PID is followed by a point and a
 * number when one process writes the same target twice at once.
 */
final class Siblings implements Closeable {
    /**
     * Held while a partial folder is being written: a process number may be used anew, a lock not.
     */
    static final String LOCK = ".writing";

    private final Path target;
    private final String partialStem;
    private final String oldStem;
    private FileChannel lock;
    private Path lockFile;

    Siblings(Path target) {
        this.target = target;
        partialStem = "." + target.getFileName() + ".partial-";
        oldStem = "." + target.getFileName() + ".old-";
    }

    Path target() {
        return target;
    }

    /** Puts back a folder that a killed run had moved aside, and removes what it left behind. */
    void recover() throws IOException {
        for (Path old : leftBehind(oldStem)) {
            if (Files.exists(target) || isEmptyFolder(old)) {
                Folders.delete(old);
            } else {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path partial : leftBehind(partialStem)) {
            if (!isLocked(partial.resolve(LOCK))) {
                Folders.delete(partial);
            }
        }
    }

    private List<Path> leftBehind(String stem) throws IOException {
        try (Stream<Path> siblings = Files.list(target.getParent())) {
            return siblings.filter(p -> isOfDeadProcess(p.getFileName().toString(), stem))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOfDeadProcess(String name, String stem) {
        if (!name.startsWith(stem)) {
            return false;
        }
        String pid = name.substring(stem.length()).split("\\.", 2)[0];
        if (pid.isEmpty()
                || pid.length() > 18
                || !pid.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false; // not of our making
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** Makes the folder to write to, and holds its lock until {@link #close}. */
    Path createPartial() throws IOException {
        Path partial = create(partialStem);
        try {
            lockFile = partial.resolve(LOCK);
            lock =
                    FileChannel.open(
                            lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return partial;
        } catch (IOException failed) {
            close();
            Folders.delete(partial);
            throw failed;
        }
    }

    private Path create(String stem) throws IOException {
        for (int k = 0; ; k++) {
            try {
                return Files.createDirectory(sibling(stem, k));
            } catch (FileAlreadyExistsException another) {
                // this process writes the same target twice: take the next number
            }
        }
    }

    private Path sibling(String stem, int k) {
        String name = stem + ProcessHandle.current().pid();
        return target.resolveSibling(k == 0 ? name : name + "." + k);
    }

    /** Moves an earlier run out of the way; an empty folder is simply replaced by the rename. */
    Optional<Path> moveAside() throws IOException {
        if (!Files.exists(target) || isEmptyFolder(target)) {
            return Optional.empty();
        }
        Path old = create(oldStem); // renaming onto an empty folder is one step
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(old);
    }

    static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    /** Lets go of the lock and removes its file: it must not become part of what is published. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
            Files.deleteIfExists(lockFile);
        }
    }
}
