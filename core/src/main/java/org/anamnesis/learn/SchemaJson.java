package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** A schema as JSON: shown to the user, edited, and given back. */
public final class SchemaJson {
    /** Version of the format. */
    static final int VERSION = 1;

    static final String MARK = "anamnesis_schema";

    private static final String TABLES = "tables";

    private SchemaJson() {}

    /** The same text for the same schema, ending in a line feed. */
    public static String write(Schema schema) {
        return JsonText.write(object(schema));
    }

    /**
     * A schema that the user may have edited. Entries that are left out are filled from the table.
     *
     * @throws RequestException with every problem of the text, also where it does not fit the table
     */
    public static Schema read(String text, SourceTable table) {
        return new SchemaReader(Optional.of(table)).read(parsed(text));
    }

    /** The schemas of two tables that are joined, persons first. */
    public static String writeTwo(List<Schema> schemas) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(TABLES, schemas.stream().map(SchemaJson::object).toList());
        return JsonText.write(m);
    }

    /**
     * What {@link #writeTwo} wrote and the user may have edited.
     *
     * @throws RequestException with every problem of the text
     */
    public static List<Schema> readTwo(String text, TwoTables tables) {
        if (!(parsed(text).get(TABLES) instanceof List<?> list)
                || list.size() != 2
                || !list.stream().allMatch(Map.class::isInstance)) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "schema.tables",
                                    TABLES,
                                    "This is not the schema of two tables.",
                                    "the schema that anamnesis learn wrote for two tables")));
        }
        List<Problem> problems = new ArrayList<>();
        List<Schema> schemas = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            SourceTable table = t == 0 ? tables.persons() : tables.rows();
            try {
                schemas.add(new SchemaReader(Optional.of(table)).read((Map<?, ?>) list.get(t)));
            } catch (RequestException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        tables.check(schemas);
        return schemas;
    }

    private static Map<String, Object> parsed(String text) {
        try {
            return JsonText.read(text);
        } catch (JsonText.Broken e) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "schema.json",
                                    "the schema",
                                    e.getMessage(),
                                    "the schema that anamnesis learn wrote, edited with care")));
        }
    }

    /**
     * A complete schema, as a model file holds it.
     *
     * @throws RequestException with every problem
     */
    static Schema of(Map<?, ?> object) {
        return new SchemaReader(Optional.empty()).read(object);
    }

    static Map<String, Object> object(Schema schema) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(MARK, VERSION);
        m.put("separator", String.valueOf(schema.separator()));
        schema.order().ifPresent(o -> m.put("order", o));
        List<Object> columns = new ArrayList<>();
        schema.columns().forEach(c -> columns.add(column(c)));
        m.put("columns", columns);
        return m;
    }

    private static Map<String, Object> column(ColumnSchema c) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", c.name());
        m.put("kind", c.content().kind());
        m.put("keep", c.keep());
        c.concept().ifPresent(id -> m.put("concept", id));
        if (c.content() instanceof Content.Numbers n) {
            m.put("unit", n.unit());
            m.put("decimals", n.decimals());
            m.put("written", n.written());
            m.put("step", n.step());
            m.put("style", n.style().key());
            if (!n.signs().before().isEmpty()) {
                m.put("before", n.signs().before());
            }
            if (!n.signs().after().isEmpty()) {
                m.put("after", n.signs().after());
            }
            if (!n.signs().limits().isEmpty()) {
                m.put("limits", n.signs().limits());
            }
            n.heaping()
                    .ifPresent(
                            h -> {
                                m.put("heaping_multiple", h.multiple());
                                m.put("heaping_share", h.share());
                            });
        } else if (c.content() instanceof Content.Levels l) {
            m.put("levels", l.levels());
            l.other().ifPresent(o -> m.put("other", o));
        } else if (c.content() instanceof Content.Dates d) {
            m.put("formats", d.formats().stream().map(DateFormat::pattern).toList());
        } else if (c.content() instanceof Content.Constant v) {
            m.put("value", v.value());
        }
        m.put("missing", c.missing());
        m.put("mark", c.mark());
        m.put("why", c.why());
        return m;
    }
}
