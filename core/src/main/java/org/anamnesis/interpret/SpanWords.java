package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;

/**
 * Spans of time in the plainer words that the topics read: "two and a half years" are 2.5, "over a
 * 5-year period" and "patients over the past five years" have 5 years of history.
 */
final class SpanWords {
    private static final String UNITS = "years?|yrs?|months?|mos?|weeks?";
    private static final String LED =
            "over|during|for|across|within|spanning|through|throughout|in|covering";
    private static final String PERIOD =
            "period|periods|span|timespan|window|interval|timeframe|course|stretch";
    private static final String RECORDED =
            "observations?|records?|data|visits?|encounters?|histor(?:y|ies)|followed|observed|tracked|seen|monitored|up|,|;|\\(|values?|measurements?";

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double FIFTY = 50;

    private final Sentence s;
    private final List<Exchange> all = new ArrayList<>();

    private SpanWords(Sentence s) {
        this.s = s;
    }

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        SpanWords words = new SpanWords(s);
        for (int i = 0; i < s.size(); i++) {
            i = Math.max(i, words.at(i) - 1);
        }
        return s.exchanged(words.all, vocabulary);
    }

    /**
     * @param odd whether it is written otherwise than as a number and a unit
     */
    private record Amount(BigDecimal of, String unit, int to, boolean odd) {
        private String words() {
            return of.stripTrailingZeros().toPlainString() + " " + unit;
        }
    }

    /** One past what was said in other words here, or -1. */
    private int at(int i) {
        Optional<Exchange> found = period(i).or(() -> odd(i));
        found.ifPresent(all::add);
        return found.map(Exchange::to).orElse(-1);
    }

    private Optional<Exchange> odd(int i) {
        return amount(i).filter(Amount::odd).map(a -> new Exchange(i, a.to(), a.words()));
    }

    private Optional<Amount> amount(int i) {
        boolean one = s.like(i, "an?") && s.like(i + 1, "year") && half(i + 3);
        if (s.like(i, "half") && s.like(i + 1, "an?") && s.like(i + 2, "year")) {
            return Optional.of(new Amount(new BigDecimal(6), "months", i + 3, true));
        }
        if (!s.at(i).number() && !one) {
            return Optional.empty();
        }
        BigDecimal n = one ? BigDecimal.ONE : s.at(i).value();
        int and = s.like(i + 1, "and") ? i + 2 : i + 1;
        boolean slash =
                s.at(i + 1).number()
                        && s.like(i + 2, "/")
                        && s.at(i + 1).doubleValue() == 1
                        && s.at(i + 3).doubleValue() == 2;
        int behind = half(and) ? and + 1 : slash ? i + 4 : -1;
        if (behind > 0 && s.like(behind, UNITS)) { // "two and a half years", "2 1/2 years"
            return Optional.of(new Amount(n.add(HALF), s.word(behind), behind + 1, true));
        }
        int unit = i + 1;
        if (!s.like(unit, UNITS)) {
            return Optional.empty();
        }
        boolean more = s.like(unit + 1, "and") && half(unit + 2) && !s.like(unit + 3, "of|the|%");
        return Optional.of( // "a year and a half", but not "for a year and half of them"
                more && s.like(unit, "years?")
                        ? new Amount(n.add(HALF), "years", unit + 3, true)
                        : new Amount(n, s.word(unit), unit + 1, false));
    }

    private boolean half(int i) {
        boolean word = s.at(i).kind() == Token.Kind.FRACTION && s.at(i).doubleValue() == FIFTY;
        return (word && s.like(i, "half|a half")) || s.word(i).equals("½");
    }

    /** "over a period of 5 years", "during a 5-year window", "patients over the past 5 years". */
    private Optional<Exchange> period(int i) {
        if (!s.like(i, LED) || !recorded(i - 1)) {
            return Optional.empty();
        }
        int at = s.like(i + 1, "an?|the|any") ? i + 2 : i + 1;
        boolean led = s.like(at, PERIOD + "|duration|total") && s.like(at + 1, "of|lasting");
        boolean past =
                s.like(at, "past|last|previous|preceding")
                        && !s.like(i, "in|within")
                        && (s.like(i - 1, TimelineWords.PEOPLE + "|,")
                                || (s.inConcept(i - 1) && rhythm()));
        boolean decade = past && s.like(at + 1, "decade");
        Optional<Amount> of =
                decade
                        ? Optional.of(new Amount(BigDecimal.TEN, "years", at + 2, true))
                        : amount(led ? at + 2 : past ? at + 1 : at);
        int end = of.map(Amount::to).orElse(-1);
        boolean named = end > 0 && s.like(end, PERIOD);
        named |= end > 0 && s.like(end, "time") && s.like(end + 1, "frame|" + PERIOD);
        int to = !named ? end : s.like(end, "time") ? end + 2 : end + 1;
        boolean before = led && s.like(to, "before|after|since|from|prior");
        return of.filter(a -> (led || past || (at > i + 1 && end < to)) && !before)
                .map(a -> new Exchange(i, to, "with " + a.words() + " of history"));
    }

    /** Whether something comes in a rhythm, as within a history alone. */
    private boolean rhythm() {
        for (int k = 0; k < s.size(); k++) {
            if (Rhythm.at(s, k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean recorded(int i) {
        return i < 0
                || s.like(i, RECORDED)
                || s.like(i, TimelineWords.PEOPLE)
                || s.inConcept(i)
                || Words.PERSONS.contains(s.word(i));
    }
}
