package org.anamnesis.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a tool takes: what a client is told of it and what is checked are the same.
 *
 * @param name of the argument
 * @param kind of its value
 * @param description for whoever calls
 * @param needed whether it must be given
 * @param choices what a text may be; empty: any text
 * @param least that a number, the length of a text or the number of texts may be
 * @param most likewise
 */
record Parameter(
        String name,
        Kind kind,
        String description,
        boolean needed,
        List<String> choices,
        double least,
        double most) {
    /** Longer than any message that somebody writes; a file passed by mistake is longer. */
    private static final int LONGEST = 20_000;

    private static final int MOST_TEXTS = 100;

    /** Kinds of values. */
    enum Kind {
        TEXT("a text"),
        WHOLE("a whole number"),
        NUMBER("a number"),
        YES("true or false"),
        TEXTS("a list of texts"),
        OBJECT("an object"),
        /** Of a file or folder that is there. */
        FILE("the name of a file, as a text"),
        /** Of a file or folder to be written. */
        OUT("the name of a file or folder, as a text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Parameter {
        choices = List.copyOf(choices);
    }

    static Parameter text(String name, String description) {
        return new Parameter(name, Kind.TEXT, description, false, List.of(), 1, LONGEST);
    }

    static Parameter texts(String name, String description) {
        return new Parameter(name, Kind.TEXTS, description, false, List.of(), 1, MOST_TEXTS);
    }

    static Parameter yes(String name, String description) {
        return new Parameter(name, Kind.YES, description, false, List.of(), 0, 1);
    }

    static Parameter whole(String name, double least, double most, String description) {
        return new Parameter(name, Kind.WHOLE, description, false, List.of(), least, most);
    }

    static Parameter number(String name, double least, double most, String description) {
        return new Parameter(name, Kind.NUMBER, description, false, List.of(), least, most);
    }

    static Parameter object(String name, String description) {
        return new Parameter(name, Kind.OBJECT, description, false, List.of(), 0, 0);
    }

    static Parameter file(String name, String description) {
        return new Parameter(name, Kind.FILE, description, false, List.of(), 1, LONGEST);
    }

    static Parameter out(String name, String description) {
        return new Parameter(name, Kind.OUT, description, false, List.of(), 1, LONGEST);
    }

    /** The same, which must be given. */
    Parameter must() {
        return new Parameter(name, kind, description, true, choices, least, most);
    }

    /** The same, of which only some texts are taken. */
    Parameter oneOf(List<String> only) {
        return new Parameter(name, kind, description, needed, only, least, most);
    }

    /** The schema of all arguments of a tool; there are no others. */
    static Map<String, Object> schema(List<Parameter> all) {
        Map<String, Object> properties = new LinkedHashMap<>();
        all.forEach(p -> properties.put(p.name(), p.schema()));
        Map<String, Object> m = Shape.of("object", "");
        m.put("properties", properties);
        m.put("required", all.stream().filter(Parameter::needed).map(Parameter::name).toList());
        m.put("additionalProperties", false);
        return m;
    }

    private Map<String, Object> schema() {
        Map<String, Object> m =
                switch (kind) {
                    case TEXT, FILE, OUT -> Shape.text(description);
                    case WHOLE -> Shape.whole(description);
                    case NUMBER -> Shape.number(description);
                    case YES -> Shape.of("boolean", description);
                    case TEXTS -> Shape.texts(description);
                    case OBJECT -> Shape.object(description);
                };
        switch (kind) {
            case TEXT, FILE, OUT -> m.putAll(bounds());
            case WHOLE -> {
                m.put("minimum", (long) least);
                m.put("maximum", (long) most);
            }
            case NUMBER -> {
                m.put("minimum", least);
                m.put("maximum", most);
            }
            case TEXTS -> {
                m.put("minItems", (long) least);
                m.put("maxItems", (long) most);
                Map<String, Object> item = Shape.text("");
                item.putAll(text("", "").bounds());
                m.put("items", item);
            }
            case YES, OBJECT -> {}
        }
        if (!choices.isEmpty()) {
            m.put("enum", choices);
        }
        return m;
    }

    /** Of a text: not empty, and not longer than any that somebody writes. */
    private Map<String, Object> bounds() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("pattern", "\\S");
        m.put("maxLength", (long) most);
        return m;
    }
}
