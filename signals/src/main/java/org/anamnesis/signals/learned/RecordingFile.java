package org.anamnesis.signals.learned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.signals.file.EdfAnnotation;
import org.anamnesis.signals.file.EdfHeader;
import org.anamnesis.signals.file.EdfReader;
import org.anamnesis.signals.file.EdfSignal;
import org.anamnesis.signals.file.WfdbAnnotations;
import org.anamnesis.signals.file.WfdbReader;
import org.anamnesis.signals.file.WfdbSignal;

/**
 * One recording of a folder.
 *
 * @param file a header of WFDB, or an EDF file
 * @param stem its path in the folder, with {@code /} and without its ending
 */
record RecordingFile(Path file, String stem) {
    /** Least samples a second: a QRS complex of 80 ms has eight, and 40 Hz can be told. */
    static final double LEAST_RATE = 100;

    private static final double MOST_RATE = 5000;

    static RecordingFile of(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return new RecordingFile(file, path.substring(0, path.lastIndexOf('.')));
    }

    boolean edf() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".edf");
    }

    /** Name of a channel without what stands around it: {@code EEG Fp1-Ref} is {@code FP1}. */
    static String plain(String label) {
        String name = label.strip().toUpperCase(Locale.ROOT);
        name = name.replaceFirst("^(EEG|ECG|EKG)[ _:]+", "").replaceFirst("^LEAD[ _]+", "");
        name = name.replaceFirst("[- ]?(REF|LE|AR|AVG|A1A2|M1M2)$", "").replaceAll("[. ]+$", "");
        return name.isEmpty() ? label.strip().toUpperCase(Locale.ROOT) : name;
    }

    /** What is known of it without its samples. */
    record Sight(List<String> channels, double rate) {}

    /** Looks at its channels; a damaged file is refused. */
    Sight sight() throws IOException {
        if (edf()) {
            try (var reader = EdfReader.open(file)) {
                EdfHeader h = reader.header();
                return new Sight(
                        h.signals().stream().map(s -> plain(s.label())).toList(),
                        h.signals().isEmpty() ? 0 : h.rate(0));
            }
        }
        WfdbReader.Recording r = WfdbReader.read(file);
        return new Sight(r.signals().stream().map(s -> plain(s.description())).toList(), r.rate());
    }

    /**
     * What is taken of a recording.
     *
     * @param comments of its header
     * @param left why nothing is taken; empty if something is
     */
    record Taken(List<Stretch> stretches, List<String> comments, String left) {
        static Taken nothing(String why) {
            return new Taken(List.of(), List.of(), why);
        }
    }

    /**
     * Some stretches, evenly apart.
     *
     * @param wanted channels, plain
     * @param most stretches
     * @param micro whether values are in µV, else in mV
     */
    Taken take(List<String> wanted, int most, boolean micro) throws IOException {
        return edf() ? edf(wanted, most, micro) : wfdb(wanted, most, micro);
    }

    private static double scale(String unit, boolean micro) {
        String u =
                unit.strip().toLowerCase(Locale.ROOT).replace('\u00b5', 'u').replace('\u03bc', 'u');
        double mv = u.equals("uv") ? 1e-3 : u.equals("v") ? 1e3 : u.equals("nv") ? 1e-6 : 1;
        return micro ? mv * 1000 : mv;
    }

    private static String unfit(double rate) {
        return rate >= LEAST_RATE && rate <= MOST_RATE
                ? ""
                : "sampled at %s Hz; 100 to 5,000 Hz are read".formatted(number(rate));
    }

    static String number(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    private Taken wfdb(List<String> wanted, int most, boolean micro) throws IOException {
        WfdbReader.Recording r = WfdbReader.read(file);
        List<String> names = r.signals().stream().map(s -> plain(s.description())).toList();
        if (!names.containsAll(wanted)) {
            return Taken.nothing("without the channel " + absent(wanted, names));
        }
        if (!unfit(r.rate()).isEmpty()) {
            return Taken.nothing(unfit(r.rate()));
        }
        int length = (int) Math.round(Stretch.SECONDS * r.rate());
        int first = names.indexOf(wanted.get(0));
        int there = r.digital().get(first).length();
        if (there < length) {
            return Taken.nothing("shorter than 10 s");
        }
        List<Stretch> out = new ArrayList<>();
        int count = Math.min(most, there / length);
        List<WfdbAnnotations.Rhythm> rhythms = rhythms();
        for (int k = 0; k < count; k++) {
            int from = start(k, count, there, length);
            float[][] samples = new float[wanted.size()][length];
            for (int c = 0; c < samples.length; c++) {
                int at = names.indexOf(wanted.get(c));
                WfdbSignal signal = r.signals().get(at);
                double scale = scale(signal.unit(), micro);
                for (int i = 0; i < length; i++) {
                    int digital = r.digital().get(at).at(from + i);
                    samples[c][i] = (float) (scale * signal.physical(digital));
                }
            }
            out.add(new Stretch(r.rate(), wanted, samples, rhythm(rhythms, from, length)));
        }
        return new Taken(out, r.comments(), "");
    }

    /** What the annotations beside the header say of the rhythm. */
    private List<WfdbAnnotations.Rhythm> rhythms() throws IOException {
        String name = file.getFileName().toString();
        Path beside = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".atr");
        return Files.isRegularFile(beside) ? WfdbAnnotations.rhythms(beside) : List.of();
    }

    /** The rhythm of at least half of a stretch; empty if there is none. */
    private static String rhythm(List<WfdbAnnotations.Rhythm> all, long from, int length) {
        Map<String, Long> shares = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            long end = i + 1 < all.size() ? all.get(i + 1).sample() : Long.MAX_VALUE;
            long shared = Math.min(from + length, end) - Math.max(from, all.get(i).sample());
            shares.merge(all.get(i).name(), Math.max(0, shared), Long::sum);
        }
        return shares.entrySet().stream()
                .filter(e -> 2 * e.getValue() >= length)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String absent(List<String> wanted, List<String> names) {
        return wanted.stream().filter(w -> !names.contains(w)).findFirst().orElse("");
    }

    /** First sample of the k-th of some stretches; they lie evenly and do not overlap. */
    private static int start(int k, int count, long there, int length) {
        return (int) ((there - length) * (2L * k + 1) / (2L * count) / length * length);
    }

    private Taken edf(List<String> wanted, int most, boolean micro) throws IOException {
        try (var reader = EdfReader.open(file)) {
            EdfHeader h = reader.header();
            List<String> names = h.signals().stream().map(s -> plain(s.label())).toList();
            if (!names.containsAll(wanted)) {
                return Taken.nothing("without the channel " + absent(wanted, names));
            }
            double rate = h.rate(names.indexOf(wanted.get(0)));
            if (!unfit(rate).isEmpty()) {
                return Taken.nothing(unfit(rate));
            }
            if (wanted.stream().anyMatch(w -> h.rate(names.indexOf(w)) != rate)) {
                return Taken.nothing("with channels of different rates");
            }
            if (!reader.continuous()) {
                return Taken.nothing("with gaps (EDF+D)");
            }
            return new Pass(reader, wanted, names, rate, micro).taken(most);
        }
    }

    /** One pass over an EDF file that keeps some stretches; memory does not grow with it. */
    private static final class Pass {
        private final EdfReader reader;
        private final List<String> wanted;
        private final List<String> names;
        private final double rate;
        private final boolean micro;
        private final List<EdfAnnotation> notes = new ArrayList<>();

        Pass(
                EdfReader reader,
                List<String> wanted,
                List<String> names,
                double rate,
                boolean micro) {
            this.reader = reader;
            this.wanted = wanted;
            this.names = names;
            this.rate = rate;
            this.micro = micro;
        }

        Taken taken(int most) throws IOException {
            int each =
                    reader.header().signals().get(names.indexOf(wanted.get(0))).samplesPerRecord();
            long there = reader.records() * each;
            int length = (int) Math.round(Stretch.SECONDS * rate);
            if (there < length) {
                return Taken.nothing("shorter than 10 s");
            }
            int count = (int) Math.min(most, there / length);
            long[] starts = new long[count];
            float[][][] kept = new float[count][wanted.size()][length];
            for (int k = 0; k < count; k++) {
                starts[k] = (there - length) * (2L * k + 1) / (2L * count) / length * length;
            }
            short[][] digital = reader.buffers();
            for (long at = 0; reader.next(digital); at += each) {
                notes.addAll(reader.annotations());
                for (int k = 0; k < count; k++) {
                    if (at + each > starts[k] && at < starts[k] + length) {
                        copy(digital, (int) (at - starts[k]), kept[k]);
                    }
                }
            }
            List<Stretch> out = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                out.add(new Stretch(rate, wanted, kept[k], event(starts[k] / rate)));
            }
            return new Taken(out, List.of(), "");
        }

        private void copy(short[][] digital, int offset, float[][] into) {
            for (int c = 0; c < into.length; c++) {
                int s = names.indexOf(wanted.get(c));
                EdfSignal signal = reader.header().signals().get(s);
                double scale = scale(signal.unit(), micro);
                for (int i = 0; i < digital[s].length; i++) {
                    int to = offset + i;
                    if (to >= 0 && to < into[c].length) {
                        into[c][to] = (float) (scale * signal.physical(digital[s][i]));
                    }
                }
            }
        }

        /** What is noted of at least half of a stretch. */
        private String event(double start) {
            String text = "";
            double longest = Stretch.SECONDS / 2;
            for (EdfAnnotation a : notes) {
                double shared =
                        Math.min(start + Stretch.SECONDS, a.onset() + a.duration())
                                - Math.max(start, a.onset());
                if (shared >= longest) {
                    longest = shared;
                    text = a.text();
                }
            }
            return text;
        }
    }
}
