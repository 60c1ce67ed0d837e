package org.anamnesis.learn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** The first bytes of a model file, and whether one may be written at a place. */
final class ModelTarget {
    /** As in PNG: not text, and changed by a transfer that changes line ends. */
    private static final byte[] MAGIC = {(byte) 0x89, 'A', 'N', 'M', '\r', '\n', 0x1A, '\n'};

    private ModelTarget() {}

    static byte[] magic() {
        return MAGIC.clone();
    }

    /**
     * @throws RequestException if something is there that is no model
     */
    static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw refused("model.out.folder", file, "This is a folder.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused("model.out.parent", file, "The folder of the file is not there.");
        }
        try {
            if (Files.exists(file) && Files.size(file) > 0 && !begins(file)) {
                throw refused(
                        "model.out.not-ours",
                        file,
                        "There is a file of this name that is no model.");
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s could not be looked at (%s).".formatted(file, reason(e)), e);
        }
    }

    /** Whether a file begins as a model does. */
    static boolean begins(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Why the disk refused, in people's words. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "you may not write or read there";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        String said =
                e instanceof FileSystemException f && f.getReason() != null
                        ? f.getReason()
                        : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    private static RequestException refused(String code, Path file, String what) {
        return new RequestException(
                List.of(
                        new Problem(
                                code,
                                Remarks.shown(file.toString()),
                                what,
                                "another name with --out")));
    }
}
