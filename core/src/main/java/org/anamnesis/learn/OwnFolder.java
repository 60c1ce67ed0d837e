package org.anamnesis.learn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * A folder that {@code generate} made, as one table with one row a patient: the analysis table, or
 * else the patients with their age and observations, and beside it a column for each diagnosis and
 * for each class of drugs. All tables stand in the order of the patients, so that they are joined
 * while they are read and memory does not grow with them.
 *
 * @param parts tables that are joined, by name
 * @param apart names of tables that are not learned
 */
record OwnFolder(Path folder, Map<String, FolderPart> parts, List<String> apart) {
    private static final String COHORT = "cohort";
    private static final String PATIENTS = "patients";
    private static final String ENCOUNTERS = "encounters";
    private static final String DICTIONARY = "dictionary";

    /** What lies beside the tables and holds nobody. */
    private static final Set<String> BESIDE = Set.of(DICTIONARY, "comparison");

    /**
     * Own tables of what was done to patients: any number of rows each, of which none is learned.
     */
    private static final Set<String> APART =
            Set.of("procedures", "immunizations", "allergies", "social_history");

    /** Whether the folder is one of the program's own, by the names of its tables. */
    static boolean is(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        Set<String> names = tables(folder).keySet();
        boolean own =
                names.stream()
                        .allMatch(
                                n -> OWN.containsKey(n) || BESIDE.contains(n) || APART.contains(n));
        return own
                && (names.contains(COHORT)
                        || (names.contains(PATIENTS) && names.contains(DICTIONARY)));
    }

    /**
     * @throws RequestException if it is no folder of the program's own, or holds tables beside its
     *     own or others of their names
     */
    static OwnFolder of(Path folder) {
        Map<String, List<Path>> tables = tables(folder);
        boolean one = tables.containsKey(COHORT) || tables.containsKey(PATIENTS);
        if (!one) {
            throw none(folder, tables);
        }
        var remarks = new Remarks();
        Map<String, FolderPart> parts = new LinkedHashMap<>();
        List<String> apart = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        tables.forEach(
                (table, files) -> {
                    if (OWN.containsKey(table)) {
                        part(files, OWN.get(table), remarks).ifPresent(p -> parts.put(table, p));
                    } else if (APART.contains(table)) {
                        apart.add(table);
                    } else if (!BESIDE.contains(table)) {
                        files.forEach(f -> strange.add(f.getFileName().toString()));
                    }
                });
        if (!strange.isEmpty()) {
            remarks.problem(
                    "table.folder.others",
                    String.join(", ", strange),
                    "The folder holds tables that anamnesis generate does not write.",
                    "the name of one file, of two with a key (persons and their rows), or a folder that anamnesis generate made");
        }
        remarks.check();
        return new OwnFolder(folder, parts, apart);
    }

    /** Own tables with the columns without which they are others of the same name. */
    private static final Map<String, List<String>> OWN = new LinkedHashMap<>();

    static {
        OWN.put(COHORT, List.of());
        OWN.put(PATIENTS, List.of());
        OWN.put(ENCOUNTERS, List.of("start_date"));
        for (FolderColumns.Kind kind : FolderColumns.Kind.values()) {
            OWN.put(kind.table(), kind.needed());
        }
    }

    private static Map<String, List<Path>> tables(Path folder) {
        Map<String, List<Path>> tables = new LinkedHashMap<>();
        OWN.keySet().forEach(t -> tables.put(t, new ArrayList<>()));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                boolean table =
                        Stream.of(".csv", ".tsv", ".csv.gz", ".tsv.gz", ".parquet")
                                .anyMatch(name::endsWith);
                if (table && !name.startsWith(".")) {
                    String stem = name.substring(0, name.indexOf('.'));
                    tables.computeIfAbsent(stem, s -> new ArrayList<>()).add(file);
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s could not be looked at (%s).".formatted(folder, ModelTarget.reason(e)), e);
        }
        tables.values().removeIf(List::isEmpty);
        return tables;
    }

    private static RequestException none(Path folder, Map<String, List<Path>> tables) {
        List<String> files =
                tables.values().stream()
                        .flatMap(List::stream)
                        .map(f -> f.getFileName().toString())
                        .limit(6)
                        .toList();
        return new RequestException(
                List.of(
                        new Problem(
                                "table.folder",
                                Remarks.shown(folder.toString()),
                                "This is no folder that anamnesis generate made: it holds no cohort and no patients table (CSV or Parquet)"
                                        + (files.isEmpty()
                                                ? ", and no other table."
                                                : ", but " + String.join(", ", files) + "."),
                                files.isEmpty()
                                        ? "a CSV or Parquet file, a folder that anamnesis generate made, or a folder of ECGs or EEGs (WFDB, EDF)"
                                        : "the name of one file, or of two: persons and their rows")));
    }

    private static Optional<FolderPart> part(
            List<Path> files, List<String> needed, Remarks remarks) {
        Path file = files.get(0); // CSV before Parquet, by their names
        try {
            FolderPart part = FolderPart.of(file);
            List<String> absent =
                    Stream.concat(Stream.of(FolderPart.KEY), needed.stream())
                            .filter(c -> part.at(c) < 0)
                            .toList();
            if (!absent.isEmpty()) {
                remarks.problem(
                        "table.folder.part",
                        part.name(),
                        "The table of a folder that anamnesis generate made has the column%s %s."
                                .formatted(
                                        absent.size() == 1 ? "" : "s", String.join(", ", absent)),
                        "the name of this one file, or the folder as anamnesis generate made it");
                return Optional.empty();
            }
            return Optional.of(part);
        } catch (IOException e) {
            throw new SourceFile(file).trouble(e);
        }
    }

    /** The one file, if there is nothing to join. */
    Optional<Path> alone() {
        return parts.size() == 1 ? Optional.of(main()) : Optional.empty();
    }

    /** The table that has one row a patient. */
    Path main() {
        return rows().file();
    }

    private FolderPart rows() {
        return parts.getOrDefault(COHORT, parts.get(PATIENTS));
    }

    /** What was joined, a sentence each. */
    List<String> notes() {
        String joined =
                "The tables %s of the folder are joined to one row a patient."
                        .formatted(
                                String.join(
                                        ", ",
                                        parts.values().stream().map(FolderPart::name).toList()));
        return apart.isEmpty()
                ? List.of(joined)
                : List.of(joined, "Not learned: the tables " + String.join(", ", apart) + ".");
    }

    /** The joined table as comma-separated text, made while it is read. */
    InputStream open() throws IOException {
        FolderPart rows = rows();
        Set<String> there = new LinkedHashSet<>(rows.header());
        List<FolderColumns> more = new ArrayList<>();
        for (FolderColumns.Kind kind : FolderColumns.Kind.values()) {
            boolean again = kind == FolderColumns.Kind.OBSERVATIONS && parts.containsKey(COHORT);
            if (parts.containsKey(kind.table()) && !again) {
                FolderColumns columns = FolderColumns.of(parts.get(kind.table()), kind, there);
                there.addAll(columns.names().values());
                more.add(columns);
            }
        }
        return new FolderText(rows, Optional.ofNullable(parts.get(ENCOUNTERS)), more);
    }
}
