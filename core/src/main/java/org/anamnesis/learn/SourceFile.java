package org.anamnesis.learn;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.anamnesis.learn.records.RecordFolder;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.ForeignTable;

/**
 * A user's file of delimited text, plain or gzip, or of another format of tables that is installed,
 * by its first bytes, whatever its name; or a folder of the program's own, as one table.
 *
 * @param folder whose tables are joined; empty for a file
 * @param before what was done to make those tables, a sentence each
 */
record SourceFile(Path path, Optional<OwnFolder> folder, List<String> before) {
    private static final int SIZE = 1 << 16;

    /** Longest beginning that {@link #KINDS} knows. */
    private static final int BEGINNING = 12;

    /** First bytes of files that people take for a table of text. */
    private static final Map<String, String> KINDS =
            Map.of(
                    "PK\u0003\u0004", "an Excel workbook or another zip archive",
                    "\u00D0\u00CF\u0011\u00E0", "an old Excel workbook",
                    "PAR1", "a Parquet file",
                    "%PDF", "a PDF document",
                    "$FL2", "an SPSS file",
                    "<stata_d", "a Stata file",
                    "SQLite f", "an SQLite database",
                    "BZh", "compressed by bzip2",
                    "\u00FD7zXZ", "compressed by xz",
                    "7z\u00BC\u00AF", "a 7z archive");

    /** A DuckDB file begins with a checksum of so many bytes, and then this. */
    private static final String DUCKDB = "DUCK";

    private static final int CHECKSUM = 8;

    SourceFile(Path path) {
        this(path, Optional.empty(), List.of());
    }

    /**
     * The file that a path means, or the joined tables of a folder of the program's own.
     *
     * @throws RequestException if there is none
     */
    static SourceFile of(Path path) {
        if (!Files.exists(path)) {
            throw wrong(
                    "table.absent",
                    path,
                    "There is no such file.",
                    "the path of a CSV or Parquet file");
        }
        if (!Files.isDirectory(path)) {
            return new SourceFile(path);
        }
        Optional<RecordFolder> records =
                OwnFolder.is(path) ? Optional.empty() : RecordFolder.of(path);
        OwnFolder own = OwnFolder.of(records.map(RecordFolder::tables).orElse(path));
        return own.alone()
                .map(SourceFile::new)
                .orElseGet(
                        () ->
                                new SourceFile(
                                        path,
                                        Optional.of(own),
                                        records.map(RecordFolder::notes).orElse(List.of())));
    }

    /** Name without its folder. */
    String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Bytes of the file as they lie on the disk. */
    long bytes() throws IOException {
        return Files.size(folder.map(OwnFolder::main).orElse(path));
    }

    /** What the user should know of how it is read; may be empty. */
    List<String> notes() {
        List<String> all = new ArrayList<>(before);
        folder.map(OwnFolder::notes).ifPresent(all::addAll);
        return all;
    }

    /**
     * Its text.
     *
     * @param digest hears the bytes as they lie on the disk, of a folder those of the joined table
     */
    TextDecoder open(Optional<MessageDigest> digest) throws IOException {
        if (folder.isPresent()) {
            InputStream joined = folder.get().open();
            return new TextDecoder(
                    digest.<InputStream>map(d -> new DigestInputStream(joined, d)).orElse(joined));
        }
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream heard =
                    digest.<InputStream>map(d -> new DigestInputStream(raw, d)).orElse(raw);
            var in = new BufferedInputStream(heard, SIZE);
            in.mark(BEGINNING);
            byte[] first = in.readNBytes(BEGINNING);
            in.reset();
            Optional<ForeignTable> other = ForeignTable.of(first);
            if (other.isPresent()) {
                if (digest.isPresent()) {
                    heard.transferTo(OutputStream.nullOutputStream());
                }
                raw.close();
                return new TextDecoder(other.get().csv(path));
            }
            foreign(first);
            boolean gzip = first.length > 1 && first[0] == 0x1F && first[1] == (byte) 0x8B;
            return new TextDecoder(gzip ? new Unpacked(in, Files.size(path)) : in);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private void foreign(byte[] first) {
        var beginning = new StringBuilder();
        for (byte b : first) {
            beginning.append((char) (b & 0xFF));
        }
        if (beginning.indexOf(DUCKDB) == CHECKSUM) {
            throw wrong(
                    "table.kind",
                    path,
                    "This is a DuckDB file, not a table of text.",
                    "the folder that duckdb FILE -c \"EXPORT DATABASE 'FOLDER' (FORMAT PARQUET)\" makes of it, or the one it was loaded from");
        }
        KINDS.forEach(
                (bytes, kind) -> {
                    if (beginning.toString().startsWith(bytes)) {
                        throw wrong(
                                "table.kind",
                                path,
                                "This is " + kind + ", not a table of text.",
                                "the table saved as CSV (in Excel: Save As, CSV UTF-8)");
                    }
                });
    }

    /** Why the file could not be read, in the user's words. */
    RuntimeException trouble(IOException e) {
        if (e instanceof Unpacked.TooMuch) {
            return wrong(
                    "table.gzip.large",
                    path,
                    "The compressed file unpacks to %s, which no table of people does; it was not read to its end."
                            .formatted(e.getMessage()),
                    "the file unpacked, if it is a table all the same");
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return wrong(
                    "table.gzip",
                    path,
                    "The compressed file is damaged or cut off.",
                    "the file fetched or compressed again");
        }
        if (e instanceof NoSuchFileException) {
            return wrong(
                    "table.absent",
                    path,
                    "There is no such file.",
                    "the path of a CSV or Parquet file");
        }
        String reason = e instanceof AccessDeniedException ? "you may not read it" : e.getMessage();
        return new EnvironmentException(path + " could not be read: " + reason + ".", e);
    }

    private static RequestException wrong(String code, Path path, String what, String suggestion) {
        return new RequestException(
                List.of(new Problem(code, Remarks.shown(path.toString()), what, suggestion)));
    }
}
