package org.anamnesis.interpret;

import java.util.Optional;

/**
 * Words of a message that somebody quotes.
 *
 * @param words as they stand in the message
 * @param from first character in the message
 * @param to one past the last
 */
record Quotation(String words, int from, int to) {
    private static final int LONGEST = 300;

    /**
     * Finds the quoted words; case, width of spaces and the form of apostrophes do not matter. They
     * begin and end where words and numbers do, so that "above 8" is not found in "above 80".
     */
    static Optional<Quotation> in(String message, String quote) {
        String wanted = folded(quote.strip()).replaceAll(" +", " ");
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        String text = folded(message);
        for (int from = 0; from < text.length(); from++) {
            int to = end(text, from, wanted);
            if (to > 0 && whole(text, from, to)) {
                return Optional.of(new Quotation(message.substring(from, to), from, to));
            }
        }
        return Optional.empty();
    }

    /** One past the quoted words, if they begin here, or -1. */
    private static int end(String text, int from, String wanted) {
        int at = from;
        for (int i = 0; i < wanted.length(); i++) {
            if (at >= text.length() || text.charAt(at) != wanted.charAt(i)) {
                return -1;
            }
            at++;
            while (wanted.charAt(i) == ' ' && at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return at;
    }

    /** One character for one, so that places stay. */
    private static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean apostrophe = c == '’' || c == '‘';
            out.append(
                    Character.isWhitespace(c) || c == '\u00a0'
                            ? ' '
                            : apostrophe ? '\'' : Character.toLowerCase(c));
        }
        return out.toString();
    }

    private static boolean whole(String text, int from, int to) {
        return apart(text, from - 1, from, -1) && apart(text, to - 1, to, 1);
    }

    /** Whether a word or number ends between two neighbouring characters. */
    private static boolean apart(String text, int left, int right, int outwards) {
        char a = at(text, left);
        char b = at(text, right);
        if (Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b)) {
            return scriptWithoutSpaces(a) || scriptWithoutSpaces(b);
        }
        // "8.5", "1,000" and "-5" go on behind their sign
        char inside = outwards < 0 ? b : a;
        char sign = outwards < 0 ? a : b;
        char beyond = outwards < 0 ? at(text, left - 1) : at(text, right + 1);
        boolean number = Character.isDigit(inside) && Character.isDigit(beyond);
        boolean minus = outwards < 0 && sign == '-' && Character.isDigit(inside);
        return !minus && !(number && (sign == '.' || sign == ','));
    }

    private static char at(String text, int i) {
        return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
    }

    private static boolean scriptWithoutSpaces(char c) {
        return Character.isIdeographic(c);
    }

    /** Whether it shares a character with the stretch. */
    boolean touches(int start, int end) {
        return start < to && from < end;
    }
}
