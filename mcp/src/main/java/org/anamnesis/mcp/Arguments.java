package org.anamnesis.mcp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** What a client gave a tool, every argument checked; files are those that it may name. */
final class Arguments {
    private static final int LONGEST_ECHO = 200;

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * @throws RequestException with everything that is wrong with any of them
     */
    static Arguments of(List<Parameter> known, Map<String, Object> given, Confined files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : given.keySet()) {
            if (known.stream().noneMatch(p -> p.name().equals(name))) {
                String names = String.join(", ", known.stream().map(Parameter::name).toList());
                problems.add(wrong("unknown", name, "there is no such argument", names));
            }
        }
        for (Parameter p : known) {
            Object value = given.get(p.name());
            if (value == null && p.needed()) {
                problems.add(wrong("missing", p.name(), "this is missing", p.description()));
            } else if (value != null) {
                try {
                    values.put(p.name(), checked(p, value, files));
                } catch (RequestException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new Arguments(values);
    }

    private static Object checked(Parameter p, Object value, Confined files) {
        return switch (p.kind()) {
            case TEXT -> text(p, value);
            case FILE -> files.read(text(p, value));
            case OUT -> files.write(text(p, value));
            case WHOLE -> whole(p, value);
            case NUMBER -> number(p, value);
            case YES -> as(p, Boolean.class, value);
            case TEXTS -> texts(p, as(p, List.class, value));
            case OBJECT -> as(p, Map.class, value);
        };
    }

    private static String text(Parameter p, Object value) {
        String text = as(p, String.class, value);
        if (text.isBlank() || text.length() > p.most()) {
            throw thrown(
                    "range",
                    p,
                    text.isBlank() ? "this is empty" : "this is too long",
                    "1 to %,d characters".formatted((long) p.most()));
        }
        if (!p.choices().isEmpty() && !p.choices().contains(text)) {
            throw thrown(
                    "choice",
                    p,
                    "\"%s\" is none of the choices".formatted(shown(text)),
                    String.join(", ", p.choices()));
        }
        return text;
    }

    private static List<String> texts(Parameter p, List<?> values) {
        if (values.isEmpty() || values.size() > p.most()) {
            throw thrown(
                    "range",
                    p,
                    values.isEmpty() ? "this is empty" : "these are too many",
                    "1 to %,d texts".formatted((long) p.most()));
        }
        return values.stream().map(v -> text(Parameter.text(p.name(), ""), v)).toList();
    }

    private static Long whole(Parameter p, Object value) {
        double number = number(p, value);
        if (number != Math.rint(number)) {
            throw kind(p, value);
        }
        return as(p, Number.class, value).longValue();
    }

    private static Double number(Parameter p, Object value) {
        double number = as(p, Number.class, value).doubleValue();
        if (!(number >= p.least() && number <= p.most())) {
            throw thrown(
                    "range",
                    p,
                    "%s is out of range".formatted(value),
                    String.format(Locale.ROOT, "%s to %s", round(p.least()), round(p.most())));
        }
        return number;
    }

    private static String round(double end) {
        return end == Math.rint(end) ? Long.toString((long) end) : Double.toString(end);
    }

    private static <T> T as(Parameter p, Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw kind(p, value);
        }
        return type.cast(value);
    }

    private static RequestException kind(Parameter p, Object value) {
        return thrown(
                "kind",
                p,
                "\"%s\" is of another kind".formatted(shown(value.toString())),
                p.kind().words());
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
    }

    private static RequestException thrown(
            String kind, Parameter p, String message, String suggestion) {
        return new RequestException(List.of(wrong(kind, p.name(), message, suggestion)));
    }

    private static Problem wrong(String kind, String where, String message, String suggestion) {
        return new Problem("mcp.argument." + kind, shown(where), message, suggestion);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text that must be there. */
    String words(String name) {
        return text(name).orElseThrow();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable((Path) values.get(name));
    }

    OptionalLong whole(String name) {
        return has(name) ? OptionalLong.of((Long) values.get(name)) : OptionalLong.empty();
    }

    OptionalDouble number(String name) {
        return has(name) ? OptionalDouble.of((Double) values.get(name)) : OptionalDouble.empty();
    }

    boolean yes(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Optional<Map<?, ?>> object(String name) {
        return Optional.ofNullable((Map<?, ?>) values.get(name));
    }

    List<String> texts(String name) {
        List<?> given = (List<?>) values.getOrDefault(name, List.of());
        return given.stream().map(String.class::cast).toList();
    }
}
