package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a schema from its JSON object; what is left out is filled from the table, if there is one.
 */
final class SchemaReader {
    private static final List<String> KINDS =
            List.of("number", "category", "date", "constant", "key", "identifier", "text");

    private static final List<String> KEYS =
            List.of(
                    "name",
                    "kind",
                    "keep",
                    "concept",
                    "unit",
                    "decimals",
                    "written",
                    "step",
                    "style",
                    "before",
                    "after",
                    "limits",
                    "heaping_multiple",
                    "heaping_share",
                    "levels",
                    "other",
                    "formats",
                    "value",
                    "missing",
                    "mark",
                    "why");

    private final Optional<SourceTable> table;
    private final Remarks remarks = new Remarks();

    SchemaReader(Optional<SourceTable> table) {
        this.table = table;
    }

    Schema read(Map<?, ?> root) {
        var top = new Fields(root, "", remarks);
        top.known(List.of(SchemaJson.MARK, "separator", "order", "columns"));
        int version = top.whole(SchemaJson.MARK, 1, Integer.MAX_VALUE).orElse(0);
        if (version != SchemaJson.VERSION) {
            top.problem(
                    SchemaJson.MARK,
                    version == 0
                            ? "This is not a schema of Anamnesis."
                            : "The schema is of version %d, this program reads %d."
                                    .formatted(version, SchemaJson.VERSION),
                    "the schema that anamnesis learn writes");
        }
        Optional<String> separator = top.text("separator");
        if (separator.isPresent() && separator.get().length() != 1) {
            top.problem("separator", "This is not one character.", ",");
        }
        List<?> list = top.list("columns").orElse(List.of());
        if (list.isEmpty()) {
            top.problem("columns", "No column is described.", "one entry a column");
        }
        List<Map<?, ?>> maps = objects(list);
        Persons persons = persons(maps);
        Map<String, ColumnSchema> byName = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            String path = "columns[%d].".formatted(i);
            column(new Fields(maps.get(i), path, remarks), persons)
                    .ifPresent(
                            c -> {
                                names.add(c.name());
                                byName.put(c.name(), c);
                            });
        }
        names(maps, names);
        Optional<String> order = top.text("order");
        if (order.isPresent() && !byName.containsKey(order.get())) {
            top.problem("order", "There is no such column.", "the name of a column");
        }
        remarks.check();
        List<String> inOrder = table.map(SourceTable::names).orElse(names);
        List<ColumnSchema> columns = inOrder.stream().map(byName::get).toList();
        char between =
                separator
                        .map(s -> s.charAt(0))
                        .orElse(table.map(SourceTable::separator).orElse(','));
        return new Schema(columns, between, key(columns), order);
    }

    private List<Map<?, ?>> objects(List<?> list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> m) {
                maps.add(m);
            } else {
                remarks.problem(
                        "schema.columns",
                        "columns[%d]".formatted(i),
                        "This is not an object.",
                        "{\"name\": ...}");
            }
        }
        return maps;
    }

    /** Whose the rows are by the column that the schema calls the key. */
    private Persons persons(List<Map<?, ?>> maps) {
        List<String> keys =
                maps.stream()
                        .filter(m -> "key".equals(m.get("kind")))
                        .map(m -> String.valueOf(m.get("name")))
                        .toList();
        if (keys.size() > 1) {
            remarks.problem(
                    "schema.key",
                    String.join(", ", keys),
                    "More than one column is the key of persons.",
                    "one column of kind key");
        }
        if (table.isEmpty()) {
            return Persons.each(0);
        }
        OptionalInt at = keys.size() == 1 ? place(keys.get(0)) : OptionalInt.empty();
        return at.isPresent()
                ? Persons.by(table.get(), at.getAsInt())
                : Persons.each(table.get().rows());
    }

    private OptionalInt place(String name) {
        return IntStream.range(0, table.get().names().size())
                .filter(k -> table.get().names().get(k).equals(name))
                .findFirst();
    }

    private static Optional<String> key(List<ColumnSchema> columns) {
        return columns.stream()
                .filter(c -> c.content() instanceof Content.Key)
                .map(ColumnSchema::name)
                .findFirst();
    }

    /** Says which columns are described twice, are not in the table, or are not described. */
    private void names(List<Map<?, ?>> maps, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                remarks.problem(
                        "schema.column.twice",
                        name,
                        "The column is described twice.",
                        "one entry a column");
            }
        }
        List<String> told = maps.stream().map(m -> String.valueOf(m.get("name"))).toList();
        for (String name : table.map(SourceTable::names).orElse(List.of())) {
            if (!told.contains(name)) {
                remarks.problem(
                        "schema.column.missing",
                        name,
                        "The table has this column, the schema does not.",
                        "an entry for it; \"keep\": false leaves it out");
            }
        }
    }

    private Optional<ColumnSchema> column(Fields f, Persons persons) {
        f.known(KEYS);
        Optional<String> name = f.text("name");
        if (name.isEmpty()) {
            if (!f.has("name")) {
                f.problem("name", "The column has no name.", "the name in the header");
            }
            return Optional.empty();
        }
        OptionalInt at = table.isPresent() ? place(name.get()) : OptionalInt.empty();
        if (table.isPresent() && at.isEmpty()) {
            f.problem(
                    "name",
                    "The table has no column " + Remarks.shown(name.get()) + ".",
                    "one of its header");
            return Optional.empty();
        }
        Optional<ColumnProfile> profile =
                at.isPresent()
                        ? Optional.of(new ColumnProfile(table.get(), at.getAsInt(), persons))
                        : Optional.empty();
        Optional<ColumnSchema> found = profile.map(ColumnProfile::schema);
        String kind = f.text("kind").orElse(found.map(c -> c.content().kind()).orElse(""));
        if (!KINDS.contains(kind)) {
            f.problem(
                    "kind",
                    "There is no such kind of column.",
                    "one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        List<String> missing =
                f.texts("missing").orElse(found.map(ColumnSchema::missing).orElse(List.of()));
        Optional<Content> filled =
                found.map(ColumnSchema::content).filter(c -> c.kind().equals(kind));
        if (filled.isEmpty()) {
            filled = profile.flatMap(p -> p.as(kind, missing));
        }
        Optional<Content> content = content(f, kind, filled);
        boolean hidden = kind.equals("identifier") || kind.equals("text");
        boolean keep = f.flag("keep").orElse(!hidden);
        if (keep && hidden) {
            f.problem(
                    "keep",
                    "What points to persons or may say anything cannot be kept.",
                    "\"keep\": false, or another kind, such as category");
        }
        List<String> why = f.texts("why").orElse(List.of());
        return content.map(
                c ->
                        new ColumnSchema(
                                name.get(),
                                c,
                                keep,
                                why,
                                missing,
                                f.text("mark").orElse(found.map(ColumnSchema::mark).orElse("")),
                                f.text("concept")));
    }

    private Optional<Content> content(Fields f, String kind, Optional<Content> filled) {
        return switch (kind) {
            case "number" -> numbers(f, filled.map(Content.Numbers.class::cast)).map(c -> c);
            case "category" -> levels(f, filled.map(Content.Levels.class::cast)).map(c -> c);
            case "date" -> dates(f, filled.map(Content.Dates.class::cast)).map(c -> c);
            case "constant" ->
                    Optional.of(
                            new Content.Constant(
                                    f.text("value")
                                            .or(
                                                    () ->
                                                            filled.map(
                                                                    c ->
                                                                            ((Content.Constant) c)
                                                                                    .value()))
                                            .orElse("")));
            case "key" -> Optional.of(new Content.Key());
            case "identifier" -> Optional.of(new Content.Identifier());
            default -> Optional.of(new Content.Text());
        };
    }

    private static Signs signs(Fields f, Signs filled) {
        return new Signs(
                f.text("before").orElse(filled.before()),
                f.text("after").orElse(filled.after()),
                f.texts("limits").orElse(filled.limits()));
    }

    private Optional<Content.Numbers> numbers(Fields f, Optional<Content.Numbers> filled) {
        Optional<NumberStyle> style = filled.map(Content.Numbers::style);
        Optional<String> told = f.text("style");
        if (told.isPresent()) {
            style =
                    Arrays.stream(NumberStyle.values())
                            .filter(s -> s.key().equals(told.get()))
                            .findFirst();
            if (style.isEmpty()) {
                f.problem(
                        "style",
                        "Numbers are not written so.",
                        "1234.5 or 1234,5 or 1,234.5 or 1.234,5 or 1.2345e3 or 1,2345e3");
            }
        }
        Optional<Integer> decimals =
                f.whole("decimals", 0, 9).or(() -> filled.map(Content.Numbers::decimals));
        if (decimals.isEmpty() || style.isEmpty()) {
            if (filled.isEmpty() && told.isEmpty()) {
                f.problem("kind", "The column holds no number.", "category or text");
            }
            return Optional.empty();
        }
        double smallest = Math.pow(10, -decimals.get());
        boolean same = filled.map(n -> n.decimals() == decimals.get()).orElse(true);
        double step =
                f.positive("step")
                        .or(() -> filled.filter(n -> same).map(Content.Numbers::step))
                        .orElse(smallest);
        double multiple = f.positive("heaping_multiple").orElse(0.0);
        double share = f.positive("heaping_share").orElse(0.0);
        return Optional.of(
                new Content.Numbers(
                        style.get(),
                        decimals.get(),
                        f.whole("written", 0, 9)
                                .or(() -> filled.map(Content.Numbers::written))
                                .orElse(0),
                        Math.max(step, smallest),
                        f.text("unit").or(() -> filled.map(Content.Numbers::unit)).orElse(""),
                        multiple > 0 && share > 0
                                ? Optional.of(new Content.Heaping(multiple, share))
                                : filled.flatMap(Content.Numbers::heaping),
                        signs(f, filled.map(Content.Numbers::signs).orElse(Signs.NONE))));
    }

    private static Optional<Content.Levels> levels(Fields f, Optional<Content.Levels> filled) {
        Optional<List<String>> told = f.texts("levels");
        List<String> levels = told.or(() -> filled.map(Content.Levels::levels)).orElse(List.of());
        Optional<String> other = f.text("other");
        if (told.isEmpty() && other.isEmpty()) {
            other = filled.flatMap(Content.Levels::other);
        }
        if (levels.isEmpty()) {
            f.problem(
                    "levels",
                    "The category has no level that five people share.",
                    "a list of levels");
            return Optional.empty();
        }
        if (levels.stream().distinct().count() != levels.size()) {
            f.problem("levels", "A level stands there twice.", "each level once");
            return Optional.empty();
        }
        if (other.isPresent() && !levels.contains(other.get())) {
            f.problem(
                    "other",
                    "This is not one of the levels.",
                    String.join(", ", levels.subList(0, Math.min(5, levels.size()))));
            return Optional.empty();
        }
        return Optional.of(new Content.Levels(levels, other));
    }

    private static Optional<Content.Dates> dates(Fields f, Optional<Content.Dates> filled) {
        Optional<List<String>> told = f.texts("formats");
        if (told.isEmpty()) {
            if (filled.isEmpty()) {
                f.problem(
                        "formats",
                        "The column holds no date in a known format.",
                        "[\"dd/MM/yyyy\"]");
            }
            return filled;
        }
        List<DateFormat> formats = new ArrayList<>();
        for (String pattern : told.get()) {
            DateFormat.of(pattern)
                    .ifPresentOrElse(
                            formats::add,
                            () ->
                                    f.problem(
                                            "formats",
                                            "\"%s\" is no format of a date."
                                                    .formatted(Remarks.shown(pattern)),
                                            "yyyy-MM-dd, dd/MM/yyyy, MM/dd/yyyy, d-MMM-yyyy, with HH:mm:ss if needed"));
        }
        return formats.isEmpty() ? Optional.empty() : Optional.of(new Content.Dates(formats));
    }
}
