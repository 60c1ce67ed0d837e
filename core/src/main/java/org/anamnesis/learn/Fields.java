package org.anamnesis.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed entries of one JSON object; whatever is wrong becomes a problem, and reading goes on. */
final class Fields {
    private final Map<?, ?> map;
    private final String path;
    private final Remarks remarks;

    /**
     * @param path of the object for messages, for example {@code columns[2]}
     */
    Fields(Map<?, ?> map, String path, Remarks remarks) {
        this.map = map;
        this.path = path;
        this.remarks = remarks;
    }

    void problem(String key, String message, String suggestion) {
        remarks.problem("schema." + key, path + key, message, suggestion);
    }

    /** Reports every key that is not one of these. */
    void known(List<String> keys) {
        for (Object key : map.keySet()) {
            if (!keys.contains(key)) {
                remarks.problem(
                        "schema.unknown",
                        path + key,
                        "There is no entry of this name here.",
                        "one of " + String.join(", ", keys));
            }
        }
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    Optional<String> text(String key) {
        return typed(key, String.class, "a text");
    }

    Optional<Boolean> flag(String key) {
        return typed(key, Boolean.class, "true or false");
    }

    /** A whole number from {@code low} to {@code high}. */
    Optional<Integer> whole(String key, int low, int high) {
        Optional<Number> found = typed(key, Number.class, "a whole number");
        if (found.isPresent()) {
            double v = found.get().doubleValue();
            if (!(v >= low && v <= high && v == Math.rint(v))) {
                problem(
                        key,
                        "This is no whole number from %d to %d.".formatted(low, high),
                        "" + low);
                return Optional.empty();
            }
        }
        return found.map(Number::intValue);
    }

    /** A finite number above 0. */
    Optional<Double> positive(String key) {
        Optional<Double> found = typed(key, Number.class, "a number").map(Number::doubleValue);
        if (found.isPresent() && !(found.get() > 0 && found.get() < Double.POSITIVE_INFINITY)) {
            problem(key, "This is no number above 0.", "1");
            return Optional.empty();
        }
        return found;
    }

    Optional<List<String>> texts(String key) {
        Optional<List<?>> found = list(key);
        if (found.isPresent() && !found.get().stream().allMatch(String.class::isInstance)) {
            problem(key, "This is not a list of texts.", "[\"one\", \"two\"]");
            return Optional.empty();
        }
        return found.map(l -> l.stream().map(String.class::cast).toList());
    }

    Optional<List<?>> list(String key) {
        return typed(key, List.class, "a list").map(l -> (List<?>) l);
    }

    private <T> Optional<T> typed(String key, Class<T> type, String wanted) {
        Object value = map.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            problem(key, "This is not " + wanted + ".", wanted);
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }
}
