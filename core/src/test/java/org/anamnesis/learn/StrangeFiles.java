package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Files as strangers bring them. */
final class StrangeFiles {
    private final Path folder;
    private int n;

    StrangeFiles(Path folder) {
        this.folder = folder;
    }

    Path bytes(byte[] bytes) {
        try {
            return Files.write(folder.resolve("table" + n++ + ".csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    Path text(String text, Charset charset) {
        return bytes(text.getBytes(charset));
    }

    /** A header and rows 0 to n − 1. */
    Path rows(String header, int rows, IntFunction<String> row) {
        return text(
                header
                        + "\n"
                        + IntStream.range(0, rows)
                                .mapToObj(row)
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    static byte[] gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The schema of a table as it is found. */
    static Schema found(Path file) {
        return Profiler.schema(SourceTable.read(file, 1));
    }

    /** Codes of the problems that a piece of work ends in. */
    static List<String> problems(Runnable work) {
        return assertThrows(RequestException.class, work::run).problems().stream()
                .map(Problem::code)
                .toList();
    }
}
