package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "above 8", "between 7 and 9", "of 60 or more": a comparison in tokens. */
final class Comparison {
    /** How a value is compared. */
    enum Sign {
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST,
        WITHIN,
        NONE
    }

    /**
     * @param sign the comparison
     * @param first token of the (first) number
     * @param second token of the second number of WITHIN or of "140/90", else the first
     * @param unit of the numbers
     * @param to one past the last token
     */
    record Read(Sign sign, int first, int second, Optional<Quantity.Unit> unit, int to) {
        /** The same without a unit: the words that look like one name the observation. */
        Read without() {
            return new Read(sign, first, second, Optional.empty(), second + 1);
        }

        Read until(int end) {
            return new Read(sign, first, second, unit, end);
        }

        boolean pair() {
            return sign != Sign.WITHIN && second != first;
        }
    }

    private static final Set<String> MORE =
            Set.of("above", "over", "exceeding", "exceeds", ">", "beyond");
    private static final Set<String> LESS = Set.of("below", "under", "<", "beneath");
    private static final Set<String> MORE_THAN =
            Set.of("greater", "more", "higher", "larger", "bigger");
    private static final Set<String> LESS_THAN = Set.of("less", "lower", "smaller", "fewer");
    private static final Set<String> UPWARD =
            Set.of("more", "higher", "above", "greater", "over", "up");
    private static final Set<String> DOWNWARD = Set.of("less", "lower", "below", "under");

    /** By their first word, as every number of a message is looked at. */
    private static final Map<String, Map<String, Sign>> PHRASES = phrases();

    private Comparison() {}

    private static Map<String, Map<String, Sign>> phrases() {
        Map<String, Map<String, Sign>> all = new HashMap<>();
        add(
                all,
                Sign.ABOVE,
                "in excess of|north of|surpassing|surpasses|surpass|topping|exceed|past|bigger than");
        add(
                all,
                Sign.BELOW,
                "short of|shy of|not reaching|never reaching|not reach|south of|inferior to"
                        + "|not attaining|failing to reach|falling short of");
        add(
                all,
                Sign.AT_LEAST,
                "upwards of|upward of|reaching|reaches|a minimum of|minimum of|starting at"
                        + "|starting from|from at least|attaining");
        add(
                all,
                Sign.AT_MOST,
                "a maximum of|maximum of|capped at|limited to|not surpassing|up to a maximum of"
                        + "|up to and including|not to exceed|not exceed");
        return all;
    }

    private static void add(Map<String, Map<String, Sign>> all, Sign sign, String phrases) {
        for (String p : phrases.split("\\|")) {
            all.computeIfAbsent(p.split(" ")[0], first -> new LinkedHashMap<>()).put(p, sign);
        }
    }

    /** Reads a comparison that begins at token {@code i}; NONE when a number just stands there. */
    static Optional<Read> at(Sentence s, int i) {
        String w = s.word(i);
        String next = s.word(i + 1);
        boolean than = next.equals("than");
        for (Map.Entry<String, Sign> phrase : PHRASES.getOrDefault(w, Map.of()).entrySet()) {
            int behind = s.after(i, phrase.getKey());
            if (behind > 0 && s.at(behind).number()) {
                return value(s, behind, phrase.getValue());
            }
        }
        if (w.equals("not") || w.equals("no")) {
            return at(s, i + 1).flatMap(r -> negated(r));
        }
        if (MORE.contains(w)) {
            boolean equal = w.equals(">") && next.equals("=");
            return value(s, equal ? i + 2 : i + 1, equal ? Sign.AT_LEAST : Sign.ABOVE);
        }
        if (LESS.contains(w)) {
            boolean equal = w.equals("<") && next.equals("=");
            return value(s, equal ? i + 2 : i + 1, equal ? Sign.AT_MOST : Sign.BELOW);
        }
        if (than && MORE_THAN.contains(w)) {
            boolean equal = s.after(i + 2, "or equal to") > 0;
            return value(s, equal ? i + 5 : i + 2, equal ? Sign.AT_LEAST : Sign.ABOVE);
        }
        if (than && LESS_THAN.contains(w)) {
            boolean equal = s.after(i + 2, "or equal to") > 0;
            return value(s, equal ? i + 5 : i + 2, equal ? Sign.AT_MOST : Sign.BELOW);
        }
        if (w.equals(">=") || w.equals("minimum")) {
            return value(s, i + 1, Sign.AT_LEAST);
        }
        if (w.equals("<=") || w.equals("maximum")) {
            return value(s, i + 1, Sign.AT_MOST);
        }
        if (s.after(i, "at or above") > 0 || s.after(i, "at or over") > 0) {
            return value(s, i + 3, Sign.AT_LEAST);
        }
        if (s.after(i, "at or below") > 0 || s.after(i, "at or under") > 0) {
            return value(s, i + 3, Sign.AT_MOST);
        }
        if (w.equals("at") && next.equals("least")) {
            return value(s, i + 2, Sign.AT_LEAST);
        }
        if ((w.equals("at") && next.equals("most")) || (w.equals("up") && next.equals("to"))) {
            return value(s, i + 2, Sign.AT_MOST);
        }
        if (w.equals("between") || w.equals("from")) {
            return within(s, i + 1, true);
        }
        return s.at(i).number() ? within(s, i, false) : Optional.empty();
    }

    private static Optional<Read> negated(Read r) {
        return switch (r.sign()) {
            case ABOVE ->
                    Optional.of(new Read(Sign.AT_MOST, r.first(), r.second(), r.unit(), r.to()));
            case BELOW ->
                    Optional.of(new Read(Sign.AT_LEAST, r.first(), r.second(), r.unit(), r.to()));
            default -> Optional.empty();
        };
    }

    private static Optional<Read> value(Sentence s, int n, Sign sign) {
        if (!s.at(n).number() || !s.free(n)) {
            return Optional.empty();
        }
        boolean pair = s.word(n + 1).equals("/") && s.at(n + 2).number();
        int last = pair ? n + 2 : n;
        Optional<Quantity.Unit> unit = Quantity.unit(s, last);
        return Optional.of(
                new Read(sign, n, last, unit, unit.map(Quantity.Unit::to).orElse(last + 1)));
    }

    private static Optional<Read> within(Sentence s, int n, boolean between) {
        if (!s.at(n).number() || !s.free(n)) {
            return Optional.empty();
        }
        Optional<Quantity.Unit> early = Quantity.unit(s, n);
        int mid = early.map(Quantity.Unit::to).orElse(n + 1);
        String link = s.word(mid);
        boolean range =
                link.equals("-")
                        || Words.like(link, "to|through|thru|until|till")
                        || (between && link.equals("and"))
                        || (between && link.equals("through"));
        if (range && s.at(mid + 1).number()) {
            Optional<Quantity.Unit> late = Quantity.unit(s, mid + 1);
            int to = late.map(Quantity.Unit::to).orElse(mid + 2);
            return Optional.of(
                    new Read(Sign.WITHIN, n, mid + 1, late.isPresent() ? late : early, to));
        }
        Optional<Read> single = value(s, n, Sign.NONE);
        return between ? Optional.empty() : single.map(r -> suffixed(s, r));
    }

    private static Read suffixed(Sentence s, Read r) {
        int to = r.to();
        boolean link = s.word(to).equals("or") || s.word(to).equals("and");
        boolean more = link && UPWARD.contains(s.word(to + 1));
        boolean less = link && DOWNWARD.contains(s.word(to + 1));
        if ((more || less) && !s.word(to + 2).equals("than") && !s.at(to + 2).number()) {
            Sign sign = more ? Sign.AT_LEAST : Sign.AT_MOST;
            return new Read(sign, r.first(), r.second(), r.unit(), to + 2);
        }
        boolean alone = s.like(to + 2, "|[.,;)]|and|please|but");
        if (s.word(to).equals("at") && s.like(to + 1, "most|least") && alone) { // "5.5 at most"
            Sign sign = s.word(to + 1).equals("most") ? Sign.AT_MOST : Sign.AT_LEAST;
            return new Read(sign, r.first(), r.second(), r.unit(), to + 2);
        }
        if (s.word(to).equals("+")) {
            return new Read(Sign.AT_LEAST, r.first(), r.second(), r.unit(), to + 1);
        }
        return r;
    }
}
