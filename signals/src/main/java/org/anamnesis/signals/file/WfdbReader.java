package org.anamnesis.signals.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.problem.RequestException;

/**
 * Reads WFDB records of one segment in formats 16 and 212. A header that makes no sense, a file cut
 * short and samples that do not add up to their checksum are refused with a {@link
 * RequestException}.
 */
public final class WfdbReader {
    /** Half an hour of twelve leads at 1,000 Hz is a sixth of it. */
    private static final long MOST = 128L << 20;

    private static final Pattern RECORD =
            Pattern.compile(
                    "(\\S+)\\s+([0-9]{1,4})(?:\\s+([0-9.eE+]+)(?:[/(]\\S*)?(?:\\s+([0-9]{1,12})(?:\\s.*)?)?)?");
    private static final Pattern SIGNAL =
            Pattern.compile(
                    "(\\S+) +([0-9]+)(\\S*)(?: +([0-9.eE+]+)(?:\\((-?[0-9]+)\\))?(?:/(\\S+))?"
                            + "(?: +([0-9]+)(?: +(-?[0-9]+)(?: +(-?[0-9]+)"
                            + "(?: +(-?[0-9]+)(?: +([0-9]+)(?: +(.*))?)?)?)?)?)?)?");

    private final String name;

    private WfdbReader(Path header) {
        name = header.getFileName().toString();
    }

    /**
     * A record that was read.
     *
     * @param rate samples a second
     * @param signals in the order of the header
     * @param comments without their {@code #}
     * @param digital a list of samples a signal
     */
    public record Recording(
            double rate, List<WfdbSignal> signals, List<String> comments, List<Samples> digital) {
        public Recording {
            signals = List.copyOf(signals);
            comments = List.copyOf(comments);
            digital = List.copyOf(digital);
        }
    }

    /** Samples of one signal, whole numbers that nobody changes. */
    public static final class Samples {
        private final int[] all;

        Samples(int[] all) {
            this.all = all;
        }

        public int length() {
            return all.length;
        }

        public int at(int i) {
            return all[i];
        }
    }

    /**
     * @param header the {@code .hea} file; samples lie beside it
     */
    public static Recording read(Path header) throws IOException {
        return new WfdbReader(header).all(header);
    }

    private RequestException bad(String code, String message, String suggestion) {
        return RequestException.of("wfdb." + code, name, message, suggestion);
    }

    private RequestException damaged(String what) {
        return bad(
                "header",
                "The header is damaged: " + what + " makes no sense.",
                "copy the record again from where it came, or leave it out");
    }

    /** What a line of the header says of a signal. */
    private record Line(String file, WfdbSignal signal, OptionalInt first, OptionalInt checksum) {}

    private Recording all(Path header) throws IOException {
        if (Files.size(header) > 1 << 20) {
            throw damaged("its size");
        }
        List<String> comments = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line :
                new String(Files.readAllBytes(header), StandardCharsets.UTF_8).split("\r?\n")) {
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        if (lines.isEmpty()) {
            throw damaged("an empty file");
        }
        Matcher record = RECORD.matcher(lines.get(0));
        if (!record.matches()) {
            throw damaged("its first line");
        }
        if (record.group(1).contains("/")) {
            throw bad(
                    "segments",
                    "Records of several segments are not read.",
                    "give the segments one by one");
        }
        int n = Integer.parseInt(record.group(2));
        double rate = record.group(3) == null ? 250 : number(record.group(3), "the sampling rate");
        if (n == 0 || lines.size() < n + 1 || !(rate > 0 && rate <= 100_000)) {
            throw damaged("the number of signals or the sampling rate");
        }
        List<Line> signals = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            signals.add(line(lines.get(i)));
        }
        long count = record.group(4) == null ? -1 : Long.parseLong(record.group(4));
        return new Recording(
                rate,
                signals.stream().map(Line::signal).toList(),
                comments,
                samples(header, signals, count));
    }

    private double number(String text, String what) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw damaged(what);
        }
    }

    private Line line(String text) {
        Matcher m = SIGNAL.matcher(text);
        if (!m.matches()) {
            throw damaged("the line \"" + text + "\"");
        }
        String file = m.group(1);
        if (!file.matches("[A-Za-z0-9_.-]+") || file.startsWith(".")) {
            throw damaged("the name of the file \"" + file + "\"");
        }
        String format = m.group(2);
        boolean known = format.equals("16") || format.equals("212");
        if (!known || !m.group(3).isEmpty()) {
            throw bad(
                    "format",
                    "Its samples have the format " + format + m.group(3) + "; 16 and 212 are read.",
                    "convert it, for example with xform of the WFDB tools");
        }
        double gain = m.group(4) == null ? 200 : number(m.group(4), "a gain");
        int zero = m.group(8) == null ? 0 : whole(m.group(8), "a zero");
        int baseline = m.group(5) == null ? zero : whole(m.group(5), "a base line");
        var signal =
                new WfdbSignal(
                        Integer.parseInt(format),
                        gain > 0 ? gain : 200,
                        baseline,
                        m.group(6) == null ? "mV" : m.group(6),
                        m.group(12) == null ? "" : m.group(12).strip());
        return new Line(
                file,
                signal,
                optional(m.group(9), "a first sample"),
                optional(m.group(10), "a checksum"));
    }

    private OptionalInt optional(String text, String what) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(whole(text, what));
    }

    private int whole(String text, String what) {
        double x = number(text, what);
        if (x != Math.rint(x) || Math.abs(x) > Integer.MAX_VALUE) {
            throw damaged(what);
        }
        return (int) x;
    }

    private List<Samples> samples(Path header, List<Line> lines, long promised) throws IOException {
        List<Samples> out = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            // Signals of one file are interleaved and stand together in the header.
            String file = lines.get(from).file();
            int to = from;
            while (to < lines.size() && lines.get(to).file().equals(file)) {
                to++;
            }
            out.addAll(group(header.resolveSibling(file), lines.subList(from, to), promised));
            from = to;
        }
        return out;
    }

    private List<Samples> group(Path data, List<Line> lines, long promised) throws IOException {
        int n = lines.size();
        int format = lines.get(0).signal().format();
        if (!Files.isRegularFile(data)) {
            throw bad(
                    "missing",
                    "Its samples, " + data.getFileName() + ", are missing.",
                    "copy both files of the record");
        }
        long bytes = Files.size(data);
        if (bytes > MOST) {
            throw bad("size", "The record is larger than 128 MiB.", "cut it into parts");
        }
        long there = format == 16 ? bytes / 2 / n : bytes / 3 * 2 / n;
        long count = promised > 0 ? promised : there;
        if (there < count || count == 0) {
            throw bad(
                    "truncated",
                    "The header promises %d samples of each signal; the file has %d."
                            .formatted(promised, there),
                    "copy the record again from where it came");
        }
        byte[] raw = Files.readAllBytes(data);
        int[][] all = new int[n][(int) count];
        long k = 0;
        for (int i = 0; i < count; i++) {
            for (int s = 0; s < n; s++) {
                all[s][i] = format == 16 ? sixteen(raw, k) : twelve(raw, k);
                k++;
            }
        }
        List<Samples> out = new ArrayList<>();
        for (int s = 0; s < n; s++) {
            check(lines.get(s), all[s]);
            out.add(new Samples(all[s]));
        }
        return out;
    }

    private void check(Line line, int[] samples) {
        int sum = 0;
        for (int x : samples) {
            sum += x;
        }
        if (line.checksum().isPresent()
                && ((short) sum != (short) line.checksum().getAsInt()
                        || samples[0] != line.first().orElse(samples[0]))) {
            throw bad(
                    "checksum",
                    "The samples of %s are not those that the header was written for."
                            .formatted(line.signal().description()),
                    "copy the record again from where it came");
        }
    }

    private static int sixteen(byte[] raw, long k) {
        int at = (int) (2 * k);
        return (raw[at] & 0xff) | (raw[at + 1] << 8);
    }

    private static int twelve(byte[] raw, long k) {
        int at = (int) (k / 2 * 3);
        int value =
                k % 2 == 0
                        ? (raw[at] & 0xff) | ((raw[at + 1] & 0x0f) << 8)
                        : (raw[at + 2] & 0xff) | ((raw[at + 1] & 0xf0) << 4);
        return (value << 20) >> 20;
    }
}
