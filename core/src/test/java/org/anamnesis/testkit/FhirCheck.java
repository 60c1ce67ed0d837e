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
 * type, no id twice, every reference to one that is there, nothing before a birth.
 */
public final class FhirCheck {
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
        if (!(resource.get("subject") instanceof Map<?, ?> subject)) {
            return;
        }
        Map<String, Object> patient = byId.getOrDefault(subject.get("reference"), Map.of());
        String birth = String.valueOf(patient.getOrDefault("birthDate", ""));
        for (String name : List.of("onsetDateTime", "recordedDate", "effectiveDateTime")) {
            String day = String.valueOf(resource.getOrDefault(name, "9999"));
            // dates of ISO 8601 are in the order of time as texts
            if (day.compareTo(birth) < 0 && found.add(name)) {
                problems.add(id + " before birth: " + name);
            }
        }
    }
}
