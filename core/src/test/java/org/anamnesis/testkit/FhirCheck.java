package org.anamnesis.testkit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the resources of a folder of NDJSON hold together: each line a resource of the file's
 * type, no id twice, every reference to one that is there, nothing before a birth or after a death,
 * and what was done or given within the encounter that it names.
 */
public final class FhirCheck {
    private static final List<String> DATES =
            List.of(
                    "onsetDateTime",
                    "recordedDate",
                    "effectiveDateTime",
                    "performedDateTime",
                    "occurrenceDateTime");

    private final Map<String, Map<String, Object>> byId = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private FhirCheck() {}

    /** Problems by their first example; empty if there is none. */
    public static List<String> problems(Path folder) throws IOException {
        var check = new FhirCheck();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                check.read(file);
            }
        }
        Set<String> found = new HashSet<>();
        check.byId.forEach(
                (id, resource) -> {
                    check.references(id, resource, found);
                    check.dates(id, resource, found);
                });
        return check.problems;
    }

    /** The resources of one type, in the order of the file. */
    public static List<Map<String, Object>> resources(Path folder, String type) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(type + ".ndjson"))) {
            all.add(JSON.std.mapFrom(line));
        }
        return all;
    }

    private void read(Path file) throws IOException {
        String type = file.getFileName().toString().replace(".ndjson", "");
        for (Map<String, Object> resource : resources(file.getParent(), type)) {
            if (!type.equals(resource.get("resourceType"))) {
                problems.add("a " + resource.get("resourceType") + " in " + file.getFileName());
            }
            String id = String.valueOf(resource.get("id"));
            if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
                problems.add("no id: " + id);
            }
            if (byId.put(type + "/" + id, resource) != null) {
                problems.add("twice: " + type + "/" + id);
            }
        }
    }

    private void references(String id, Object value, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            Object to = map.get("reference");
            if (to != null && !byId.containsKey(to) && found.add("lost " + to)) {
                problems.add(id + " refers to " + to);
            }
            map.values().forEach(v -> references(id, v, found));
        } else if (value instanceof List<?> list) {
            list.forEach(v -> references(id, v, found));
        }
    }

    private void dates(String id, Map<String, Object> resource, Set<String> found) {
        Object of = resource.getOrDefault("subject", resource.get("patient"));
        if (!(of instanceof Map<?, ?> subject)) {
            return;
        }
        Map<String, Object> patient = byId.getOrDefault(subject.get("reference"), Map.of());
        String birth = String.valueOf(patient.getOrDefault("birthDate", ""));
        String death = String.valueOf(patient.getOrDefault("deceasedDateTime", "9999"));
        for (String name : DATES) {
            // dates of ISO 8601 are in the order of time as texts
            if (resource.get(name) instanceof String day) {
                if (day.compareTo(birth) < 0 && found.add(name)) {
                    problems.add(id + " before birth: " + name);
                }
                if (day.compareTo(death) > 0 && found.add(name + " dead")) {
                    problems.add(id + " after death: " + name);
                }
                within(id, name, day, resource, found);
            }
        }
    }

    /** What was observed, done or given lies within the days of its encounter. */
    private void within(
            String id, String name, String day, Map<String, Object> resource, Set<String> found) {
        if (name.startsWith("onset") || !(resource.get("encounter") instanceof Map<?, ?> at)) {
            return;
        }
        Map<String, Object> encounter = byId.getOrDefault(at.get("reference"), Map.of());
        if (encounter.get("period") instanceof Map<?, ?> days
                && (day.compareTo(String.valueOf(days.get("start"))) < 0
                        || day.compareTo(String.valueOf(days.get("end"))) > 0)
                && found.add(name + " outside")) {
            problems.add(id + " outside its encounter: " + name);
        }
    }
}
