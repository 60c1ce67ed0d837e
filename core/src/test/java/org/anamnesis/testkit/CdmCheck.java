package org.anamnesis.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.table.CsvTable;

/**
 * Whether tables of an OMOP CDM hold together: keys, references, required cells, and dates between
 * birth and the end of the observation period. Checks by OHDSI's Data Quality Dashboard are named
 * as it names them.
 */
public final class CdmCheck {
    /** Columns of the tables that refer to a row of another, by the column's name. */
    private static final Map<String, String> REFERENCES =
            Map.of(
                    "person_id", "person",
                    "visit_occurrence_id", "visit_occurrence",
                    "location_id", "location",
                    "care_site_id", "care_site",
                    "provider_id", "provider");

    private static final List<String> EVENTS =
            List.of(
                    "visit_occurrence",
                    "condition_occurrence",
                    "drug_exposure",
                    "procedure_occurrence",
                    "measurement",
                    "observation");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Set<String>> keys = new HashMap<>();

    private CdmCheck(Path folder) {
        this.folder = folder;
    }

    /** One line a kind of problem; empty if there is none. */
    public static List<String> problems(Path folder) throws IOException {
        var check = new CdmCheck(folder);
        for (String table :
                List.of("person", "visit_occurrence", "location", "care_site", "provider")) {
            check.keys.put(table, new HashSet<>(check.table(table).text(table + "_id")));
        }
        check.keys.put("concept", new HashSet<>(check.table("concept").text("concept_id")));
        for (String table : EVENTS) {
            check.events(table);
        }
        check.references("note");
        check.references("observation_period");
        check.references("condition_era");
        check.references("drug_era");
        check.references("person");
        return check.problems;
    }

    private CsvTable table(String name) throws IOException {
        return CsvTable.read(folder.resolve(name + ".csv"));
    }

    private void events(String name) throws IOException {
        CsvTable events = table(name);
        List<String> ids = events.text(name + "_id");
        if (new HashSet<>(ids).size() != ids.size()) {
            problems.add("isPrimaryKey " + name);
        }
        references(name);
        dates(name, events);
    }

    private void references(String name) throws IOException {
        CsvTable table = table(name);
        for (String column : names(name)) {
            boolean concept = column.endsWith("concept_id");
            String to = concept ? "concept" : REFERENCES.getOrDefault(column, "");
            if (to.isEmpty() || column.equals(name + "_id")) {
                continue;
            }
            for (String id : table.text(column)) {
                boolean none = id == null || id.isEmpty() || (concept && id.equals("0"));
                if (!none && !keys.get(to).contains(id)) {
                    problems.add("isForeignKey " + name + "." + column + " " + id);
                    break;
                }
            }
        }
    }

    private void dates(String name, CsvTable events) throws IOException {
        CsvTable people = table("person");
        CsvTable periods = table("observation_period");
        Map<String, LocalDate> birth = new HashMap<>();
        Map<String, LocalDate> from = new HashMap<>();
        Map<String, LocalDate> to = new HashMap<>();
        for (int i = 0; i < people.rows(); i++) {
            birth.put(
                    people.text("person_id").get(i),
                    LocalDate.of(
                            Integer.parseInt(people.text("year_of_birth").get(i)),
                            Integer.parseInt(people.text("month_of_birth").get(i)),
                            Integer.parseInt(people.text("day_of_birth").get(i))));
        }
        for (int i = 0; i < periods.rows(); i++) {
            String person = periods.text("person_id").get(i);
            from.put(person, day(periods, "observation_period_start_date", i));
            to.put(person, day(periods, "observation_period_end_date", i));
        }
        String column = start(name);
        for (int i = 0; i < events.rows(); i++) {
            String person = events.text("person_id").get(i);
            LocalDate day = day(events, column, i);
            if (birth.containsKey(person) && day.isBefore(birth.get(person))) {
                problems.add("plausibleAfterBirth " + name);
            }
            if (day.isBefore(from.getOrDefault(person, LocalDate.MAX))
                    || day.isAfter(to.getOrDefault(person, LocalDate.MIN))) {
                problems.add("withinObservationPeriod " + name);
            }
        }
    }

    private String start(String table) throws IOException {
        List<String> dates = names(table).stream().filter(n -> n.endsWith("_date")).toList();
        return dates.get(0);
    }

    private List<String> names(String table) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(table + ".csv"))) {
            return List.of(lines.findFirst().orElse("").split(","));
        }
    }

    private static LocalDate day(CsvTable table, String column, int row) {
        return LocalDate.parse(table.text(column).get(row));
    }
}
