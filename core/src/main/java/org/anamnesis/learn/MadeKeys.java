package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys for made persons that no real person has: what stands before the number in every key of the
 * table, and a number.
 *
 * @param prefix the same in all keys, such as "P-"; may be empty
 * @param above persons are counted from the number behind it
 */
public record MadeKeys(String prefix, long above) {
    /** Keys that are no numbers behind a word. */
    private static final MadeKeys PLAIN = new MadeKeys("", 0);

    /** More digits than a number of the program has. */
    private static final int MOST_DIGITS = 18;

    /** A longer word would not be a way of writing numbers. */
    private static final int LONGEST = 12;

    private static final Pattern KEY =
            Pattern.compile("(?<prefix>[\\p{L}_.#/ -]{0," + LONGEST + "})(?<number>\\d+)([.]0*)?");

    public MadeKeys {
        requireNonNull(prefix, "prefix");
        if (above < 0 || !prefix.matches("[\\p{L}_.#/ -]{0," + LONGEST + "}")) {
            throw new IllegalArgumentException("keys \"%s\" from %d".formatted(prefix, above));
        }
    }

    /**
     * Behind what all keys of the table begin with, the power of ten above every number: it tells
     * no more of the keys than how many digits they have. Where they do not begin alike, plain
     * numbers are above all that are numbers.
     */
    public static MadeKeys of(SourceTable table, Schema schema) {
        int k = schema.key().map(table.names()::indexOf).orElse(-1);
        if (k < 0) {
            return PLAIN;
        }
        TextColumn column = table.column(k);
        String prefix = prefix(column);
        int digits = 0;
        for (int code = 0; code < column.distinct(); code++) {
            Matcher m = KEY.matcher(column.text(code).strip());
            if (m.matches() && m.group("prefix").equals(prefix)) {
                String number = m.group("number").replaceFirst("^0+", "");
                boolean padded = m.group("number").length() <= MOST_DIGITS && !prefix.isEmpty();
                int length = padded ? m.group("number").length() : number.length();
                digits = length <= MOST_DIGITS ? Math.max(digits, length) : digits;
            }
        }
        return new MadeKeys(prefix, digits == 0 ? 0 : Math.round(Math.pow(10, digits)));
    }

    /** What every key that is there begins with; empty if they differ. */
    private static String prefix(TextColumn column) {
        String common = "";
        boolean first = true;
        for (int code = 0; code < column.distinct(); code++) {
            String text = column.text(code).strip();
            if (MissingMarks.isMark(text)) {
                continue;
            }
            Matcher m = KEY.matcher(text);
            if (!m.matches() || !(first || m.group("prefix").equals(common))) {
                return "";
            }
            common = m.group("prefix");
            first = false;
        }
        return common;
    }

    /** Of two tables that are joined by their keys: above those of both. */
    public MadeKeys and(MadeKeys other) {
        return prefix.equals(other.prefix)
                ? new MadeKeys(prefix, Math.max(above, other.above))
                : new MadeKeys("", Math.max(above, other.above));
    }

    /** The key of a made person. */
    String text(long person) {
        return prefix + person;
    }
}
