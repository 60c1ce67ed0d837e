package org.anamnesis.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.export.RecordCheck.Finding;

/** Whether ids are unique in a folder, and whether what resources refer to is there. */
final class Links {
    private static final String ID = "id";

    private final Set<String> known = new HashSet<>();
    private final Map<String, Long> referred = new HashMap<>();
    private final Map<String, String> from = new HashMap<>();
    private long resources;
    private long references;
    private long repeated;
    private String repeatedOne = "";
    private long without;
    private String withoutOne = "";

    static String name(JsonNode resource) {
        return resource.path("resourceType").asText() + "/" + resource.path(ID).asText();
    }

    void take(JsonNode resource, String fullUrl) {
        resources++;
        String name = name(resource);
        String type = resource.path("resourceType").asText();
        if (!fullUrl.isEmpty()) {
            known.add(fullUrl);
        }
        if (!resource.has(ID) && fullUrl.isEmpty()) {
            without++;
            withoutOne = type;
        } else if (resource.has(ID) && !known.add(name)) {
            repeated++;
            repeatedOne = name;
        }
        for (JsonNode i : resource.path("identifier")) {
            known.add(
                    type
                            + "?identifier="
                            + i.path("system").asText()
                            + "|"
                            + i.path("value").asText());
        }
        Set<String> inside = new HashSet<>(Set.of("#"));
        resource.path("contained").forEach(c -> inside.add("#" + c.path(ID).asText()));
        references(resource, name, inside);
    }

    private void references(JsonNode node, String name, Set<String> inside) {
        JsonNode reference = node.path("reference");
        if (reference.isTextual()) {
            references++;
            String to = reference.asText().replaceFirst("/_history/[^/]+$", "");
            if (!to.startsWith("#")) {
                refer(to, name);
            } else if (!inside.contains(to)) { // a contained resource is known inside its parent
                refer(name + to, name);
            }
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                references(child, name, inside);
            }
        }
    }

    private void refer(String to, String name) {
        if (referred.merge(to, 1L, Long::sum) == 1) {
            from.put(to, name);
        }
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        if (repeated > 0) {
            all.add(new Finding("id.repeated", "", true, repeated, resources, repeatedOne));
        }
        if (without > 0) {
            all.add(new Finding("id.absent", "", true, without, resources, withoutOne));
        }
        Map<String, Long> open = new TreeMap<>();
        Map<String, String> one = new HashMap<>();
        referred.forEach(
                (to, n) -> {
                    if (!known.contains(to)) {
                        boolean elsewhere = to.startsWith("http");
                        String check = elsewhere ? "reference.elsewhere" : "reference.unresolved";
                        open.merge(check, n, Long::sum);
                        one.merge(
                                check,
                                "%s refers to %s".formatted(from.get(to), to),
                                (a, b) -> a.compareTo(b) < 0 ? a : b);
                    }
                });
        open.forEach(
                (check, n) ->
                        all.add(
                                new Finding(
                                        check,
                                        "",
                                        check.endsWith("unresolved"),
                                        n,
                                        references,
                                        one.get(check))));
        return all;
    }
}
