package org.anamnesis.signals.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a WFDB record: a header of text and one file of samples, all signals interleaved. Memory
 * is one piece of the recording. Source: header(5) and signal(5) of the WFDB Applications Guide
 * (Moody, https://physionet.org/physiotools/wag/).
 */
public final class WfdbWriter {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT);
    private static final int PIECE = 4096;
    private static final int LONGEST_LINE = 250;

    private WfdbWriter() {}

    /** Gives the samples of all signals from one on, a row a signal; any piece, in order. */
    @FunctionalInterface
    public interface Source {
        int[][] samples(long from, int count) throws IOException;
    }

    /**
     * Writes {@code name.hea} and {@code name.dat}; values beyond the format's range are its ends.
     *
     * @param name letters, digits and underscores
     * @param signals all of one format
     * @param comments lines of the header's end, cut where too long
     */
    public static void write(
            Path folder,
            String name,
            double rate,
            long samples,
            LocalDateTime start,
            List<WfdbSignal> signals,
            List<String> comments,
            Source source)
            throws IOException {
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("no name of a record: " + name);
        }
        int n = signals.size();
        int[] first = new int[n];
        int[] sum = new int[n];
        try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".dat"));
                var out = new BufferedOutputStream(file, 1 << 16)) {
            var packed = new Packed(out, signals.get(0).format());
            for (long from = 0; from < samples; from += PIECE) {
                int count = (int) Math.min(PIECE, samples - from);
                int[][] piece = source.samples(from, count);
                for (int i = 0; i < count; i++) {
                    for (int s = 0; s < n; s++) {
                        int most = signals.get(s).most();
                        int value = Math.max(-most - 1, Math.min(most, piece[s][i]));
                        packed.put(value);
                        sum[s] += value;
                        first[s] = from + i == 0 ? value : first[s];
                    }
                }
            }
            packed.end();
        }
        var text = new StringBuilder();
        text.append(name).append(' ').append(n).append(' ').append(number(rate));
        text.append(' ').append(samples).append(' ').append(START.format(start)).append('\n');
        for (int s = 0; s < n; s++) {
            var signal = signals.get(s);
            text.append(name).append(".dat ").append(signal.format()).append(' ');
            text.append(number(signal.gain())).append('(').append(signal.baseline()).append(")/");
            text.append(signal.unit()).append(' ').append(signal.format() == 16 ? 16 : 12);
            text.append(" 0 ").append(first[s]).append(' ').append((short) sum[s]);
            text.append(" 0 ").append(signal.description()).append('\n');
        }
        for (String comment : comments) {
            String line = "# " + comment.replaceAll("\\s+", " ");
            text.append(line, 0, Math.min(line.length(), LONGEST_LINE)).append('\n');
        }
        Files.write(
                folder.resolve(name + ".hea"), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String number(double x) {
        return x == Math.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
    }

    /** Samples to bytes. */
    private static final class Packed {
        private final OutputStream out;
        private final int format;
        private int waiting;
        private boolean odd;

        Packed(OutputStream out, int format) {
            this.out = out;
            this.format = format;
        }

        void put(int value) throws IOException {
            if (format == 16) {
                out.write(value);
                out.write(value >> 8);
            } else if (odd) {
                // Low byte of the first; high bits of both, the first's below; low byte of the
                // second.
                out.write(waiting);
                out.write(((waiting >> 8) & 0x0f) | ((value >> 4) & 0xf0));
                out.write(value);
                odd = false;
            } else {
                waiting = value;
                odd = true;
            }
        }

        void end() throws IOException {
            if (odd) {
                put(0);
            }
        }
    }
}
