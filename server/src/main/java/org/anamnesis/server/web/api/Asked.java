package org.anamnesis.server.web.api;

import com.fasterxml.jackson.jr.ob.JSON;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * What somebody asked of an endpoint, checked against what it declares: every problem at once.
 *
 * @param values of the body and the query, by name
 */
record Asked(Context ctx, String owner, Map<String, Object> values) {
    /**
     * @throws RequestException with everything that is wrong
     */
    static Asked of(Context ctx, String owner, Endpoint endpoint) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Endpoint.Parameter p : endpoint.parameters()) {
            if (p.in().equals("query")) {
                query(ctx, p, values, problems);
            }
        }
        endpoint.body().ifPresent(shape -> values.putAll(body(ctx, shape, problems)));
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new Asked(ctx, owner, values);
    }

    private static void query(
            Context ctx, Endpoint.Parameter p, Map<String, Object> values, List<Problem> problems) {
        String text = ctx.queryParam(p.name());
        if (text == null) {
            if (p.required()) {
                problems.add(problem(p.name(), "is missing", p.shape()));
            }
            return;
        }
        Object value = text;
        if ("integer".equals(p.shape().get("type"))) {
            try {
                value = Long.valueOf(text);
            } catch (NumberFormatException e) {
                problems.add(problem(p.name(), "is no whole number", p.shape()));
                return;
            }
        }
        check(p.name(), value, p.shape(), problems);
        values.put(p.name(), value);
    }

    private static Map<String, Object> body(
            Context ctx, Map<String, Object> shape, List<Problem> problems) {
        Object sent;
        try {
            String text = ctx.body();
            sent = text.isBlank() ? Map.of() : JSON.std.anyFrom(text);
        } catch (IOException e) {
            problems.add(
                    new Problem(
                            "api.json",
                            "",
                            "the body is no JSON",
                            "an object as /api/v1/openapi.json describes it"));
            return Map.of();
        }
        check("", sent, shape, problems);
        Map<String, Object> values = new LinkedHashMap<>();
        if (sent instanceof Map<?, ?> m) {
            m.forEach((k, v) -> values.put(String.valueOf(k), v));
        }
        return values;
    }

    private static void check(String name, Object value, Map<?, ?> shape, List<Problem> problems) {
        boolean right =
                switch (String.valueOf(shape.get("type"))) {
                    case "string" -> value instanceof String;
                    case "integer" -> value instanceof Integer || value instanceof Long;
                    case "number" -> value instanceof Number;
                    case "boolean" -> value instanceof Boolean;
                    case "array" -> value instanceof List<?>;
                    default -> value instanceof Map<?, ?>;
                };
        if (!right) {
            problems.add(problem(name, "is of another type", shape));
        } else if (value instanceof Map<?, ?> m) {
            members(name, m, shape, problems);
        } else if (value instanceof List<?> all) {
            if (outside(all.size(), shape, "minItems", "maxItems")) {
                problems.add(problem(name, "has too few or too many items", shape));
            }
            for (Object item : all) {
                check(name, item, (Map<?, ?>) shape.get("items"), problems);
            }
        } else if (value instanceof String s) {
            if (s.length() > number(shape, "maxLength", Integer.MAX_VALUE)) {
                problems.add(problem(name, "is too long", shape));
            } else if (shape.get("enum") instanceof List<?> known && !known.contains(s)) {
                problems.add(problem(name, "is none of those known", shape));
            }
        } else if (value instanceof Number n
                && outside(n.longValue(), shape, "minimum", "maximum")) {
            problems.add(problem(name, "is too small or too large", shape));
        }
    }

    private static void members(
            String name, Map<?, ?> value, Map<?, ?> shape, List<Problem> problems) {
        if (!(shape.get("properties") instanceof Map<?, ?> known)) {
            return;
        }
        if (shape.get("required") instanceof List<?> required) {
            for (Object r : required) {
                if (value.get(r) == null) {
                    problems.add(problem(inside(name, r), "is missing", (Map<?, ?>) known.get(r)));
                }
            }
        }
        value.forEach(
                (k, v) -> {
                    if (!known.containsKey(k)) {
                        problems.add(
                                new Problem(
                                        "api.unknown",
                                        inside(name, k),
                                        "there is no such member",
                                        String.join(
                                                ", ",
                                                known.keySet().stream()
                                                        .map(String::valueOf)
                                                        .toList())));
                    } else if (v != null) {
                        check(inside(name, k), v, (Map<?, ?>) known.get(k), problems);
                    }
                });
    }

    private static String inside(String name, Object member) {
        return name.isEmpty() ? String.valueOf(member) : name + "." + member;
    }

    private static boolean outside(long value, Map<?, ?> shape, String least, String most) {
        return value < number(shape, least, Long.MIN_VALUE)
                || value > number(shape, most, Long.MAX_VALUE);
    }

    private static long number(Map<?, ?> shape, String key, long otherwise) {
        return shape.get(key) instanceof Number n ? n.longValue() : otherwise;
    }

    private static Problem problem(String name, String what, Map<?, ?> shape) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        shape.forEach(
                (k, v) -> {
                    if (!k.equals("description") && !k.equals("properties") && !k.equals("items")) {
                        wanted.put(String.valueOf(k), v);
                    }
                });
        String described = String.valueOf(shape.get("description"));
        return new Problem(
                "api.value",
                name,
                (name.isEmpty() ? "the body" : name) + " " + what,
                described + " " + wanted);
    }

    String path(String name) {
        return ctx.pathParam(name);
    }

    /** A text that the endpoint requires. */
    String text(String name) {
        return (String) values.get(name);
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    long whole(String name, long otherwise) {
        return values.get(name) instanceof Number n ? n.longValue() : otherwise;
    }
}
