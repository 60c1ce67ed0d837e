package org.anamnesis.signals.learned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.anamnesis.study.Recordings;

/**
 * What tables beside the recordings and their headers say of each: rhythm, diagnosis, sex, age. All
 * of it is data; a cell that reads like an order is a word like any other.
 */
final class Labels {
    /** More different words are free text or names. */
    private static final int MOST_WORDS = 20;

    private static final int LONGEST = 60;
    private static final int MOST_COLUMNS = 12;
    private static final Set<String> PERSON =
            Set.of("patient_id", "patient", "subject", "subject_id", "person_id", "patientid");

    /** Claimed of a recording what is measured in it anyway, or of no use to whoever asks. */
    private static final Set<String> MEASURED =
            Set.of(
                    "hr_bpm",
                    "pr_ms",
                    "qrs_ms",
                    "qt_ms",
                    "qtc_ms",
                    "file",
                    "path",
                    "format",
                    "rate_hz",
                    "seconds",
                    "sha256",
                    "encounter_id",
                    "key",
                    "seed",
                    "study_uid");

    /** Recordings by their paths, and by their names where only one has it. */
    private final Map<String, Optional<String>> known = new HashMap<>();

    private final Map<String, Map<String, String>> byStem = new HashMap<>();
    private final Map<String, String> persons = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Reads the tables of a folder, and the index above it.
     *
     * @param stems names of its recordings
     */
    static Labels of(Path folder, Set<String> stems) throws IOException {
        var labels = new Labels();
        for (String stem : stems) {
            String name = stem.substring(stem.lastIndexOf('/') + 1);
            labels.known.merge(name, Optional.of(stem), (a, b) -> Optional.empty());
        }
        stems.forEach(s -> labels.known.put(s, Optional.of(s)));
        List<Path> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted()
                    .forEach(tables::add);
        }
        Path above = folder.toAbsolutePath().normalize().resolveSibling("index.csv");
        if (Files.isRegularFile(above)) {
            tables.add(above);
        }
        for (Path table : tables) {
            labels.table(table);
        }
        return labels;
    }

    private void table(Path file) throws IOException {
        int at = column(file);
        if (at < 0) {
            notes.add(
                    clean(file.getFileName().toString())
                            + " names none of the recordings; it was not used.");
            return;
        }
        List<List<String>> header = new ArrayList<>();
        Csv.read(
                file,
                cells -> {
                    if (header.isEmpty()) {
                        header.add(cells);
                    } else if (cells.size() == header.get(0).size()) {
                        Optional<String> stem = stem(cells.get(at));
                        for (int k = 0; k < cells.size(); k++) {
                            if (k != at && stem.isPresent()) {
                                put(stem.get(), header.get(0).get(k), cells.get(k));
                            }
                        }
                    }
                });
    }

    /** The column that names recordings; −1 if none does. */
    private int column(Path file) throws IOException {
        Map<Integer, Integer> hits = new TreeMap<>();
        Csv.read(
                file,
                cells -> {
                    for (int k = 0; k < cells.size(); k++) {
                        if (stem(cells.get(k)).isPresent()) {
                            hits.merge(k, 1, Integer::sum);
                        }
                    }
                });
        return hits.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    /** The recording that a cell names by its path or its name. */
    private Optional<String> stem(String cell) {
        String path = cell.replaceFirst("(?i)\\.(hea|dat|edf)$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return known.getOrDefault(path, known.getOrDefault(name, Optional.empty()));
    }

    /** Takes the lines {@code name: value} of a header. */
    void comments(String stem, List<String> comments) {
        for (String line : comments) {
            int colon = line.indexOf(':');
            if (colon > 0 && colon < LONGEST) {
                put(stem, line.substring(0, colon), line.substring(colon + 1));
            }
        }
    }

    private void put(String stem, String column, String value) {
        String name = clean(column).replaceAll("[^\\p{L}\\p{N}_ -]+", "").strip();
        String low = name.toLowerCase(Locale.ROOT).replace(' ', '_');
        if (PERSON.contains(low)) {
            if (!value.isBlank()) {
                persons.put(stem, clean(value));
            }
        } else if (!low.isEmpty()
                && !MEASURED.contains(low)
                && !low.equals(Recordings.KEY)
                && !low.matches("c[0-9]{2}")) {
            byStem.computeIfAbsent(stem, s -> new LinkedHashMap<>())
                    .putIfAbsent(name, clean(value));
        }
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Whose a recording is; its own name if nothing says it. */
    String person(String stem) {
        return persons.getOrDefault(stem, stem);
    }

    Map<String, String> of(String stem) {
        return byStem.getOrDefault(stem, Map.of());
    }

    /** What could not be used, a sentence each. */
    List<String> notes() {
        return notes;
    }

    /**
     * The columns that tell recordings apart.
     *
     * @param stems of the recordings that are learned
     * @param taken names of other columns
     */
    List<String> columns(Set<String> stems, Set<String> taken) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        Map<String, Integer> filled = new HashMap<>();
        for (String stem : stems) {
            of(stem).forEach(
                            (column, value) -> {
                                Set<String> seen =
                                        values.computeIfAbsent(column, c -> new LinkedHashSet<>());
                                seen.add(value);
                                filled.merge(column, value.isEmpty() ? 0 : 1, Integer::sum);
                            });
        }
        List<String> chosen = new ArrayList<>();
        values.forEach(
                (column, seen) -> {
                    boolean number = seen.stream().allMatch(Labels::number);
                    boolean words =
                            seen.size() <= MOST_WORDS
                                    && seen.stream().allMatch(v -> v.length() <= LONGEST);
                    boolean enough = seen.size() > 1 && filled.get(column) * 4 >= stems.size();
                    if (enough && (number || words) && !taken.contains(column)) {
                        chosen.add(column);
                    }
                });
        if (chosen.size() > MOST_COLUMNS) {
            notes.add(
                    "Of %d columns of labels the first %d are learned."
                            .formatted(chosen.size(), MOST_COLUMNS));
        }
        return chosen.subList(0, Math.min(MOST_COLUMNS, chosen.size()));
    }

    private static boolean number(String text) {
        return text.isEmpty() || text.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");
    }
}
