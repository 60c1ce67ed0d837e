package org.anamnesis.interpret;

import java.util.Optional;

/**
 * Visits or values more often than once a day ("seen 300 times per day", "hourly visits", "HbA1c
 * every hour"), and records that end in days to come ("until next year").
 */
final class TooOftenWords {
    private static final String CONTACTS =
            "visits?|encounters?|appointments?|consultations?|contacts?|check-ups?|checkups?|reviews?";
    private static final String SEEN =
            CONTACTS + "|seen|see|seeing|visited|reviewed|checked|monitored|measured|come|coming";
    private static final String EACH = "a|an|per|each|every|/|the";
    private static final String DONE =
            "is|are|be|being|measured|checked|tested|taken|monitored|recorded|values?|tests?";
    private static final String LED = "until|till|ending|ends|end|of|date|to|through";

    private final Draft draft;
    private final Sentence s;

    private TooOftenWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        var words = new TooOftenWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i)) {
                words.often(i);
                words.later(i);
            }
        }
    }

    private void often(int i) {
        int to = times(i);
        to = to > 0 ? to : hourly(i);
        boolean said = to > 0 && (contact(i, to) || seen(i - 1) || measured(i));
        if (said && s.free(i, to)) {
            draft.problem(
                    "request.visits.many",
                    i,
                    to,
                    "A history holds one visit a day at most, and so one value of a kind.",
                    "4 visits a year, or: HbA1c every 3 months");
        }
    }

    /** End of "300 times per day", "300 visits daily", "10 visits a week"; 0 if none is there. */
    private int times(int i) {
        boolean number = s.at(i).number() && s.like(i + 1, "times|" + CONTACTS);
        boolean daily = s.like(i + 2, "daily|hourly");
        int unit = s.like(i + 2, EACH) ? i + 3 : i + 2;
        double most =
                s.like(unit, "days?|daily")
                        ? 1
                        : s.like(unit, "weeks?|weekly")
                                ? 7
                                : s.like(unit, "hours?|hourly|minutes?") ? 0 : 31;
        boolean known = s.like(unit, "days?|weeks?|months?|hours?|minutes?|daily|weekly|hourly");
        boolean each = daily || unit == i + 3;
        return number && known && each && s.at(i).doubleValue() > most ? unit + 1 : 0;
    }

    /** End of "hourly", "every 2 hours", "each minute". */
    private int hourly(int i) {
        if (s.like(i, "hourly")) {
            return s.like(i + 1, CONTACTS) ? i + 2 : i + 1;
        }
        int unit = s.at(i + 1).number() ? i + 2 : i + 1;
        return s.like(i, "every|each") && s.like(unit, "hours?|minutes?|seconds?") ? unit + 1 : 0;
    }

    private boolean contact(int from, int to) {
        for (int k = from; k < to; k++) {
            if (s.like(k, CONTACTS)) {
                return true;
            }
        }
        return false;
    }

    private boolean seen(int i) {
        return s.like(i, SEEN) || (s.like(i, "up|ups") && s.like(i - 1, "follow|check|-"));
    }

    /** Whether what is measured or done stands right before. */
    private boolean measured(int i) {
        int last = i - 1;
        while (s.like(last, DONE)) {
            last--;
        }
        for (int from = Math.max(0, last - 4); from <= last; from++) {
            Optional<OrderedNames.Found> named = OrderedNames.at(s, from);
            if (named.filter(n -> n.to() == i || s.like(n.to(), DONE)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "as of next year", "ending next month", "index date tomorrow". */
    private void later(int i) {
        boolean next = s.like(i, "next") && s.like(i + 1, "year|month|week|decade");
        boolean tomorrow = s.like(i, "tomorrow");
        int at = s.like(i - 1, "in|on|by|the") ? i - 2 : i - 1;
        boolean of = s.like(at, "of") && !s.like(at - 1, "as|end|date");
        if ((next || tomorrow) && s.like(at, LED) && !of && s.free(i)) {
            draft.problem(
                    "request.index.future",
                    i,
                    next ? i + 2 : i + 1,
                    "Nothing is on record after today.",
                    "until today, or: from 2019 to 2024");
        }
    }
}
