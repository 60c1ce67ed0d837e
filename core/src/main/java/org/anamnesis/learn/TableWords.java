package org.anamnesis.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.table.Variable;

/**
 * Conditions and targets in the words of medicine, put into those of a table: {@code hba1c >= 8} is
 * {@code "a1c" >= 8} where the column of HbA1c is called so. Names of columns stay as they are, and
 * so do values in single quotes.
 */
public final class TableWords {
    private static final Pattern NAMES =
            Pattern.compile(
                    "'(?:[^']|'')*'|\"(?<quoted>(?:[^\"]|\"\")+)\"|(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*)(?<call>\\s*\\()?");

    /** Words of the language itself. */
    private static final Set<String> LANGUAGE =
            Set.of(
                    "and", "or", "not", "in", "is", "between", "missing", "present", "above",
                    "over", "below", "under", "at", "least", "most", "more", "less", "greater",
                    "higher", "lower", "than", "up", "to", "no", "equal", "equals");

    private final Schema schema;
    private final Map<String, String> meant = new LinkedHashMap<>();

    public TableWords(Schema schema) {
        this.schema = schema;
    }

    /** The text with the table's own names of columns, in double quotes where they differ. */
    public String of(String text) {
        List<String> columns = schema.variables().stream().map(Variable::name).toList();
        var out = new StringBuilder();
        Matcher m = NAMES.matcher(text);
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(word(m, columns)));
        }
        return m.appendTail(out).toString();
    }

    private String word(Matcher m, List<String> columns) {
        String name =
                m.group("quoted") == null
                        ? m.group("name")
                        : m.group("quoted").replace("\"\"", "\"");
        boolean own =
                name == null
                        || m.group("call") != null
                        || LANGUAGE.contains(name.toLowerCase(Locale.ROOT))
                        || columns.stream().anyMatch(name::equalsIgnoreCase);
        Optional<ColumnSchema> column =
                own ? Optional.empty() : schema.find(name).filter(ColumnSchema::learned);
        if (column.isEmpty()) {
            boolean value = name == null || !own;
            return value ? sex(m.group()).orElse(m.group()) : m.group();
        }
        meant.put(name, sentence(name, column.get()));
        return '"' + column.get().name().replace("\"", "\"\"") + '"';
    }

    /** "female" as the table's column of sexes has it, in single quotes. */
    private Optional<String> sex(String quoted) {
        String word = quoted.replace("'", "");
        List<ColumnSchema> columns =
                schema.learned().stream()
                        .filter(c -> c.concept().equals(Optional.of(Concepts.SEX)))
                        .filter(c -> c.content() instanceof Content.Levels)
                        .toList();
        Optional<Boolean> female = Answers.female(word).filter(f -> word.length() > 1);
        if (columns.size() != 1 || female.isEmpty()) {
            return Optional.empty();
        }
        List<String> levels = ((Content.Levels) columns.get(0).content()).levels();
        if (levels.stream().anyMatch(word::equalsIgnoreCase)) {
            return Optional.empty();
        }
        Optional<String> level = Answers.sex(levels, female.get());
        level.ifPresent(
                l ->
                        meant.put(
                                word,
                                "%s is '%s' in the column %s."
                                        .formatted(word, l, columns.get(0).name())));
        return level.map(l -> "'" + l.replace("'", "''") + "'");
    }

    private static String sentence(String name, ColumnSchema column) {
        String unit =
                column.content() instanceof Content.Numbers n && !n.unit().isEmpty()
                        ? ", in " + n.unit()
                        : "";
        return "%s is the column %s%s.".formatted(name, column.name(), unit);
    }

    /** Which words were taken for which columns, a sentence each. */
    public List<String> remarks() {
        return List.copyOf(meant.values());
    }
}
