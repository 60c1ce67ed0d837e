package org.anamnesis.export.omop;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * A vocabulary as OHDSI's Athena gives it out: {@code CONCEPT.csv}, {@code
 * CONCEPT_RELATIONSHIP.csv} and {@code VOCABULARY.csv}, cells set apart by tabs, none quoted. Only
 * the concepts that are asked for are kept, so that memory does not grow with it.
 */
final class AthenaFolder {
    private static final String CONCEPT = "CONCEPT.csv";
    private static final String RELATIONSHIP = "CONCEPT_RELATIONSHIP.csv";
    private static final String VOCABULARY = "VOCABULARY.csv";
    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    CONCEPT,
                    List.of(
                            "concept_id",
                            "concept_name",
                            "domain_id",
                            "vocabulary_id",
                            "concept_class_id",
                            "standard_concept",
                            "concept_code",
                            "valid_start_date",
                            "valid_end_date",
                            "invalid_reason"),
                    RELATIONSHIP,
                    List.of(
                            "concept_id_1",
                            "concept_id_2",
                            "relationship_id",
                            "valid_start_date",
                            "valid_end_date",
                            "invalid_reason"),
                    VOCABULARY,
                    List.of(
                            "vocabulary_id",
                            "vocabulary_name",
                            "vocabulary_reference",
                            "vocabulary_version",
                            "vocabulary_concept_id"));

    /** The vocabulary whose version is that of the whole. */
    private static final String WHOLE = "None";

    private static final String ATHENA =
            "the folder unpacked from a download of athena.ohdsi.org, vocabularies of version 5";

    private final Path folder;

    private AthenaFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param asked keys of the codes that are wanted ({@link CdmConcept#key})
     * @throws RequestException if it is damaged or of another version
     */
    static Vocabulary read(Path folder, Set<String> asked) {
        return reading(folder, () -> new AthenaFolder(folder).read(asked));
    }

    /**
     * Whether all files are there, with the columns and the version that are read here; their rows
     * are not looked at.
     *
     * @throws RequestException if not
     */
    static void check(Path folder) {
        reading(
                folder,
                () -> {
                    var athena = new AthenaFolder(folder);
                    athena.whole();
                    for (String file : List.of(CONCEPT, RELATIONSHIP)) {
                        athena.open(file).close();
                    }
                    return athena.version();
                });
    }

    /** What reads files. */
    private interface Look<T> {
        T at() throws IOException;
    }

    private static <T> T reading(Path folder, Look<T> look) {
        try {
            return look.at();
        } catch (CharacterCodingException e) {
            throw damaged(folder.toString(), "it is no UTF-8");
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The vocabulary %s could not be read (%s).".formatted(folder, e.getMessage()),
                    e);
        }
    }

    private Vocabulary read(Set<String> asked) throws IOException {
        whole();
        String version = version();
        Map<Integer, CdmConcept> found = new HashMap<>();
        each(CONCEPT, f -> keep(f, asked.contains(CdmConcept.key(f[3], f[6])), found));
        if (found.isEmpty()) {
            throw problem(
                    "vocabulary.empty",
                    folder.toString(),
                    "None of the codes that are needed stands in this vocabulary",
                    "a download with SNOMED, LOINC, RxNorm and UCUM among its vocabularies");
        }
        Map<Integer, Set<Integer>> maps = new HashMap<>();
        each(RELATIONSHIP, f -> relate(f, found, maps));
        Set<Integer> targets = new HashSet<>();
        maps.values().forEach(targets::addAll);
        targets.removeAll(found.keySet());
        Map<Integer, CdmConcept> others = new HashMap<>();
        if (!targets.isEmpty()) {
            each(CONCEPT, f -> keep(f, targets.contains(number(CONCEPT, f[0])), others));
        }
        targets.removeAll(others.keySet());
        if (!targets.isEmpty()) {
            throw damaged(
                    CONCEPT,
                    "it lacks %d concepts that %s maps to, such as %d"
                            .formatted(
                                    targets.size(), RELATIONSHIP, new TreeSet<>(targets).first()));
        }
        List<CdmConcept> all = new ArrayList<>(others.values());
        found.values()
                .forEach(
                        c ->
                                all.add(
                                        c.withMapsTo(
                                                String.join(
                                                        ";",
                                                        maps.getOrDefault(c.id(), Set.of()).stream()
                                                                .sorted()
                                                                .map(String::valueOf)
                                                                .toList()))));
        agrees(all);
        return Vocabulary.completed(all, version);
    }

    private void whole() {
        List<Problem> problems = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            problems.add(
                    new Problem(
                            "vocabulary.folder.absent",
                            folder.toString(),
                            "There is no folder of this name",
                            ATHENA));
        } else {
            for (String file : List.of(CONCEPT, RELATIONSHIP, VOCABULARY)) {
                if (!Files.isRegularFile(folder.resolve(file))) {
                    problems.add(
                            new Problem(
                                    "vocabulary.file.absent",
                                    folder.resolve(file).toString(),
                                    "A file of the vocabulary is missing",
                                    ATHENA));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }

    private String version() throws IOException {
        List<String> versions = new ArrayList<>();
        each(
                VOCABULARY,
                f -> {
                    if (f[0].equals(WHOLE)) {
                        versions.add(f[3]);
                    }
                });
        String version = versions.isEmpty() ? "" : versions.get(0);
        if (!version.startsWith("v5")) {
            throw problem(
                    "vocabulary.version",
                    VOCABULARY,
                    version.isEmpty()
                            ? "The vocabulary does not say its version"
                            : "The vocabulary is of version " + version,
                    ATHENA);
        }
        return version;
    }

    private static void keep(String[] f, boolean wanted, Map<Integer, CdmConcept> into) {
        if (wanted) {
            int id = number(CONCEPT, f[0]);
            boolean standard = f[5].equals("S") && f[9].isEmpty();
            into.put(
                    id,
                    new CdmConcept(
                            f[3],
                            f[6],
                            id,
                            f[1],
                            f[2],
                            standard ? "S" : "N",
                            "",
                            f[4],
                            day(f[7]),
                            day(f[8])));
        }
    }

    /** Athena writes 20020131. */
    private static String day(String written) {
        if (!written.matches("\\d{8}|\\d{4}-\\d\\d-\\d\\d")) {
            throw damaged(CONCEPT, "\"" + written + "\" is no date");
        }
        String digits = written.replace("-", "");
        return "%s-%s-%s"
                .formatted(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6));
    }

    private static void relate(
            String[] f, Map<Integer, CdmConcept> found, Map<Integer, Set<Integer>> maps) {
        if (f[2].equals("Maps to") && f[5].isEmpty()) {
            int from = number(RELATIONSHIP, f[0]);
            CdmConcept concept = found.get(from);
            if (concept != null && concept.standard().equals("N")) {
                maps.computeIfAbsent(from, k -> new TreeSet<>()).add(number(RELATIONSHIP, f[1]));
            }
        }
    }

    /** An id never changes: another one for a code that was seen means that the files are mixed. */
    private static void agrees(List<CdmConcept> concepts) {
        for (CdmConcept c : concepts) {
            Optional<CdmConcept> seen = Vocabulary.SEEN.find(c.vocabulary(), c.code());
            if (seen.isPresent() && seen.get().id() != c.id()) {
                throw damaged(
                        CONCEPT,
                        "%s %s has the id %d, which OHDSI gives as %d"
                                .formatted(c.vocabulary(), c.code(), c.id(), seen.get().id()));
            }
        }
    }

    /** Takes one row. */
    private interface Row {
        void take(String[] cells);
    }

    private void each(String file, Row row) throws IOException {
        int columns = COLUMNS.get(file).size();
        try (BufferedReader text = open(file)) {
            long number = 1;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                String[] cells = line.split("\t", -1);
                if (cells.length != columns) {
                    throw damaged(
                            file,
                            "line %,d has %d cells instead of %d"
                                    .formatted(number, cells.length, columns));
                }
                row.take(cells);
            }
        }
    }

    /** At its first row. */
    private BufferedReader open(String file) throws IOException {
        BufferedReader text = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
        try {
            String header = String.valueOf(text.readLine()).replace("\uFEFF", "");
            List<String> columns = COLUMNS.get(file);
            if (!List.of(header.toLowerCase(Locale.ROOT).split("\t", -1)).equals(columns)) {
                throw problem(
                        "vocabulary.version",
                        file,
                        "The columns are not those of OHDSI's vocabularies of version 5",
                        String.join(", ", columns));
            }
            return text;
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static int number(String file, String cell) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw damaged(file, "\"" + cell + "\" is no concept id");
        }
    }

    private static RequestException damaged(String file, String why) {
        return problem(
                "vocabulary.damaged", file, "The vocabulary is damaged: " + why, ATHENA + ", anew");
    }

    private static RequestException problem(
            String code, String where, String message, String suggestion) {
        return new RequestException(List.of(new Problem(code, where, message, suggestion)));
    }
}
