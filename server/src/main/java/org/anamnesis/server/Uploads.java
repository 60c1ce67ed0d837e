package org.anamnesis.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.Learned;
import org.anamnesis.converse.Progress;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.store.AuditLog;
import org.anamnesis.server.store.UploadStore;
import org.anamnesis.server.store.UploadStore.Upload;

/**
 * Tables that users send. Each is looked at before anything is learned: what is dropped is shown
 * first. Compressed files are not taken, so that none unfolds to more than was sent.
 */
public final class Uploads {
    public static final long LARGEST = 200L << 20; // bytes
    private static final long MOST_ROWS = 1_000_000;
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_NAME = 80;
    private static final int PIECE = 1 << 16;

    private final Anamnesis program;
    private final UploadStore store;
    private final AuditLog audit;
    private final Path root;
    private final long most;
    private final LongSupplier clock;

    /**
     * @param root folder of all tables
     * @param most bytes of all tables of one user
     * @param clock milliseconds since 1970
     */
    public Uploads(
            Anamnesis program,
            UploadStore store,
            AuditLog audit,
            Path root,
            long most,
            LongSupplier clock) {
        this.program = program;
        this.store = store;
        this.audit = audit;
        this.root = root.toAbsolutePath().normalize();
        this.most = most;
        this.clock = clock;
    }

    /** A table and what learning it would take and leave. */
    public record Seen(Upload upload, Map<String, Object> found) {}

    /**
     * Keeps a table and looks at it; one that cannot be learned is not kept.
     *
     * @throws RequestException if it is too large, or no table
     */
    public Seen keep(String owner, String name, InputStream content) {
        String plain = plain(name);
        long taken = store.bytes(owner);
        if (taken > most) {
            throw RequestException.of(
                    "upload.disk",
                    "%,d MB".formatted(taken >> 20),
                    "your tables take more than the %,d MB that this server keeps for one user"
                            .formatted(most >> 20),
                    "delete tables that were learned");
        }
        String id = Ids.fresh();
        Path file = root.resolve(id).resolve(plain);
        boolean whole = false;
        try {
            Files.createDirectories(file.getParent());
            long bytes = copy(content, file);
            Learned found = look(file);
            var upload = new Upload(id, owner, plain, bytes, clock.getAsLong());
            store.add(upload);
            audit.note(upload.created(), owner, "table.upload", id);
            whole = true;
            return new Seen(upload, told(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                remove(file);
            }
        }
    }

    /**
     * @throws Absent if this user has none of this id
     */
    public Seen see(String owner, String id) {
        Upload upload = store.find(owner, id).orElseThrow(() -> new Absent("table"));
        return new Seen(upload, told(look(file(upload))));
    }

    public List<Upload> of(String owner, int most) {
        return store.of(owner, most);
    }

    /**
     * Where it lies.
     *
     * @throws Absent if this user has none of this id
     */
    public Path file(String owner, String id) {
        return file(store.find(owner, id).orElseThrow(() -> new Absent("table")));
    }

    private Path file(Upload upload) {
        return root.resolve(upload.id()).resolve(upload.name());
    }

    /**
     * @throws Absent if this user has none of this id
     */
    public void delete(String owner, String id) {
        Path file = file(owner, id);
        store.delete(owner, id);
        remove(file);
        audit.note(clock.getAsLong(), owner, "table.delete", id);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Learned look(Path file) {
        Learned found =
                program.learn(
                        new LearnRequest(
                                file,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                1),
                        Progress.silent());
        int columns = found.columns().size() + found.dropped().size();
        if (found.rowsInFile() > MOST_ROWS || columns > MOST_COLUMNS) {
            throw RequestException.of(
                    "upload.size",
                    "%,d rows, %,d columns".formatted(found.rowsInFile(), columns),
                    "the table is larger than this server takes",
                    "at most %,d rows and %,d columns, or anamnesis learn on the command line"
                            .formatted(MOST_ROWS, MOST_COLUMNS));
        }
        return found;
    }

    private static Map<String, Object> told(Learned found) {
        Map<String, Object> told = JsonForm.of(found);
        told.keySet().retainAll(List.of("schema", "columns", "dropped", "notes", "rows_in_file"));
        return told;
    }

    private static long copy(InputStream content, Path file) throws IOException {
        long sum = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
                sum += n;
                if (sum > LARGEST) {
                    throw RequestException.of(
                            "upload.size",
                            "more than %,d MB".formatted(LARGEST >> 20),
                            "the file is larger than this server takes",
                            "a part of its rows, or anamnesis learn on the command line");
                }
                out.write(piece, 0, n);
            }
        }
        return sum;
    }

    /** Only its last part, of letters that mean nothing to any file system. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^\\.+", "");
        String kind = safe.substring(safe.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!List.of("csv", "tsv", "parquet").contains(kind)) {
            throw RequestException.of(
                    "upload.name",
                    last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last,
                    "this kind of file is not taken",
                    "a table named like patients.csv, patients.tsv or patients.parquet, not compressed");
        }
        return safe.length() <= LONGEST_NAME
                ? safe
                : safe.substring(safe.length() - LONGEST_NAME).replaceAll("^\\.+", "");
    }
}
