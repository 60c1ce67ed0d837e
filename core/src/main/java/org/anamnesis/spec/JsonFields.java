package org.anamnesis.spec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;

/** Typed access to JSON values; whatever is wrong becomes a problem, and reading goes on. */
final class JsonFields {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void problem(String code, String where, String message, String suggestion) {
        // a hostile file must not steer the terminal through its keys
        String shown = where.replaceAll("\\p{Cntrl}", " ");
        problems.add(new Problem(code, shown, message, suggestion));
    }

    void type(String where, String wanted) {
        problem("spec.type", where, "This is not " + wanted + ".", wanted);
    }

    /** Reports every key that is not one of these. */
    void known(Map<?, ?> map, String path, String... keys) {
        for (Object key : map.keySet()) {
            if (!List.of(keys).contains(key)) {
                problem(
                        "spec.key.unknown",
                        path + key,
                        "There is no entry of this name here.",
                        "one of " + String.join(", ", keys));
            }
        }
    }

    /** A whole number not below {@code least}. */
    Optional<Long> whole(Map<?, ?> map, String path, String key, long least) {
        Object value = map.get(key);
        if (!map.containsKey(key)) {
            return Optional.empty();
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        if (!whole || ((Number) value).longValue() < least) {
            String from = least == Long.MIN_VALUE ? "" : " from " + least;
            type(path + key, "a whole number" + from);
            return Optional.empty();
        }
        return Optional.of(((Number) value).longValue());
    }

    Optional<Double> number(Map<?, ?> map, String path, String key) {
        Object value = map.get(key);
        if (!map.containsKey(key)) {
            return Optional.empty();
        }
        if (!(value instanceof Number n)
                || value instanceof BigInteger
                || !Double.isFinite(n.doubleValue())) {
            type(path + key, "a number");
            return Optional.empty();
        }
        return Optional.of(n.doubleValue());
    }

    Optional<String> text(Map<?, ?> map, String path, String key) {
        if (!map.containsKey(key)) {
            return Optional.empty();
        }
        if (map.get(key) instanceof String s) {
            return Optional.of(s);
        }
        type(path + key, "a text");
        return Optional.empty();
    }

    /** True or false; false if it is not there. */
    boolean flag(Map<?, ?> map, String path, String key) {
        if (map.containsKey(key) && !(map.get(key) instanceof Boolean)) {
            type(path + key, "true or false");
        }
        return Boolean.TRUE.equals(map.get(key));
    }

    Optional<List<?>> list(Map<?, ?> map, String path, String key) {
        if (!map.containsKey(key)) {
            return Optional.empty();
        }
        if (map.get(key) instanceof List<?> l) {
            return Optional.of(l);
        }
        type(path + key, "a list");
        return Optional.empty();
    }

    Optional<List<String>> texts(Map<?, ?> map, String path, String key) {
        Optional<List<?>> found = list(map, path, key);
        if (found.isPresent() && !found.get().stream().allMatch(String.class::isInstance)) {
            type(path + key, "a list of texts");
            return Optional.empty();
        }
        return found.map(l -> l.stream().map(String.class::cast).toList());
    }

    Optional<Map<?, ?>> object(Map<?, ?> map, String path, String key) {
        if (!map.containsKey(key)) {
            return Optional.empty();
        }
        if (map.get(key) instanceof Map<?, ?> m) {
            return Optional.of(m);
        }
        type(path + key, "an object");
        return Optional.empty();
    }
}
