package org.anamnesis.signals.learned;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.signals.Draws;
import org.anamnesis.signals.file.EdfAnnotation;
import org.anamnesis.signals.file.EdfHeader;
import org.anamnesis.signals.file.EdfSignal;
import org.anamnesis.signals.file.EdfWriter;
import org.anamnesis.signals.file.WfdbSignal;
import org.anamnesis.signals.file.WfdbWriter;
import org.anamnesis.study.Recordings;

/** Writes a recording of each row, and {@code manifest.csv} that says what each was made of. */
final class Maker {
    private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final double GAIN = 1000;

    /** An EEG takes half a minute, since it holds no beats that would repeat. */
    private static final double EEG_SECONDS = 30;

    /** Coefficients beyond it are none that people have. */
    private static final double FAR = 6;

    private final Code code;
    private final Form form;
    private final Path folder;
    private final long seed;
    private final List<String> files = new ArrayList<>();

    Maker(Code code, Path folder, long seed) {
        this.code = code;
        this.form = code.form();
        this.folder = folder;
        this.seed = new SeedTree(seed).purpose("recordings of rows");
    }

    List<String> make(Path rows) throws IOException {
        List<List<String>> header = new ArrayList<>();
        try (BufferedWriter manifest =
                Files.newBufferedWriter(folder.resolve("manifest.csv"), UTF_8)) {
            Csv.read(
                    rows,
                    cells -> {
                        List<String> line = new ArrayList<>(cells);
                        if (header.isEmpty()) {
                            header.add(cells);
                            line.set(0, "record");
                        } else {
                            line.set(0, recording(header.get(0), cells));
                        }
                        manifest.write(Csv.line(line));
                    });
        }
        files.add("manifest.csv");
        return files;
    }

    private String recording(List<String> header, List<String> cells) throws IOException {
        if (cells.size() != header.size() || !header.get(0).equals(Recordings.KEY)) {
            throw RequestException.of(
                    "recordings.rows",
                    String.join(",", cells.subList(0, Math.min(3, cells.size()))),
                    "A row has not the columns of the model.",
                    "rows as the model makes them, with all columns");
        }
        int number = files.size();
        double[] measured = new double[form.columns().size()];
        for (int k = 0; k < measured.length; k++) {
            Form.Column c = form.columns().get(k);
            double value = value(header, cells, c.name(), (c.low() + c.high()) / 2);
            measured[k] = Math.max(c.low(), Math.min(c.high(), value));
        }
        var draws = new Draws(SeedTree.key(seed, number));
        double[] coefficients =
                Arrays.copyOf(coefficients(header, cells, code.learned()), code.axes().count());
        for (int a = code.learned(); a < coefficients.length; a++) {
            coefficients[a] = draws.normal();
        }
        double[] together = new double[code.together().length];
        for (int k = 0; k < together.length; k++) {
            together[k] = code.together()[k];
        }
        double seconds = code.edf() && form.kind().equals("eeg") ? EEG_SECONDS : Stretch.SECONDS;
        double[][] made =
                form.make(
                        measured,
                        code.axes().curve(coefficients),
                        together,
                        code.rate(),
                        seconds,
                        draws);
        String name =
                String.format(
                        Locale.ROOT, "%s%06d", form.kind(), (code.edf() ? number : number / 2) + 1);
        if (code.edf()) {
            edf(name, made, event(header, cells));
        } else {
            wfdb(name, made, comments(header, cells));
        }
        return name;
    }

    private static double[] coefficients(List<String> header, List<String> cells, int count) {
        double[] out = new double[count];
        for (int a = 0; a < count; a++) {
            double value = value(header, cells, Code.column(a), 0);
            out[a] = Math.max(-FAR, Math.min(FAR, value));
        }
        return out;
    }

    /** Those of all rows. */
    static List<double[]> coefficients(Path rows, int count) throws IOException {
        List<List<String>> header = new ArrayList<>();
        List<double[]> out = new ArrayList<>();
        Csv.read(
                rows,
                cells -> {
                    if (header.isEmpty()) {
                        header.add(cells);
                    } else {
                        out.add(coefficients(header.get(0), cells, count));
                    }
                });
        return out;
    }

    private static double value(
            List<String> header, List<String> cells, String column, double absent) {
        int at = header.indexOf(column);
        if (at < 0 || cells.get(at).isEmpty()) {
            return absent;
        }
        try {
            return Double.parseDouble(cells.get(at));
        } catch (NumberFormatException e) {
            return absent; // a mark of a missing value
        }
    }

    private List<String> comments(List<String> header, List<String> cells) {
        List<String> out =
                new ArrayList<>(List.of("synthetic: made by a learned model, no person"));
        for (String label : code.labels()) {
            int at = header.indexOf(label);
            if (at >= 0) {
                out.add(label + ": " + cells.get(at));
            }
        }
        return out;
    }

    private void wfdb(String name, double[][] made, List<String> comments) throws IOException {
        boolean ecg = form.kind().equals("ecg");
        double gain = ecg ? GAIN : 10;
        List<WfdbSignal> signals =
                code.channels().stream()
                        .map(c -> new WfdbSignal(16, gain, 0, ecg ? "mV" : "uV", c))
                        .toList();
        WfdbWriter.write(
                folder,
                name,
                code.rate(),
                made[0].length,
                START,
                signals,
                comments,
                (from, count) ->
                        IntStream.range(0, made.length)
                                .mapToObj(
                                        c ->
                                                IntStream.range(0, count)
                                                        .map(
                                                                i ->
                                                                        (int)
                                                                                Math.rint(
                                                                                        gain
                                                                                                * made[
                                                                                                        c][
                                                                                                        (int)
                                                                                                                        from
                                                                                                                + i]))
                                                        .toArray())
                                .toArray(int[][]::new));
        files.add(name + ".hea");
        files.add(name + ".dat");
    }

    /** What the row notes of the whole recording; empty if nothing. */
    private static String event(List<String> header, List<String> cells) {
        int at = header.indexOf(ReadFolder.EVENT);
        return at < 0 || cells.get(at).equals(ReadFolder.NO_EVENT) ? "" : cells.get(at);
    }

    private void edf(String name, double[][] made, String event) throws IOException {
        boolean ecg = form.kind().equals("ecg");
        int each = (int) Math.round(code.rate());
        List<EdfSignal> signals =
                code.channels().stream()
                        .map(
                                c ->
                                        ecg
                                                ? EdfSignal.of("ECG " + c, "mV", 0.001, "", each)
                                                : EdfSignal.of("EEG " + c, "uV", 0.05, "", each))
                        .toList();
        var header =
                new EdfHeader("X X X X", "Startdate X X synthetic Anamnesis", START, 1, signals);
        int records = made[0].length / each;
        List<EdfAnnotation> notes =
                event.isEmpty() ? List.of() : List.of(new EdfAnnotation(0, records, event));
        try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".edf"));
                var out =
                        new EdfWriter(
                                new BufferedOutputStream(file, 1 << 16), header, records, notes)) {
            short[][] digital = new short[made.length][each];
            for (int r = 0; r < records; r++) {
                for (int c = 0; c < made.length; c++) {
                    for (int i = 0; i < each; i++) {
                        digital[c][i] = signals.get(c).digital(made[c][r * each + i]);
                    }
                }
                out.write(digital);
            }
        }
        files.add(name + ".edf");
    }
}
