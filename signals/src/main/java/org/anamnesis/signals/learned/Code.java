package org.anamnesis.signals.learned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.problem.RequestException;

/**
 * All that is needed to make a recording of a row.
 *
 * @param kind {@code ecg} or {@code eeg}
 * @param edf whether recordings are EDF files, else WFDB
 * @param rate samples a second of what is made
 * @param channels plain names
 * @param labels names of the columns that say what a recording is
 * @param axes of the curves
 * @param learned number of the axes that are columns of the table; along the others shapes differ
 *     at random
 * @param together how channels go together, mean of the learned
 */
@SuppressWarnings("ArrayRecordComponent") // read at each row, never changed
record Code(
        String kind,
        boolean edf,
        double rate,
        List<String> channels,
        List<String> labels,
        Axes axes,
        int learned,
        float[] together) {
    private static final int VERSION = 1;
    private static final int MOST_NAMES = 100;

    Code {
        channels = List.copyOf(channels);
        labels = List.copyOf(labels);
    }

    Form form() {
        return Form.of(kind, channels);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeUTF(kind);
            out.writeBoolean(edf);
            out.writeDouble(rate);
            names(out, channels);
            names(out, labels);
            axes.write(out);
            out.writeInt(learned);
            out.writeInt(together.length);
            Axes.floats(out, together);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot refuse", e);
        }
        return bytes.toByteArray();
    }

    /** The bytes may be anybody's; nothing is allocated by a size that they merely claim. */
    static Code of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readInt();
            String kind = in.readUTF();
            boolean edf = in.readBoolean();
            double rate = in.readDouble();
            List<String> channels = names(in);
            List<String> labels = names(in);
            Axes axes = Axes.read(in);
            int learned = in.readInt();
            int n = in.readInt();
            boolean ecg = kind.equals("ecg");
            int wanted = ecg ? 0 : Groups.COUNT * Coherence.pairs(channels.size());
            if (version != VERSION
                    || channels.isEmpty()
                    || n != wanted
                    || learned < 1
                    || learned > axes.count()
                    || !(rate >= RecordingFile.LEAST_RATE && rate <= 5000)
                    || axes.mean().length != Form.of(kind, channels).curve()) {
                throw new IOException("no code");
            }
            float[] together = Axes.floats(in, n);
            if (in.read() >= 0) {
                throw new IOException("more than a code");
            }
            return new Code(kind, edf, rate, channels, labels, axes, learned, together);
        } catch (IOException | IllegalArgumentException e) {
            throw RequestException.of(
                    "recordings.code",
                    "",
                    "The part of the model that makes recordings is damaged.",
                    "a copy of the file as anamnesis learn wrote it, or the folder learned again");
        }
    }

    private static void names(DataOutputStream out, List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > MOST_NAMES) {
            throw new IOException("no names");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    /** Name of the column of an axis. */
    static String column(int axis) {
        return String.format(Locale.ROOT, "c%02d", axis + 1);
    }
}
