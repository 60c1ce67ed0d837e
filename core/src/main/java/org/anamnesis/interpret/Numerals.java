package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Number words. In the tables "#7" adds seven and "#*1000" multiplies what stands before by a
 * thousand; "cinco" and "mil" become "5000", "fünfundzwanzig" is taken apart first.
 */
final class Numerals {
    private static final String ADDS = "#";
    private static final String MULTIPLIES = "#*";

    private Numerals() {}

    /** Runs of number words as digits. */
    static List<Part> joined(List<Part> parts) {
        List<Part> all = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); ) {
            int next = run(parts, i, all);
            if (next == i) {
                all.add(parts.get(i++));
            } else {
                i = next;
            }
        }
        return all;
    }

    private static int run(List<Part> parts, int from, List<Part> all) {
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal open = null;
        int i = from;
        int words = 0;
        for (; i < parts.size(); i++) {
            String e = word(parts, i);
            boolean digits = i == from && parts.get(i).number();
            if (digits) {
                open = new BigDecimal(parts.get(i).english());
            } else if (e.startsWith(MULTIPLIES)) {
                BigDecimal scale = new BigDecimal(e.substring(2));
                BigDecimal base = open == null ? BigDecimal.ONE : open;
                boolean hundred = scale.intValue() == 100;
                open = hundred ? base.multiply(scale) : null;
                done = hundred ? done : done.add(base.multiply(scale));
                words++;
            } else if (e.startsWith(ADDS) && !parts.get(from).number()) {
                BigDecimal value = new BigDecimal(e.substring(1));
                boolean and = i > from && parts.get(i - 1).is("and");
                if (!room(open, value, and)) {
                    break;
                }
                open = open == null ? value : open.add(value);
                words++;
            } else if (!(e.equals("and") && open != null && numeral(parts, i + 1, open))) {
                break;
            }
        }
        if (words == 0) {
            return from;
        }
        BigDecimal value = open == null ? done : done.add(open);
        all.add(
                Part.number(
                        value.stripTrailingZeros().toPlainString(),
                        parts.get(from).start(),
                        parts.get(i - 1).end()));
        return i;
    }

    /** What a table made of a word; nothing for what the user typed, which may be "#". */
    private static String word(List<Part> parts, int i) {
        return i < parts.size() && !parts.get(i).asIs() ? parts.get(i).english() : "";
    }

    /** "treinta y cinco", "fünf und zwanzig", but not "cinco y seis". */
    private static boolean numeral(List<Part> parts, int i, BigDecimal open) {
        String e = word(parts, i);
        return e.startsWith(ADDS)
                && !e.startsWith(MULTIPLIES)
                && room(open, new BigDecimal(e.substring(1)), true);
    }

    private static boolean room(BigDecimal open, BigDecimal added, boolean and) {
        if (open == null) {
            return true;
        }
        int last = open.intValue() % 100;
        int value = added.intValue();
        boolean tens = value >= 20 && value < 100 && value % 10 == 0;
        return (last == 0 && value < 100)
                || (last >= 20 && last % 10 == 0 && value < 10)
                || ((last == 60 || last == 80) && value < 20)
                || (and && last < 10 && tens);
    }

    /** "zweihundertfünfzig" in its number words, if it is nothing but number words. */
    static Optional<List<Part>> apart(PhraseBook book, Piece piece) {
        List<Part> parts = new ArrayList<>();
        return piece.key().length() < 60 && apart(book, piece, 0, parts)
                ? Optional.of(parts)
                : Optional.empty();
    }

    private static boolean apart(PhraseBook book, Piece piece, int from, List<Part> parts) {
        String key = piece.key();
        if (from == key.length()) {
            return parts.size() > 1;
        }
        for (int to = key.length(); to > from + 2; to--) {
            String word = key.substring(from, to);
            String e = word.equals("ein") ? "#1" : book.word(word).orElse("");
            if (e.startsWith(ADDS) || (e.equals("and") && from > 0)) {
                parts.add(Part.words(e, piece.start(), piece.end()));
                if (apart(book, piece, to, parts)) {
                    return true;
                }
                parts.remove(parts.size() - 1);
            }
        }
        return false;
    }
}
