package org.anamnesis.learn;

import java.util.Locale;
import java.util.Set;

/**
 * Names and values as they stand in rules and conditions: {@code 'values'} in single quotes, {@code
 * "column names"} in double ones where they are no plain words. A quote inside is doubled.
 */
final class RuleWords {
    /** Words of the language: a column of such a name is written in quotes. */
    private static final Set<String> KEPT =
            Set.of(
                    "only", "if", "and", "or", "not", "in", "is", "present", "missing", "between",
                    "follows", "from", "always", "floor", "round", "abs", "sqrt", "log", "exp");

    private RuleWords() {}

    /** A column's name as it stands in a rule. */
    static String quoted(String column) {
        boolean plain =
                column.matches("[\\p{L}_][\\p{L}\\p{N}_.]*")
                        && !KEPT.contains(column.toLowerCase(Locale.ROOT));
        return plain ? column : "\"" + column.replace("\"", "\"\"") + "\"";
    }

    /** A value of a category as it stands in a rule. */
    static String value(String level) {
        return "'" + level.replace("'", "''") + "'";
    }
}
