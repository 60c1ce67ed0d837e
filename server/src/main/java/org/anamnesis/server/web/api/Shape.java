package org.anamnesis.server.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas of JSON values, as OpenAPI 3.1 writes them. */
final class Shape {
    private Shape() {}

    static Map<String, Object> text(String description, int longest) {
        return of("string", description, "maxLength", longest);
    }

    static Map<String, Object> text(String description) {
        return of("string", description);
    }

    static Map<String, Object> oneOf(String description, List<String> values) {
        return of("string", description, "enum", values);
    }

    static Map<String, Object> whole(String description, long least, long most) {
        return of("integer", description, "minimum", least, "maximum", most);
    }

    static Map<String, Object> number(String description) {
        return of("number", description);
    }

    static Map<String, Object> yes(String description) {
        return of("boolean", description);
    }

    static Map<String, Object> list(String description, Map<String, Object> items) {
        return of("array", description, "items", items);
    }

    /** A list that somebody sends: not empty, and not without end. */
    static Map<String, Object> list(String description, Map<String, Object> items, int most) {
        return of("array", description, "items", items, "minItems", 1, "maxItems", most);
    }

    /** Any object; what stands in it is described elsewhere. */
    static Map<String, Object> object(String description) {
        return of("object", description);
    }

    /**
     * An object with named members.
     *
     * @param namesAndShapes name, shape, name, shape, ...; a name that begins with ? may be absent
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> members(String description, Object... namesAndShapes) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            String name = (String) namesAndShapes[i];
            boolean optional = name.startsWith("?");
            String plain = optional ? name.substring(1) : name;
            properties.put(plain, (Map<String, Object>) namesAndShapes[i + 1]);
            if (!optional) {
                required.add(plain);
            }
        }
        Map<String, Object> m = of("object", description, "properties", properties);
        if (!required.isEmpty()) {
            m.put("required", required);
        }
        return m;
    }

    private static Map<String, Object> of(String type, String description, Object... more) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("type", type);
        m.put("description", description);
        for (int i = 0; i < more.length; i += 2) {
            m.put((String) more[i], more[i + 1]);
        }
        return m;
    }
}
