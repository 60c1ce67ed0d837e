package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.ContactCount;

/**
 * How many of something are said: "at least two", "1 to 3", "2 or more", "twice".
 *
 * @param least none or more
 * @param most {@link ContactCount#OPEN} if nothing was said
 * @param said whether the words are of a number, as no bare "a" or "3" is
 * @param to the token behind them; −1 if no number stands there
 */
record CountBounds(int least, int most, boolean said, int to) {
    private static final String VISIT =
            "visits?|encounters?|appointments?|consultations?|contacts?";
    private static final String ATTENDED = VISIT + "|attendances?|presentations?|episodes?";
    private static final String STAYS = "stays?|admissions?|visits?|encounters?|episodes?";

    /** The number that is said from a token on; of every phrase the first that fits. */
    static CountBounds at(Sentence s, int i) {
        int at = i;
        int low = 0;
        int most = ContactCount.OPEN;
        boolean exact = false;
        int[] least = {0};
        if (phrase(
                s,
                at,
                least,
                "at least",
                "no fewer than",
                "not fewer than",
                "no less than",
                "a minimum of",
                "minimum",
                "min",
                ">=",
                "≥")) {
            low = 1;
        } else if (phrase(s, at, least, "more than", "over", ">")) {
            low = 2;
        } else if (phrase(
                s,
                at,
                least,
                "at most",
                "no more than",
                "not more than",
                "up to",
                "a maximum of",
                "maximum",
                "max")) {
            low = -1;
        } else if (phrase(s, at, least, "fewer than", "less than", "under")) {
            low = -2;
        } else if (phrase(s, at, least, "exactly", "precisely", "just", "only")) {
            exact = true;
        } else if (phrase(s, at, least, "between", "from")) {
            exact = true;
        }
        at = least[0] > 0 ? least[0] : i;
        int n = number(s, at);
        if (n < 0) {
            return new CountBounds(0, 0, false, -1);
        }
        int to = at + 1;
        boolean article = s.like(at, "an?");
        if (low != 0) {
            return switch (low) {
                case 1 -> new CountBounds(n, most, true, to);
                case 2 -> new CountBounds(n + 1, most, true, to);
                case -1 -> new CountBounds(0, n, true, to);
                default -> new CountBounds(0, n - 1, true, to);
            };
        }
        int second = s.like(to, "to|-|–|or|and") ? number(s, to + 1) : -1;
        boolean range = second > n && (exact || !s.like(to, "and"));
        if (range) {
            return new CountBounds(n, second, true, to + 2);
        }
        boolean plus = s.like(to, "\\+") || (s.like(to, "or") && s.like(to + 1, "more"));
        if (plus) {
            return new CountBounds(n, most, true, s.like(to, "\\+") ? to + 1 : to + 2);
        }
        if (s.like(to, "or") && s.like(to + 1, "fewer|less")) {
            return new CountBounds(0, n, true, to + 2);
        }
        return article ? new CountBounds(1, most, false, to) : new CountBounds(n, n, exact, to);
    }

    private static boolean phrase(Sentence s, int i, int[] to, String... any) {
        for (String p : any) {
            int end = s.after(i, p);
            if (end > 0) {
                to[0] = end;
                return true;
            }
        }
        return false;
    }

    private static int number(Sentence s, int i) {
        if (s.at(i).number()) {
            double n = s.at(i).doubleValue();
            return n == Math.rint(n) && n <= ContactCount.MOST ? (int) n : -1;
        }
        return switch (s.word(i)) {
            case "a", "an", "one", "once" -> 1;
            case "twice" -> 2;
            case "thrice" -> 3;
            default -> -1;
        };
    }

    /** What is counted: stays, emergency visits or visits that are named here. */
    static Optional<ContactCount.Kind> kind(Sentence s, int i) {
        if (s.like(i, "hospital|inpatient|in-patient") && s.like(i + 1, STAYS)) {
            return Optional.of(ContactCount.Kind.HOSPITAL);
        }
        if (s.like(i, "hospitali[sz]ations?|admissions?")) {
            return Optional.of(ContactCount.Kind.HOSPITAL);
        }
        if (s.like(i, "stays?") && s.like(i + 1, "in") && s.like(i + 2, "hospital")) {
            return Optional.of(ContactCount.Kind.HOSPITAL);
        }
        boolean emergency = s.like(i, "emergency|ed|er|a&e");
        int at = emergency && s.like(i + 1, "department|room") ? i + 2 : i + 1;
        if (emergency && s.like(at, ATTENDED)) {
            return Optional.of(ContactCount.Kind.EMERGENCY);
        }
        return s.like(i, VISIT) ? Optional.of(ContactCount.Kind.VISITS) : Optional.empty();
    }

    /** The token behind what is counted, which stands at {@code i}. */
    static int kindEnd(Sentence s, int i) {
        if (s.like(i + 1, "in") && s.like(i + 2, "hospital")) {
            return i + 3;
        }
        int at = i;
        while (s.like(at, "hospital|inpatient|in-patient|emergency|ed|er|a&e|department|room")) {
            at++;
        }
        return at + 1;
    }
}
