package org.anamnesis.signals.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.problem.RequestException;

/**
 * Reads EDF and EDF+ files of any channels and rates, one data record after the other; memory is
 * one record. A file that is damaged, cut or made to harm is refused with a {@link
 * RequestException}; nothing is allocated by a size that the file merely claims.
 */
public final class EdfReader implements Closeable {
    private final InputStream in;
    private final EdfLayout layout;
    private final byte[] record;
    private long read;

    private EdfReader(InputStream in, EdfLayout layout) {
        this.in = in;
        this.layout = layout;
        this.record = new byte[layout.recordBytes()];
    }

    /** Opens a file and checks its header against its size. */
    public static EdfReader open(Path file) throws IOException {
        long size = Files.size(file);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return new EdfReader(in, EdfLayout.read(in, size, name(file)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    public EdfHeader header() {
        return layout.header();
    }

    /** Data records in the file. */
    public long records() {
        return layout.records();
    }

    /** False if the file says that it has gaps (EDF+D). */
    public boolean continuous() {
        return layout.continuous();
    }

    /** Arrays that {@link #next} can fill. */
    public short[][] buffers() {
        return header().signals().stream()
                .map(s -> new short[s.samplesPerRecord()])
                .toArray(short[][]::new);
    }

    /**
     * The next data record.
     *
     * @param digital one array a channel without annotations, filled
     * @return false at the end
     */
    public boolean next(short[][] digital) throws IOException {
        if (!load()) {
            return false;
        }
        int s = 0;
        int at = 0;
        for (int bytes : layout.bytes()) {
            boolean noted = layout.notes().contains(at);
            for (int i = 0; !noted && i < bytes / 2; i++) {
                digital[s][i] = (short) ((record[at + 2 * i] & 0xff) | record[at + 2 * i + 1] << 8);
            }
            s += noted ? 0 : 1;
            at += bytes;
        }
        return true;
    }

    /** Annotations of the record that {@link #next} gave last. */
    public List<EdfAnnotation> annotations() {
        var all = new ArrayList<EdfAnnotation>();
        for (int from : layout.notes()) {
            all.addAll(EdfNotes.parse(record, from, layout.noteBytes(from), layout.file()));
        }
        return all;
    }

    /** All annotations of a file. */
    public static List<EdfAnnotation> annotations(Path file) throws IOException {
        var all = new ArrayList<EdfAnnotation>();
        try (var reader = open(file)) {
            while (reader.load()) {
                all.addAll(reader.annotations());
            }
        }
        return all;
    }

    private boolean load() throws IOException {
        if (read >= layout.records()) {
            return false;
        }
        if (in.readNBytes(record, 0, record.length) < record.length) {
            throw EdfLayout.refused(
                    layout.file(),
                    "edf.truncated",
                    "The file ended within data record " + (read + 1) + ".",
                    "copy the file again from where it came");
        }
        read++;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
