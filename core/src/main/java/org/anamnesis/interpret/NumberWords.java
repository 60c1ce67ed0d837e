package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.interpret.Token.Kind;

/** "two thousand" as a number, "two thirds" and "one in five" as a fraction. */
final class NumberWords {
    private static final Map<String, Integer> SMALL =
            Map.ofEntries(
                    Map.entry("zero", 0),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("seventy", 70),
                    Map.entry("eighty", 80),
                    Map.entry("ninety", 90));

    /** A number of one word; empty if it is none. */
    static OptionalInt small(String word) {
        Integer n = SMALL.get(word.toLowerCase(Locale.ROOT));
        return n == null ? OptionalInt.empty() : OptionalInt.of(n);
    }

    private static final Map<String, BigDecimal> SCALES =
            Map.of(
                    "dozen", new BigDecimal(12),
                    "hundred", new BigDecimal(100),
                    "thousand", new BigDecimal(1000),
                    "million", new BigDecimal("1e6"),
                    "billion", new BigDecimal("1e9"),
                    "trillion", new BigDecimal("1e12"));

    /** "one fifty" to "three fifty" are said of values: 150 to 350. */
    private static final BigDecimal SPOKEN = new BigDecimal(3);

    private static final Map<String, Integer> PARTS =
            Map.of(
                    "half", 2, "third", 3, "quarter", 4, "fourth", 4, "fifth", 5, "sixth", 6,
                    "eighth", 8, "tenth", 10);

    /** Of what there can be a half: "half a point"; "half a year" is read elsewhere. */
    private static final String MEASURED =
            "points?|units?|percent|%|percentage|pp|kilos?|kilograms?|kg|mmol|mg|grams?|degrees?"
                    + "|pounds?|stones?|cm|times|hundred|thousand|million";

    private NumberWords() {}

    static List<Token> joined(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            int next = mixed(tokens, i, joined);
            next = next > i ? next : behind(tokens, i, joined);
            next = next > i ? next : half(tokens, i, joined);
            next = next > i ? next : fraction(tokens, i, joined);
            next = next > i ? next : number(tokens, i, joined);
            if (next == i) {
                joined.add(tokens.get(i));
                next = i + 1;
            }
            i = next;
        }
        return joined;
    }

    private static Token at(List<Token> tokens, int i) {
        return i < tokens.size() ? tokens.get(i) : Token.NOTHING;
    }

    private static int small(Token t) {
        if (t.number()) {
            boolean whole = t.value().scale() <= 0 && t.text().length() <= 3;
            return whole ? t.value().intValue() : -1;
        }
        return t.text().equals("a") ? 1 : SMALL.getOrDefault(t.text(), -1);
    }

    private static int part(String word) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return word.equals("halves") ? 2 : PARTS.getOrDefault(one, 0);
    }

    /** "half a point", "a quarter of a unit", "two and a half points" are numbers of these. */
    private static int mixed(List<Token> tokens, int i, List<Token> joined) {
        Token first = tokens.get(i);
        int whole = small(first);
        boolean more = whole >= 0 && !first.text().equals("a") && word(tokens, i + 1, "and");
        int at = more ? i + 2 : i;
        at += word(tokens, at, "a") && part(at(tokens, at + 1).text()) > 0 ? 1 : 0;
        String name = at(tokens, at).text();
        double part = name.equals("half") ? 0.5 : name.equals("quarter") ? 0.25 : 0;
        int unit = at + 1;
        unit += !more && word(tokens, unit, "of") ? 1 : 0;
        boolean one = Words.like(at(tokens, unit).text(), "an?");
        unit += one && !more ? 1 : 0;
        if (part == 0 || one == more || !Words.like(at(tokens, unit).text(), MEASURED)) {
            return i;
        }
        BigDecimal value = BigDecimal.valueOf((more ? whole : 0) + part);
        BigDecimal scale = SCALES.get(singular(at(tokens, unit).text()));
        unit += scale != null ? 1 : 0; // "two and a half thousand"
        Token last = tokens.get(unit - 1);
        value = scale != null ? value.multiply(scale) : value;
        String text = first.text() + " " + last.text();
        joined.add(new Token(Kind.NUMBER, text, value, first.start(), last.end()));
        return unit;
    }

    /** "a point and a half": one and a half of what is measured. */
    private static int behind(List<Token> tokens, int i, List<Token> joined) {
        Token first = tokens.get(i);
        Token unit = at(tokens, i + 1);
        boolean half =
                word(tokens, i + 2, "and")
                        && word(tokens, i + 3, "a")
                        && Words.like(at(tokens, i + 4).text(), "half|quarter");
        if (!half || small(first) < 1 || !Words.like(unit.text(), MEASURED)) {
            return i;
        }
        Token last = tokens.get(i + 4);
        double part = last.text().equals("half") ? 0.5 : 0.25;
        BigDecimal value = BigDecimal.valueOf(small(first) + part);
        String text = first.text() + " " + last.text();
        joined.add(new Token(Kind.NUMBER, text, value, first.start(), first.end()));
        joined.add(new Token(unit.kind(), unit.text(), unit.value(), unit.start(), last.end()));
        return i + 5;
    }

    private static boolean word(List<Token> tokens, int i, String word) {
        return at(tokens, i).text().equals(word);
    }

    /** "half a million" is a number, "half" alone a share. */
    private static int half(List<Token> tokens, int i, List<Token> joined) {
        Token first = tokens.get(i);
        int scale = at(tokens, i + 1).text().equals("a") ? i + 2 : i + 1;
        Token last = at(tokens, scale);
        if (!first.text().equals("half") || !SCALES.containsKey(last.text())) {
            return i;
        }
        BigDecimal value = SCALES.get(last.text()).divide(BigDecimal.valueOf(2));
        String text = first.text() + " " + last.text();
        joined.add(new Token(Kind.NUMBER, text, value, first.start(), last.end()));
        return scale + 1;
    }

    private static int fraction(List<Token> tokens, int i, List<Token> joined) {
        Token first = tokens.get(i);
        if (first.text().equals("half")) {
            return share(1, 2, first, first, joined, i + 1);
        }
        boolean bare = first.text().matches("quarter|third") && SHARED_OF.contains(next(tokens, i));
        if (bare && opens(i == 0 ? "" : tokens.get(i - 1).text())) {
            return share(1, part(first.text()), first, first, joined, i + 1);
        }
        int top = small(first);
        Token second = at(tokens, i + 1);
        boolean often =
                i > 0 && Words.like(tokens.get(i - 1).text(), "once|twice|times|every|each");
        if (top < 1 || (often && second.text().equals("quarter"))) { // "once a quarter" is a time
            return i;
        }
        if (digits(tokens, i)) {
            Token end = tokens.get(i + 2);
            return share(top, small(end), first, end, joined, i + 3);
        }
        int bottom = second.kind() == Kind.WORD ? part(second.text()) : 0;
        boolean ordinal = Words.like(at(tokens, i + 2).text(), "degree"); // "a third degree block"
        if (bottom > 0 && !ordinal) {
            return share(top, bottom, first, second, joined, i + 2);
        }
        Token third = at(tokens, i + 2);
        boolean in = second.text().equals("in") || second.text().equals("of");
        boolean outOf = second.text().equals("out") && third.text().equals("of");
        Token last = outOf ? at(tokens, i + 3) : third;
        bottom = small(last);
        if ((in || outOf) && !last.text().equals("a") && top < bottom && bottom <= 100) {
            int after = i + (outOf ? 4 : 3);
            String next = at(tokens, after).text();
            boolean sure =
                    (outOf
                                    || second.text().equals("in")
                                    || (i > 0 && Words.like(tokens.get(i - 1).text(), "in|for|at")))
                            && !next.equals("%")
                            && !next.equals("percent");
            return sure ? share(top, bottom, first, last, joined, i + (outOf ? 4 : 3)) : i;
        }
        return i;
    }

    /** Behind "quarter" and "third" without an article these tell that a part is meant. */
    private static final Set<String> SHARED_OF =
            Set.of(
                    "on", "with", "taking", "smokers", "women", "men", "female", "male", "are",
                    "have");

    private static String next(List<Token> tokens, int i) {
        return at(tokens, i + 1).text();
    }

    /** Whether something new begins behind the word. */
    private static boolean opens(String before) {
        return Words.like(before, "|[,;:]|and|plus");
    }

    private static final String GRADED =
            "stages?|grades?|class|nyha|gold|ckd|type|types|phase|/|cdr|asa|ecog";
    private static final String SHARED =
            "of|on|with|are|is|taking|take|women|men|females?|males?|smokers?|have|should|get|receive"
                    + "|receiving|never|former|ex|non|nonsmokers?|current|patients|people|adults|black|white|asian|hispanic|uninsured|insured";

    /**
     * "2/3 on apixaban", "statins in 1/4", and neither "stage 2/3" nor a date or a blood pressure.
     */
    private static boolean digits(List<Token> tokens, int i) {
        Token first = tokens.get(i);
        Token slash = at(tokens, i + 1);
        Token last = at(tokens, i + 2);
        boolean together =
                first.number()
                        && slash.text().equals("/")
                        && last.number()
                        && first.touches(slash)
                        && slash.touches(last);
        String before = i > 0 ? tokens.get(i - 1).text() : "";
        String after = at(tokens, i + 3).text();
        String about = Words.like(before, "[:=]") && i > 1 ? tokens.get(i - 2).text() : before;
        boolean closing = Words.like(before, "in|for|[:=]") && Words.like(after, "|[,.;)]|and|but");
        boolean listed = Words.like(before, "[:,;]|and") && at(tokens, i + 3).kind() == Kind.WORD;
        closing |= listed && Words.like(about, "[,;]|and|groups?|arms?");
        return together
                && small(first) < small(last)
                && small(last) <= 10
                && !Words.like(about, GRADED)
                && (closing || Words.like(after, SHARED));
    }

    private static int share(
            int top, int bottom, Token first, Token last, List<Token> joined, int next) {
        BigDecimal percent =
                new BigDecimal(100 * top).divide(new BigDecimal(bottom), MathContext.DECIMAL64);
        String text = first.equals(last) ? first.text() : first.text() + " " + last.text();
        joined.add(new Token(Kind.FRACTION, text, percent, first.start(), last.end()));
        return next;
    }

    /** Adds up "two hundred and fifty thousand"; a number in digits may lead: "1.5 million". */
    private static int number(List<Token> tokens, int i, List<Token> joined) {
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal open = null;
        int next = i;
        boolean words = false;
        while (next < tokens.size()) {
            Token t = tokens.get(next);
            boolean k = t.text().equals("k") && next == i + 1 && tokens.get(i).number();
            BigDecimal scale = k ? SCALES.get("thousand") : SCALES.get(singular(t.text()));
            boolean last = t.text().equals("a") && !scaleAfter(tokens, next);
            if (scale != null && t.kind() == Kind.WORD && (open != null || next > i)) {
                boolean again = open == null;
                BigDecimal base = again ? done : open;
                boolean hundreds = scale.intValue() <= 100;
                open = hundreds ? base.multiply(scale) : null;
                done = hundreds ? done : open(base, done, scale, again);
                words = true;
            } else if (t.kind() == Kind.WORD
                    && small(t) >= 0
                    && !last
                    && room(open, small(t))
                    && !(open != null && another(tokens, i, next, words))) {
                boolean spoken = open != null && open.compareTo(SPOKEN) <= 0;
                BigDecimal before = open == null ? BigDecimal.ZERO : open;
                before = spoken ? before.movePointRight(2) : before;
                open = before.add(new BigDecimal(small(t)));
                words = true;
            } else if (t.number() && next == i) {
                open = t.value();
            } else if (!(t.text().equals("and")
                    && words
                    && hundredsOpen(open, done, tokens, next))) {
                break;
            }
            next++;
        }
        int behind = next > i ? behindPoint(tokens, next) : next;
        if (!words && behind == next) {
            return i;
        }
        BigDecimal value = done.add(open == null ? BigDecimal.ZERO : open);
        for (int k = next + 1; k < behind; k++) { // "twenty five point five"
            value = value.add(new BigDecimal(small(tokens.get(k))).movePointLeft(k - next));
        }
        next = behind;
        Token first = tokens.get(i);
        Token end = tokens.get(next - 1);
        joined.add(
                new Token(
                        Kind.NUMBER,
                        first.text() + " " + end.text(),
                        value,
                        first.start(),
                        end.end()));
        return next;
    }

    /** One past the spoken decimals that begin with "point" here; the same place if none do. */
    private static int behindPoint(List<Token> tokens, int point) {
        int end = point + 1;
        while (word(tokens, point, "point") && decimal(at(tokens, end))) {
            end++;
        }
        return end > point + 1 ? end : point;
    }

    private static boolean decimal(Token t) {
        boolean one = t.number() ? t.text().matches("\\d") : SMALL.getOrDefault(t.text(), 10) < 10;
        return one && small(t) >= 0;
    }

    private static BigDecimal open(
            BigDecimal base, BigDecimal done, BigDecimal scale, boolean again) {
        return again ? done.multiply(scale) : done.add(base.multiply(scale));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean scaleAfter(List<Token> tokens, int i) {
        return SCALES.containsKey(at(tokens, i + 1).text());
    }

    /** "200 twelve-lead ECGs" and "two hundred twelve-lead ECGs" are two numbers. */
    private static boolean another(List<Token> tokens, int first, int at, boolean words) {
        int behind = word(tokens, at + 1, "-") ? at + 2 : at + 1;
        return (tokens.get(first).number() && !words)
                || Words.like(at(tokens, behind).text(), "leads?|channels?");
    }

    /** "twenty five" adds up, "five twenty" and "two three" do not. */
    private static boolean room(BigDecimal open, int small) {
        if (open == null) {
            return true;
        }
        if (open.compareTo(BigDecimal.ONE) >= 0 && open.compareTo(SPOKEN) <= 0 && small >= 20) {
            return small % 10 == 0; // "one fifty"
        }
        int last = open.remainder(new BigDecimal(100)).intValue();
        return last == 0 ? open.signum() > 0 : small < 10 && last >= 20 && last % 10 == 0;
    }

    /** "and" belongs to the number only within it: "two hundred and fifty". */
    private static boolean hundredsOpen(
            BigDecimal open, BigDecimal done, List<Token> tokens, int and) {
        boolean large =
                open == null
                        ? done.signum() > 0
                        : open.signum() > 0 && open.remainder(new BigDecimal(100)).signum() == 0;
        Token t = at(tokens, and + 1);
        Token after = at(tokens, and + 2);
        boolean small = t.kind() == Kind.WORD && SMALL.containsKey(t.text());
        return large && small && part(after.text()) == 0 && !after.text().startsWith("percent");
    }
}
