package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a stated rule: numbers, signs, names, {@code 'values'} in single quotes, {@code
 * "column names"} in double ones. A quote inside is doubled.
 */
final class RuleWords {
    enum Kind {
        NUMBER,
        NAME,
        QUOTED_NAME,
        VALUE,
        SIGN,
        END
    }

    /**
     * @param text without quotes
     */
    record Word(Kind kind, String text) {
        boolean is(String word) {
            return kind != Kind.VALUE && kind != Kind.QUOTED_NAME && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern WORD =
            Pattern.compile(
                    "\\s*(?:(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
                            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*)"
                            + "|\"(?<quoted>(?:[^\"]|\"\")+)\"|'(?<value>(?:[^']|'')*)'"
                            + "|(?<sign><=|>=|!=|<>|==|[-+*/^()=<>,]))");

    /** Words of the language: a column of such a name is written in quotes. */
    private static final Set<String> KEPT =
            Set.of(
                    "only", "if", "and", "or", "not", "in", "is", "present", "missing", "between",
                    "follows", "from", "always", "floor", "round", "abs", "sqrt", "log", "exp");

    private RuleWords() {}

    /** The words of a text and {@link Kind#END}; the place of the first sign that is none. */
    static List<Word> of(String text) throws UnknownSignException {
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        int at = 0;
        int end = text.stripTrailing().length();
        while (at < end) {
            if (!m.find(at) || m.start() != at) {
                throw new UnknownSignException(text.substring(at).strip());
            }
            words.add(word(m));
            at = m.end();
        }
        words.add(new Word(Kind.END, ""));
        return words;
    }

    private static Word word(Matcher m) {
        if (m.group("number") != null) {
            return new Word(Kind.NUMBER, m.group("number"));
        } else if (m.group("name") != null) {
            return new Word(Kind.NAME, m.group("name"));
        } else if (m.group("quoted") != null) {
            return new Word(Kind.QUOTED_NAME, m.group("quoted").replace("\"\"", "\""));
        } else if (m.group("value") != null) {
            return new Word(Kind.VALUE, m.group("value").replace("''", "'"));
        }
        return new Word(Kind.SIGN, m.group("sign"));
    }

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

    /** A sign that the language does not have. */
    static final class UnknownSignException extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownSignException(String rest) {
            super(rest);
        }
    }
}
