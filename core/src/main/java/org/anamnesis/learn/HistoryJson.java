package org.anamnesis.learn;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/** The columns of a table with several rows a person, in the header of a model file. */
final class HistoryJson {
    private HistoryJson() {}

    static Map<String, Object> object(HistoryModel of) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("fixed", List.copyOf(of.layout().fixed()));
        m.put("dates", List.copyOf(of.layout().dates()));
        of.layout().order().ifPresent(o -> m.put("order", o));
        m.put("count", of.layout().count());
        m.put("keys", of.keys().above());
        if (!of.keys().prefix().isEmpty()) {
            m.put("key_prefix", of.keys().prefix());
        }
        of.second()
                .ifPresent(
                        s -> {
                            Map<String, Object> second = new LinkedHashMap<>();
                            second.put("file", s.file());
                            second.put("persons_file", s.personsFile());
                            second.put("schema", SchemaJson.object(s.schema()));
                            m.put("second", second);
                        });
        return m;
    }

    static MadeKeys keys(Map<?, ?> m) throws IOException {
        String prefix = m.get("key_prefix") instanceof String p ? p : "";
        try {
            if (m.get("keys") instanceof Number n) {
                return new MadeKeys(prefix, n.longValue());
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the keys cannot be so", e);
        }
        throw new IOException("the keys are not told");
    }

    /** The second table, if there is one. */
    static Optional<SecondTable> second(Map<?, ?> m) throws IOException {
        if (m.get("second") == null) {
            return Optional.empty();
        }
        if (m.get("second") instanceof Map<?, ?> second
                && second.get("file") instanceof String file
                && second.get("persons_file") instanceof String persons
                && second.get("schema") instanceof Map<?, ?> schema) {
            try {
                return Optional.of(new SecondTable(SchemaJson.of(schema), file, persons));
            } catch (RequestException e) {
                throw new IOException("the second schema cannot be read", e);
            }
        }
        throw new IOException("the second table is not described");
    }

    /**
     * @param columns all that are learned
     */
    static HistoryLayout layout(Map<?, ?> m, List<Variable> columns) throws IOException {
        Optional<String> order =
                m.get("order") instanceof String o ? Optional.of(o) : Optional.empty();
        try {
            return new HistoryLayout(
                    columns,
                    texts(m.get("fixed")),
                    texts(m.get("dates")),
                    order,
                    String.valueOf(m.get("count")));
        } catch (IllegalArgumentException e) {
            throw new IOException("its columns do not fit", e);
        }
    }

    private static Set<String> texts(Object list) throws IOException {
        if (!(list instanceof List<?> texts)
                || !texts.stream().allMatch(String.class::isInstance)) {
            throw new IOException("no list of columns");
        }
        Set<String> out = new LinkedHashSet<>();
        texts.forEach(t -> out.add((String) t));
        return out;
    }
}
