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

    /** Leaves nothing of a job; nothing happens if there is nothing. */
    public void clear(String job) {
        Path folder = root.resolve(job);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(
                    folder,
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
