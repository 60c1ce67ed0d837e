package org.anamnesis.learn;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of a condition.
 *
 * @param text without quotes, signs and bare words as written
 * @param at position of its first letter, from 0
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        NUMBER,
        NAME,
        QUOTED_NAME,
        TEXT,
        SIGN,
        END
    }

    private static final Pattern NEXT =
            Pattern.compile(
                    "(?<date>\\d{4}-\\d{2}-\\d{2})(?![\\d-])|(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)"
                            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*)"
                            + "|\"(?<quoted>(?:[^\"]|\"\")+)\"|`(?<back>[^`]+)`|'(?<text>(?:[^']|'')*)'"
                            + "|(?<sign><=|>=|!=|<>|==|[-+*/^()=<>,])");

    /** Whether it is this sign or word of the language, in any case. */
    boolean is(String word) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equalsIgnoreCase(word);
    }

    /**
     * The tokens of a text with {@link Kind#END} last.
     *
     * @throws NoConditionException at the first sign that none can be
     */
    static List<Token> of(String text) throws NoConditionException {
        List<Token> tokens = new ArrayList<>();
        Matcher m = NEXT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            m.region(at, text.length());
            if (!m.lookingAt()) {
                String what = text.charAt(at) == '\'' ? "a quote that does not end" : "a sign";
                throw new NoConditionException(
                        at, "There is %s that has no meaning".formatted(what));
            }
            tokens.add(read(m, at));
            at = m.end();
        }
        tokens.add(new Token(Kind.END, "", text.length()));
        return tokens;
    }

    /** Days since 1970-01-01, as columns of dates have them; empty if it is no date of ISO 8601. */
    static OptionalLong days(String text) {
        try {
            return OptionalLong.of(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException e) { // "2021-02-30" is a word like any other
            return OptionalLong.empty();
        }
    }

    private static Token read(Matcher m, int at) {
        if (m.group("date") != null) {
            OptionalLong days = days(m.group("date"));
            return days.isPresent()
                    ? new Token(Kind.NUMBER, Long.toString(days.getAsLong()), at)
                    : new Token(Kind.TEXT, m.group("date"), at);
        }
        if (m.group("number") != null) {
            return new Token(Kind.NUMBER, m.group("number"), at);
        }
        if (m.group("name") != null) {
            return new Token(Kind.NAME, m.group("name"), at);
        }
        if (m.group("quoted") != null) {
            return new Token(Kind.QUOTED_NAME, m.group("quoted").replace("\"\"", "\""), at);
        }
        if (m.group("back") != null) {
            return new Token(Kind.QUOTED_NAME, m.group("back"), at);
        }
        if (m.group("text") != null) {
            return new Token(Kind.TEXT, m.group("text").replace("''", "'"), at);
        }
        String sign = m.group("sign").toLowerCase(Locale.ROOT);
        return new Token(Kind.SIGN, sign.equals("==") ? "=" : sign.equals("<>") ? "!=" : sign, at);
    }
}
