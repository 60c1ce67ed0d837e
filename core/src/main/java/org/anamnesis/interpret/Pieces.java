package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a message in another language, or a phrase of its table, into pieces. */
final class Pieces {
    /** Before an apostrophe these are words of their own: "l'âge", "d'au moins". */
    private static final Set<String> ELIDED =
            Set.of("l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu");

    /** A number behind one of these stands alone: "Seed 7 500 Patienten". */
    private static final Set<String> NAMES_A_NUMBER =
            Set.of(
                    "seed",
                    "startwert",
                    "semilla",
                    "graine",
                    "typ",
                    "type",
                    "tipo",
                    "stadium",
                    "stade",
                    "estadio",
                    "grad",
                    "grade",
                    "grado",
                    "stage");

    private final String text;
    private final Language language;
    private final List<Piece> all = new ArrayList<>();

    private Pieces(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    static List<Piece> of(String text, Language language) {
        Pieces pieces = new Pieces(text, language);
        for (int i = 0; i < text.length(); ) {
            i = pieces.next(i);
        }
        return pieces.all;
    }

    private int next(int i) {
        char c = text.charAt(i);
        if (digit(c)) {
            return number(i);
        }
        if (han(c)) {
            return add(Piece.Kind.HAN, Traditional.simplified(c), i, i + 1);
        }
        if (Character.isLetter(c)) {
            return word(i);
        }
        if (c == '-' || c == '–' || c == '−' || c == '‐') {
            return dash(i);
        }
        boolean nothing = Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
        return nothing ? i + 1 : add(Piece.Kind.SIGN, sign(c), i, i + 1);
    }

    private static String sign(char c) {
        return switch (c) {
            case '，', '、' -> ",";
            case '。' -> ".";
            case '’', '‘' -> "'";
            case '～', '〜' -> "-";
            case '≥' -> ">=";
            case '≤' -> "<=";
            default -> c >= '！' && c <= '～' ? String.valueOf((char) (c - 0xFEE0)) : "" + c;
        };
    }

    private int add(Piece.Kind kind, String key, int start, int end) {
        all.add(new Piece(kind, key, start, end));
        return end;
    }

    private static boolean digit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    static boolean han(char c) {
        return c >= 0x2E80 && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private int number(int i) {
        if (language != Language.ZH && text.charAt(i) < 128) {
            String before = all.isEmpty() ? "" : all.get(all.size() - 1).key();
            LocalNumber read = LocalNumber.at(text, i, !NAMES_A_NUMBER.contains(before));
            return add(Piece.Kind.NUMBER, read.digits(), i, read.end());
        }
        StringBuilder digits = new StringBuilder();
        int end = i;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            boolean inside = end + 1 < text.length() && digit(text.charAt(end + 1));
            if (digit(c)) {
                digits.append((char) (c < 128 ? c : c - '０' + '0'));
            } else if (inside && (c == '.' || c == '．')) {
                digits.append('.');
            } else if (!(inside && comma(end) && thousands(end))) {
                break;
            }
        }
        return add(Piece.Kind.NUMBER, digits.toString(), i, end);
    }

    /** "１，０００" has a wide comma between wide figures; elsewhere it ends a clause. */
    private boolean comma(int i) {
        return text.charAt(i) == ','
                || (text.charAt(i) == '，'
                        && text.charAt(i - 1) >= '０'
                        && text.charAt(i + 1) >= '０');
    }

    private boolean thousands(int comma) {
        int end = comma + 1;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end == comma + 4;
    }

    private int word(int i) {
        int end = i;
        while (end < text.length() && inWord(text.charAt(end))) {
            end++;
        }
        boolean apostrophe = end < text.length() && "'’".indexOf(text.charAt(end)) >= 0;
        String key = Folded.of(text.substring(i, end));
        if (apostrophe && !(language == Language.FR && ELIDED.contains(key))) {
            int rest = end + 1; // "Alzheimer's"
            while (rest < text.length() && inWord(text.charAt(rest))) {
                rest++;
            }
            end = rest;
            key = Folded.of(text.substring(i, end).replaceAll("['’]", ""));
        } else if (apostrophe) {
            end++;
            key += "'"; // "m'" is not the unit "m"
        }
        return add(Piece.Kind.WORD, key, i, end);
    }

    private static boolean inWord(char c) {
        return (Character.isLetterOrDigit(c) && !han(c) && !(c >= '０' && c <= '９'))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Between two numbers "to", before a number a minus, and nothing beside a letter. */
    private int dash(int i) {
        int next = i + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean number = next < text.length() && digit(text.charAt(next));
        boolean touches = i > 0 && Character.isLetter(text.charAt(i - 1));
        return number && !touches ? add(Piece.Kind.SIGN, "-", i, i + 1) : i + 1;
    }
}
