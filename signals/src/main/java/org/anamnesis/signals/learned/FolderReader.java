package org.anamnesis.signals.learned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Reads a folder of recordings: what kind they are, which channels they share, what each shows. */
final class FolderReader {
    /** Recordings that are looked at to decide on kind and channels. */
    private static final int LOOKED_AT = 40;

    /** Stretches of a recording at most: more say little new of one person. */
    private static final int EACH = 8;

    /** Stretches at most: about 50 MB of an EEG of 21 channels. */
    private static final int MOST = 8000;

    private static final int MOST_PROBLEMS = 20;
    private static final int DEEP = 6;

    /** Leads of an ECG in the order in which one is chosen. */
    private static final List<String> LEADS =
            List.of(
                    "II", "MLII", "I", "V5", "V2", "V1", "V3", "V4", "V6", "MLI", "MLIII", "III",
                    "AVF", "AVL", "AVR", "ECG", "ECG1", "ECG2", "EKG");

    /** The places of the 10-20 system, with old and new names, from front to back. */
    private static final List<String> PLACES =
            List.of(
                    "FP1", "FP2", "F7", "F3", "FZ", "F4", "F8", "T3", "T7", "C3", "CZ", "C4", "T4",
                    "T8", "T5", "P7", "P3", "PZ", "P4", "T6", "P8", "O1", "OZ", "O2", "A1", "A2");

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    FolderReader(Path folder) {
        this.folder = folder;
    }

    /** Recordings of a folder and of those in it, by name. */
    static List<RecordingFile> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
            return all.filter(Files::isRegularFile)
                    .filter(
                            f -> {
                                String name = f.getFileName().toString().toLowerCase(Locale.ROOT);
                                return !name.startsWith(".")
                                        && (name.endsWith(".hea") || name.endsWith(".edf"));
                            })
                    .sorted(Comparator.comparing(Path::toString))
                    .map(f -> RecordingFile.of(folder, f))
                    .toList();
        }
    }

    ReadFolder read() throws IOException {
        List<RecordingFile> all = files(folder);
        List<RecordingFile> files = spread(all, MOST);
        if (files.size() < all.size()) {
            notes.add(
                    "Of %,d recordings %,d are learned, evenly over the folder."
                            .formatted(all.size(), files.size()));
        }
        long headless = UnreadRecordings.headless(folder);
        if (headless > 0) {
            notes.add(
                    "Left out: %,d file%s of samples (.dat) without a header (.hea)."
                            .formatted(headless, headless == 1 ? "" : "s"));
        }
        Seen seen = seen(files);
        check();
        List<ReadFolder.Row> rows = new ArrayList<>();
        var labels = Labels.of(folder, stems(files));
        Map<String, Integer> left = new TreeMap<>();
        Map<Double, Integer> rates = new TreeMap<>();
        Form form = Form.of(seen.kind, seen.channels);
        int each = Math.max(1, Math.min(EACH, MOST / Math.max(1, files.size())));
        int edf = 0;
        for (RecordingFile file : files) {
            Optional<RecordingFile.Taken> taken = taken(file, seen, each);
            if (taken.isEmpty()) {
                continue;
            }
            labels.comments(file.stem(), taken.get().comments());
            int before = rows.size();
            for (Stretch s : taken.get().stretches()) {
                form.shape(s)
                        .ifPresent(
                                shape ->
                                        rows.add(
                                                new ReadFolder.Row(file.stem(), s.event(), shape)));
            }
            if (rows.size() > before) {
                edf += file.edf() ? 1 : 0;
                rates.merge(taken.get().stretches().get(0).rate(), 1, Integer::sum);
            } else {
                String why = taken.get().left();
                left.merge(why.isEmpty() ? nothing(seen.kind) : why, 1, Integer::sum);
            }
        }
        check();
        left.forEach(
                (why, n) ->
                        notes.add(
                                "Left out: %,d recording%s %s."
                                        .formatted(n, n == 1 ? "" : "s", why)));
        if (rows.isEmpty()) {
            throw RequestException.of(
                    "recordings.none",
                    folder.getFileName().toString(),
                    "No recording of the folder can be learned. " + String.join(" ", notes),
                    "records of 10 s or more with one channel that all have");
        }
        if (rates.size() > 1) {
            notes.add(
                    "Sampling rates differ (%s Hz); all are brought to one scale of time, and what is made has the commonest."
                            .formatted(
                                    String.join(
                                            ", ",
                                            rates.keySet().stream()
                                                    .map(RecordingFile::number)
                                                    .toList())));
        }
        double rate =
                rates.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElseThrow();
        boolean asEdf = edf * 2L > rows.stream().map(ReadFolder.Row::stem).distinct().count();
        return new ReadFolder(form, seen.channels, rate, asEdf, rows, labels, notes);
    }

    private static String nothing(String kind) {
        return kind.equals("ecg")
                ? "in which no four like beats were found"
                : "with a flat line only";
    }

    private Optional<RecordingFile.Taken> taken(RecordingFile file, Seen seen, int each)
            throws IOException {
        try {
            return Optional.of(file.take(seen.channels, each, seen.kind.equals("eeg")));
        } catch (RequestException e) {
            add(e);
            return Optional.empty();
        }
    }

    private void add(RequestException e) {
        problems.addAll(e.problems());
        if (problems.size() >= MOST_PROBLEMS) {
            check();
        }
    }

    private void check() {
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }

    private static Set<String> stems(List<RecordingFile> files) {
        Set<String> stems = new LinkedHashSet<>();
        files.forEach(f -> stems.add(f.stem()));
        return stems;
    }

    private static List<RecordingFile> spread(List<RecordingFile> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<RecordingFile> some = new ArrayList<>();
        for (int k = 0; k < most; k++) {
            some.add(all.get((int) ((long) k * all.size() / most)));
        }
        return some;
    }

    /** What recordings of a folder are, by some of them. */
    private record Seen(String kind, List<String> channels) {}

    private Seen seen(List<RecordingFile> files) throws IOException {
        Map<String, List<RecordingFile>> kinds = new LinkedHashMap<>();
        Map<String, Integer> leads = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (RecordingFile file : spread(files, LOOKED_AT)) {
            try {
                List<String> names = file.sight().channels();
                long here = names.stream().filter(PLACES::contains).count();
                boolean eeg =
                        here >= 2 || (file.edf() && names.stream().noneMatch(LEADS::contains));
                kinds.computeIfAbsent(eeg ? "eeg" : "ecg", k -> new ArrayList<>()).add(file);
                var counts = eeg ? places : leads;
                names.stream().distinct().forEach(n -> counts.merge(n, 1, Integer::sum));
            } catch (RequestException e) {
                add(e);
            }
        }
        check();
        if (kinds.size() > 1) {
            throw RequestException.of(
                    "recordings.kinds",
                    folder.getFileName().toString(),
                    "The folder holds ECGs (%s) and EEGs (%s); one model learns one kind."
                            .formatted(
                                    kinds.get("ecg").get(0).stem(), kinds.get("eeg").get(0).stem()),
                    "a folder for each kind");
        }
        String kind = kinds.keySet().iterator().next();
        int looked = kinds.get(kind).size();
        return new Seen(kind, kind.equals("ecg") ? List.of(lead(leads)) : channels(places, looked));
    }

    /** The first of the usual leads that nearly as many have as have the commonest. */
    private static String lead(Map<String, Integer> counts) {
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return LEADS.stream()
                .filter(l -> counts.getOrDefault(l, 0) * 10 >= most * 9)
                .findFirst()
                .orElseGet(
                        () ->
                                counts.entrySet().stream()
                                        .filter(e -> e.getValue() == most)
                                        .map(Map.Entry::getKey)
                                        .min(Comparator.naturalOrder())
                                        .orElse(""));
    }

    /** Places of the 10-20 system that nine of ten have; if there are none, other names. */
    private static List<String> channels(Map<String, Integer> counts, int looked) {
        List<String> common =
                PLACES.stream().filter(p -> counts.getOrDefault(p, 0) * 10 >= looked * 9).toList();
        if (!common.isEmpty()) {
            return common;
        }
        return counts.entrySet().stream()
                .filter(e -> e.getValue() * 10 >= looked * 9)
                .map(Map.Entry::getKey)
                .filter(n -> !n.contains("STATUS") && !n.contains("TRIG"))
                .sorted()
                .limit(PLACES.size())
                .toList();
    }
}
