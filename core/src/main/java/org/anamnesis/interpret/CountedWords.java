package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.ContactCount;
import org.anamnesis.spec.Edit;

/**
 * How many stays, emergency visits or visits each patient has: "each with exactly two hospital
 * admissions", "3 visits each", "at least one emergency visit a year", "4 to 6 visits",
 * "hospitalised twice".
 */
final class CountedWords {
    /** More of them are patients rather than what each has. */
    private static final int MOST_STAYS = 12;

    private static final int MOST_VISITS = 60;
    private static final String VISIT =
            "visits?|encounters?|appointments?|consultations?|contacts?";
    private static final String ATTENDED = VISIT + "|attendances?|presentations?|episodes?";
    private static final String STAYS = "stays?|admissions?|visits?|encounters?|episodes?";
    private static final String SAID =
            "with|has|having|have|had|each|every|all|them|everyone|everybody|patients?|make|made|need|needs|want|of|who|must|should|,|and|were|was|are|is|been|be|to|:|exactly|precisely|just|only|people|cohort";

    private final Draft draft;
    private final Sentence s;
    private final boolean history;

    private CountedWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.history = HistorySigns.any(s, current);
    }

    static void find(Draft draft, CohortSpec current) {
        var words = new CountedWords(draft, current);
        for (int i = 0; i < words.s.size() && words.history; i++) {
            if (words.s.free(i) && !words.noun(i)) {
                words.verb(i);
            }
        }
    }

    /** From {@code least} to {@code most}; whether each word says so of a number of contacts. */
    private record Bounds(int least, int most, boolean said, int to) {}

    /** "at least one hospital stay each", "between 1 and 3 ED visits a year". */
    private boolean noun(int i) {
        if (!starts(i)) {
            return false;
        }
        Bounds b = bounds(i);
        int at = b.to() < 0 ? -1 : b.to();
        while (at > 0
                && s.like(at, "planned|scheduled|outpatient|office|clinic|ambulatory|more|or")) {
            at++;
        }
        Optional<ContactCount.Kind> of = at < 0 ? Optional.empty() : kind(at);
        return of.isPresent() && emit(i, b, of.get(), kindEnd(at));
    }

    /** "hospitalised at least twice", "admitted once". */
    private boolean verb(int i) {
        if (!s.like(i, "hospitali[sz]ed|admitted") || !starts(i)) {
            return false;
        }
        int at = s.like(i + 1, "to") ? i + 2 : i + 1;
        at = s.like(at, "the|a") && s.like(at + 1, "hospital") ? at + 1 : at;
        at = s.like(at, "hospital") ? at + 1 : at;
        Bounds b = bounds(at);
        int end = b.to() > 0 && s.like(b.to(), "times?") ? b.to() + 1 : b.to();
        boolean counted = end > b.to() || (b.to() > 0 && s.like(b.to() - 1, "once|twice|thrice"));
        return counted && emit(i, b, ContactCount.Kind.HOSPITAL, end);
    }

    /** Whether nothing before it says that it is of some, or of none. */
    private boolean starts(int i) {
        int at = i - 1;
        while (at >= 0 && s.like(at, SAID)) {
            at--;
        }
        boolean some =
                s.at(at).kind() == Token.Kind.FRACTION
                        || s.like(
                                at, "%|percent|half|some|most|many|few|average|mean|median|one|or")
                        || (s.at(at).number() && s.at(at).doubleValue() <= 100 && at == i - 1);
        boolean none =
                s.like(
                        at,
                        "no|not|without|exclude|excluding|never|nobody|none|drop|except|after|first|last|between|least|most|than|up|until|before|in|during|within|per|who|length|rate|-|readmitted|from");
        boolean followUp =
                s.like(at, "up") && s.like(at - 1, "follow"); // "5 years of follow-up, ..."
        return !some && (!none || followUp);
    }

    private Bounds bounds(int i) {
        int at = i;
        int low = 0;
        int most = ContactCount.OPEN;
        boolean exact = false;
        int[] least = {0};
        if (phrase(
                at,
                least,
                "at least",
                "no fewer than",
                "not fewer than",
                "no less than",
                "a minimum of",
                "minimum",
                "min")) {
            low = 1;
        } else if (phrase(at, least, "more than", "over")) {
            low = 2;
        } else if (phrase(
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
        } else if (phrase(at, least, "fewer than", "less than", "under")) {
            low = -2;
        } else if (phrase(at, least, "exactly", "precisely", "just", "only")) {
            exact = true;
        } else if (phrase(at, least, "between", "from")) {
            exact = true;
        }
        at = least[0] > 0 ? least[0] : i;
        int n = number(at);
        if (n < 0) {
            return new Bounds(0, 0, false, -1);
        }
        int to = at + 1;
        boolean article = s.like(at, "an?");
        if (low != 0) {
            return switch (low) {
                case 1 -> new Bounds(n, most, true, to);
                case 2 -> new Bounds(n + 1, most, true, to);
                case -1 -> new Bounds(0, n, true, to);
                default -> new Bounds(0, n - 1, true, to);
            };
        }
        int second = s.like(to, "to|-|–|or|and") ? number(to + 1) : -1;
        boolean range = second > n && (exact || !s.like(to, "and"));
        if (range) {
            return new Bounds(n, second, true, to + 2);
        }
        boolean plus = s.like(to, "\\+") || (s.like(to, "or") && s.like(to + 1, "more"));
        if (plus) {
            return new Bounds(n, most, true, s.like(to, "\\+") ? to + 1 : to + 2);
        }
        if (s.like(to, "or") && s.like(to + 1, "fewer|less")) {
            return new Bounds(0, n, true, to + 2);
        }
        return article ? new Bounds(1, most, false, to) : new Bounds(n, n, exact, to);
    }

    private boolean phrase(int i, int[] to, String... any) {
        for (String p : any) {
            int end = s.after(i, p);
            if (end > 0) {
                to[0] = end;
                return true;
            }
        }
        return false;
    }

    private int number(int i) {
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

    private Optional<ContactCount.Kind> kind(int i) {
        if (s.like(i, "hospital|inpatient|in-patient") && s.like(i + 1, STAYS)) {
            return Optional.of(ContactCount.Kind.HOSPITAL);
        }
        if (s.like(i, "hospitali[sz]ations?|admissions?")) {
            return Optional.of(ContactCount.Kind.HOSPITAL);
        }
        boolean emergency = s.like(i, "emergency|ed|er|a&e");
        int at = emergency && s.like(i + 1, "department|room") ? i + 2 : i + 1;
        if (emergency && s.like(at, ATTENDED)) {
            return Optional.of(ContactCount.Kind.EMERGENCY);
        }
        return s.like(i, VISIT) ? Optional.of(ContactCount.Kind.VISITS) : Optional.empty();
    }

    private int kindEnd(int i) {
        int at = i;
        while (s.like(at, "hospital|inpatient|in-patient|emergency|ed|er|a&e|department|room")) {
            at++;
        }
        return at + 1;
    }

    private boolean emit(int from, Bounds b, ContactCount.Kind of, int end) {
        int to = end;
        boolean each = s.like(to, "each|apiece") && !s.like(to + 1, "year|month|week|day");
        each |= s.like(to, "per|a|for") && s.like(to + 1, "patient|person|head|each|every");
        to = each ? (s.like(to, "each|apiece") ? to + 1 : to + 2) : to;
        boolean yearly = s.like(to, "a|per|each|every|in") && s.like(to + 1, "year|annum");
        yearly |= s.like(to, "each") && s.like(to + 1, "year");
        boolean annual = s.like(to, "yearly|annually");
        int last = yearly ? to + 2 : annual ? to + 1 : to;
        boolean other = s.like(to, "a|per|each|every") && s.like(to + 1, "month|week|day|quarter");
        boolean mean = s.like(last, "on|in") && s.like(last + 1, "average|mean");
        boolean part = s.like(last, "in|within|during|over|after|before") && part(last + 1);
        boolean length = s.like(last, "of|lasting|for") && s.at(last + 1).number();
        boolean led = s.like(from - 1, "each|every|everyone|everybody|all|patient");
        for (int k = from - 1; k >= 0 && s.like(k, SAID); k--) {
            led |= s.like(k, "each|everyone|everybody|every|all");
        }
        boolean visits = of == ContactCount.Kind.VISITS;
        boolean rhythm = visits && (yearly || annual) && b.least() == b.most();
        boolean meant = !visits || b.said() || each || led;
        int most = visits ? MOST_VISITS : MOST_STAYS;
        boolean few = b.least() <= most && b.most() >= Math.max(1, b.least());
        boolean spread = visits && !b.said() && s.like(last, "over|in|within|during|across|spread");
        if (other || mean || part || length || rhythm || spread || !meant || !few) {
            return false;
        }
        if (b.least() == 0 && b.most() == ContactCount.OPEN) {
            return false;
        }
        if (!s.free(from, last)) {
            return false;
        }
        var count = new ContactCount(of, b.least(), b.most(), yearly || annual);
        draft.edit(new Edit.CountContacts(count), from, last);
        return true;
    }

    /** "the first year", "30 days of": a part of the history. */
    private boolean part(int i) {
        int at = s.like(i, "the|their|his|her") ? i + 1 : i;
        boolean some =
                s.like(
                                at,
                                "first|last|second|third|final|previous|past|initial|next|following|year")
                        && !s.like(at + 1, "\\.|,");
        boolean short_ = s.at(at).number() && s.like(at + 1, "days?|weeks?|months?");
        return some || short_;
    }
}
