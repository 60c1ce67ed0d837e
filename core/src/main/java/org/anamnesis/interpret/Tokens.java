package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Token.Kind;

/** Cuts a message into words, numbers and signs. */
final class Tokens {
    /** Longer runs of digits are cut: no count, age or limit needs them. */
    private static final Pattern DECIMALS =
            Pattern.compile(
                    "\\d{1,2}(?!\\d) ?(?:%|percent|procent|prozent|pct|per cent|mmol|mg|g/|kg|µ)");

    /** "minimum 2,6" and "HbA1c 7,5" by somebody at home in another language. */
    private static final Pattern ONE_DECIMAL = Pattern.compile("\\d(?![\\d,])");

    /** "stages 3,4" are two. */
    private static final String COUNTED =
            "stages?|grades?|class|classes|gold|nyha|types?|ckd|groups?|arms?|seeds?|visits?|columns?|years?|days?|ages?|aged|and|or|[,&/(-]|[0-9]+"
                    + "|options?|numbers?|choices?|questions?|versions?|steps?";

    private static final int MOST_DIGITS = 60;

    private static final Set<String> CONTRACTED = Set.of("ve", "re", "ll", "d");

    /** What something may be counted per. */
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?i)(?:years?|months?|weeks?|days?|d|h|hours?|min|minutes?|m?g|m?m?ol|[dmµ]?l|mm3?|m2|kg|yr|mo|wk|nights?)\\b");

    private static final Set<String> OWNERS =
            Set.of("everyone", "everybody", "anyone", "nobody", "who", "they", "there", "patient");

    private final String text;
    private final List<Token> all = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens t = new Tokens(text);
        for (int i = 0; i < text.length(); ) {
            i = t.next(i);
        }
        return NumberWords.joined(Negations.joined(Ions.plain(t.all)));
    }

    private int next(int i) {
        char c = text.charAt(i);
        boolean point =
                c == '.' && digit(i + 1) && (i == 0 || Character.isWhitespace(text.charAt(i - 1)));
        if (digit(i) || point) { // ".3"
            return number(i, i);
        }
        if (Character.isLetter(c)) {
            return word(i);
        }
        if (c == '→' || c == '⇒' || text.startsWith("->", i)) { // "upper bound -> 59"
            int end = c == '-' ? i + 2 : i + 1;
            all.add(Token.word("to", i, end));
            return end;
        }
        if ((c == '|' && text.startsWith(" | ", i - 1)) || (c == '/' && parts(i))) {
            return sign(",", i, i + 1);
        }
        if (c == '-' || c == '–' || c == '−') {
            return dash(i);
        }
        if (Character.isWhitespace(c) || Character.isISOControl(c)) {
            return i + 1;
        }
        String pair = text.substring(i, Math.min(text.length(), i + 2));
        if (pair.equals(">=") || pair.equals("<=") || pair.equals("=>") || pair.equals("=<")) {
            return sign(pair.contains(">") ? ">=" : "<=", i, i + 2);
        }
        return sign(c == '≥' ? ">=" : c == '≤' ? "<=" : String.valueOf(c), i, i + 1);
    }

    /** "copd / 333 / former smokers": a stroke between a number and a word that is no unit. */
    private boolean parts(int i) {
        boolean apart = text.startsWith(" / ", i - 1) && !all.isEmpty();
        if (!apart) {
            return false;
        }
        boolean number = all.get(all.size() - 1).number();
        boolean unit = UNIT.matcher(text.substring(i + 2)).lookingAt();
        return digit(i + 2) ? !number : number && !unit;
    }

    private int sign(String sign, int start, int end) {
        all.add(new Token(Kind.SIGN, sign, BigDecimal.ZERO, start, end));
        return end;
    }

    /** A minus before a number, "to" between two numbers, or nothing at all between two words. */
    private int dash(int i) {
        int next = i + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean fraction = next == i + 1 && text.startsWith(".", next) && digit(next + 1); // "-.4"
        if (!digit(next) && !fraction) {
            return i + 1;
        }
        boolean afterSpace = i == 0 || Character.isWhitespace(text.charAt(i - 1));
        boolean range = !all.isEmpty() && all.get(all.size() - 1).number();
        if (next == i + 1 && afterSpace && !range) {
            return number(i, i + 1);
        }
        return sign("-", i, i + 1);
    }

    private int word(int i) {
        StringBuilder word = new StringBuilder();
        int end = i;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!(c == '\'' || c == '’')) {
                break;
            }
            end++;
        }
        String lower = contracted(text.substring(i, end).toLowerCase(Locale.ROOT), word);
        if (lower.startsWith("ckd")
                && Words.like(lower, "ckd[1-5][ab]?")) { // "CKD3b" is written as one word by many
            all.add(Token.word("ckd", i, i + 3));
            return i + 3;
        }
        if (lower.matches("[xn][1-9][0-9]{1,6}k?") && i + 1 < end) { // "x180", "N500"
            all.add(Token.word(lower.substring(0, 1), i, i + 1));
            return i + 1;
        }
        int cent = lower.equals("per") ? cent(end) : end;
        if (cent > end) { // "55 per cent"
            all.add(Token.word("percent", i, cent));
            return cent;
        }
        all.add(Token.word(Slips.meant(lower), i, end));
        return end;
    }

    /** One past " cent" or "-cent", or {@code i}. */
    private int cent(int i) {
        boolean cent = text.regionMatches(true, i + 1, "cent", 0, 4);
        boolean link = i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '-');
        int end = i + 5;
        boolean last = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return cent && link && last ? end : i;
    }

    /** "who've" is "who" and "everyone's" everyone; elsewhere only the apostrophe goes. */
    private static String contracted(String written, StringBuilder without) {
        int apostrophe = Math.max(written.lastIndexOf('\''), written.lastIndexOf('’'));
        String tail = apostrophe > 0 ? written.substring(apostrophe + 1) : "";
        String head = apostrophe > 0 ? written.substring(0, apostrophe) : "";
        boolean verb = CONTRACTED.contains(tail) && head.length() > 1;
        boolean owner = tail.equals("s") && OWNERS.contains(head);
        return verb || owner ? head : without.toString().toLowerCase(Locale.ROOT);
    }

    private boolean digit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /**
     * Digits with commas between thousands and a decimal point, then k or M; {@code start} is
     * before the minus, if any.
     */
    private int number(int start, int from) {
        StringBuilder digits = new StringBuilder(start < from ? "-" : "");
        int i = from;
        boolean point = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (digit(i)) {
                if (digits.length() < MOST_DIGITS) {
                    digits.append(c);
                }
                i++;
            } else if (c == ',' && !point && thousands(i)) {
                i++;
            } else if (c == ' '
                    && !point
                    && i - from <= 3
                    && text.startsWith(" 000", i)
                    && !digit(i + 4)) {
                i++; // "1 000"
            } else if ((c == '.' || decimalComma(i)) && !point && digit(i + 1)) {
                digits.append(digits.length() == 0 ? "0." : ".");
                point = true;
                i++;
            } else {
                break;
            }
        }
        BigDecimal value = new BigDecimal(digits.toString());
        int power = exponent(i);
        if (power > i) {
            value = value.scaleByPowerOfTen(Integer.parseInt(text, i + 1, power, 10));
            i = power;
        }
        int raised = raised(i);
        if (raised > i) {
            value = value.pow(Integer.parseInt(text, i + 1, raised, 10));
            i = raised;
        }
        boolean lastLetter =
                i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
        if (i < text.length() && lastLetter) {
            char c = text.charAt(i);
            int zeros = c == 'k' || c == 'K' ? 3 : c == 'M' ? 6 : 0;
            value = value.scaleByPowerOfTen(zeros);
            i += zeros > 0 ? 1 : 0;
        }
        all.add(new Token(Kind.NUMBER, text.substring(start, i), value, start, i));
        return i;
    }

    /** "8,5 %" in a message of no language in particular: what follows tells a decimal. */
    private boolean decimalComma(int i) {
        boolean limit =
                text.charAt(i) == ','
                        && !all.isEmpty()
                        && !Words.like(all.get(all.size() - 1).text(), COUNTED)
                        && ONE_DECIMAL.matcher(text).region(i + 1, text.length()).lookingAt();
        boolean unit =
                text.charAt(i) == ','
                        && DECIMALS.matcher(text).region(i + 1, text.length()).lookingAt();
        return limit || unit;
    }

    /** End of "e6" behind a number, or {@code i}. */
    private int exponent(int i) {
        if (i >= text.length() || (text.charAt(i) != 'e' && text.charAt(i) != 'E')) {
            return i;
        }
        int end = i + 1;
        while (digit(end) && end < i + 3) {
            end++;
        }
        boolean whole = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return end > i + 1 && whole ? end : i;
    }

    /** End of "^3" behind the 10 of "N = 10^3", or {@code i}; of "10^9/L" it is a unit. */
    private int raised(int i) {
        boolean equals = !all.isEmpty() && all.get(all.size() - 1).text().equals("=");
        boolean power = i + 1 < text.length() && text.charAt(i) == '^' && digit(i + 1);
        boolean last = !digit(i + 2) && (i + 2 >= text.length() || text.charAt(i + 2) != '/');
        return equals && power && last ? i + 2 : i;
    }

    private boolean thousands(int comma) {
        return digit(comma + 1) && digit(comma + 2) && digit(comma + 3) && !digit(comma + 4);
    }
}
