package org.anamnesis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.export.Database;
import org.anamnesis.export.RecordCheck;
import org.anamnesis.problem.EnvironmentException;

/**
 * OMOP CDM 5.4 in the style of OHDSI's Data Quality Dashboard: each check counts the rows that fail
 * it among those that it applies to. Checks are named as the Dashboard names them, where it has
 * them.
 */
public final class OmopCheck implements RecordCheck {
    @Override
    public String format() {
        return "omop";
    }

    @Override
    public Found check(Asked asked, Database.Steps steps) {
        Path folder = asked.folders().get(0);
        Path aside = null;
        try {
            aside = Files.createTempDirectory("anamnesis-omop-");
            return check(folder, aside, steps);
        } catch (SQLException | IOException e) {
            throw new EnvironmentException(
                    "The tables of %s could not be checked (%s)."
                            .formatted(
                                    folder,
                                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        } finally {
            discard(aside);
        }
    }

    private static Found check(Path folder, Path aside, Database.Steps steps)
            throws SQLException, IOException {
        try (var query = new CdmQuery(aside)) {
            steps.step("reading tables", 0);
            Map<String, List<String>> tables = new CdmReader(query).read(folder);
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : tables.keySet()) {
                rows.put(table, query.number("SELECT count(*) FROM " + table));
            }
            steps.step("checking keys and cells", 0.4);
            new FieldChecks(query, tables, rows).run();
            steps.step("checking times", 0.6);
            new TimeChecks(query, tables, rows).run();
            steps.step("checking concepts", 0.8);
            new ConceptChecks(query, tables, rows).run();
            steps.step("done", 1);
            long all = rows.values().stream().mapToLong(n -> n).sum();
            return new Found("OMOP CDM 5.4", rows, all, query.findings(), notes(folder, tables));
        }
    }

    private static List<String> notes(Path folder, Map<String, List<String>> tables)
            throws IOException {
        List<String> notes = new ArrayList<>(CdmFolder.passedOver(folder, "checked"));
        if (!tables.containsKey("concept")) {
            notes.add(
                    "There is no concept table: concepts, their domains and standards were not checked.");
        }
        notes.add(
                "Plausible sex and units are those of OHDSI's Data Quality Dashboard 2.8.4, with its limits of 5 %.");
        return notes;
    }

    private static void discard(Path aside) {
        if (aside != null) {
            try (var files = Files.walk(aside)) {
                files.sorted(Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(
                                f -> {
                                    if (!f.delete()) {
                                        f.deleteOnExit();
                                    }
                                });
            } catch (IOException stays) {
                aside.toFile().deleteOnExit();
            }
        }
    }
}
