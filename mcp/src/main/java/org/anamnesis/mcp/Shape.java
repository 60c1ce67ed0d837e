package org.anamnesis.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON Schema 2020-12, of which what a tool takes and tells is described. */
final class Shape {
    private Shape() {}

    static Map<String, Object> of(String type, String description) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("type", type);
        if (!description.isEmpty()) {
            m.put("description", description);
        }
        return m;
    }

    static Map<String, Object> text(String description) {
        return of("string", description);
    }

    static Map<String, Object> number(String description) {
        return of("number", description);
    }

    static Map<String, Object> whole(String description) {
        return of("integer", description);
    }

    static Map<String, Object> list(String description, Map<String, Object> item) {
        Map<String, Object> m = of("array", description);
        m.put("items", item);
        return m;
    }

    static Map<String, Object> texts(String description) {
        return list(description, text(""));
    }

    /** With members that are not told one by one. */
    static Map<String, Object> object(String description) {
        return of("object", description);
    }

    /** With these members, all of them always there. */
    static Map<String, Object> object(
            String description, Map<String, Map<String, Object>> members) {
        Map<String, Object> m = of("object", description);
        m.put("properties", members);
        m.put("required", List.copyOf(members.keySet()));
        return m;
    }

    /**
     * What a tool tells: these members, or the problems that kept it from it.
     *
     * @param always members that are there whenever the tool has something to tell
     * @param sometimes members that may be there
     */
    static Map<String, Object> told(
            Map<String, Map<String, Object>> always, Map<String, Map<String, Object>> sometimes) {
        Map<String, Object> members = new LinkedHashMap<>(always);
        members.putAll(sometimes);
        members.put("problems", problems());
        Map<String, Object> m = of("object", "");
        m.put("properties", members);
        m.put(
                "anyOf",
                List.of(
                        Map.of("required", new ArrayList<>(always.keySet())),
                        Map.of("required", List.of("problems"))));
        return m;
    }

    /** Problems as every door tells them. */
    static Map<String, Object> problems() {
        return list(
                "what is wrong, all of it at once",
                object(
                        "",
                        members(
                                "code", text("stable name of the kind of problem"),
                                "where", text("the words or the argument that it is about"),
                                "message", text("what is wrong"),
                                "suggestion", text("what would be accepted"))));
    }

    /** Names and shapes by turns, in their order. */
    static Map<String, Map<String, Object>> members(Object... namesAndShapes) {
        Map<String, Map<String, Object>> m = new LinkedHashMap<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            @SuppressWarnings("unchecked")
            Map<String, Object> shape = (Map<String, Object>) namesAndShapes[i + 1];
            m.put((String) namesAndShapes[i], shape);
        }
        return m;
    }
}
