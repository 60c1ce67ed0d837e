package org.anamnesis.server.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anamnesis.server.Absent;

/** Files of jobs, a folder each. */
public final class JobFiles {
    /** Where learning leaves what it has come to; never given out. */
    private static final String UNFINISHED = Works.MODEL + ".unfinished";

    private final Path root;

    /**
     * @param root folder of all jobs
     */
    public JobFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Where the files of a job are published as a whole; not there until then. */
    public Path folder(String job) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root.resolve(job);
    }

    /**
     * One file of a job.
     *
     * @param published names that the job's outcome lists; nothing else is given out
     * @throws Absent if it is none of them
     */
    public Path file(String job, String name, List<String> published) {
        Path file = root.resolve(job).resolve(name).normalize();
        if (!published.contains(name) || !Files.isRegularFile(file)) {
            throw new Absent("file");
        }
        return file;
    }

    /** All files in one archive, as they come. */
    public void zip(String job, List<String> published, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (String name : published) {
                Path file = file(job, name, published);
                var entry = new ZipEntry(name);
                entry.setTime(0); // the same files are the same archive
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    public long bytes(List<String> jobs) {
        long sum = 0;
        for (String job : jobs) {
            Path folder = root.resolve(job);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    sum +=
                            all.filter(Files::isRegularFile)
                                    .mapToLong(f -> f.toFile().length())
                                    .sum();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return sum;
    }

    /** Whether an interrupted training left a state from which it can go on. */
    public boolean unfinished(String job) {
        return Files.isDirectory(root.resolve(job).resolve(UNFINISHED));
    }

    /** Leaves nothing of a job but such a state; nothing happens if there is nothing. */
    public void clearMade(String job) {
        if (!unfinished(job)) {
            clear(job);
            return;
        }
        Path folder = root.resolve(job);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path p : all.filter(f -> !f.endsWith(UNFINISHED)).toList()) {
                remove(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing of a job; nothing happens if there is nothing. */
    public void clear(String job) {
        Path folder = root.resolve(job);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path path) throws IOException {
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path f, BasicFileAttributes a)
                            throws IOException {
                        Files.delete(f);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path d, IOException e)
                            throws IOException {
                        Files.delete(d);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
