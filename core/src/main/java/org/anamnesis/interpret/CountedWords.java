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
    private static final String LISTED =
            "and|,|an?|at|least|most|exactly|one|two|hospital|inpatient|emergency|ed|er|department|room|stays?|admissions?|hospitali[sz]ations?|visits?|encounters?";
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
            if (words.s.free(i) && !words.many(i) && !words.noun(i)) {
                words.verb(i);
            }
        }
    }

    /** "1000 hospital stays each": of each, so that they are no people who are asked for. */
    private boolean many(int i) {
        Optional<ContactCount.Kind> of =
                s.at(i).number() ? CountBounds.kind(s, i + 1) : Optional.empty();
        int end = of.isPresent() ? CountBounds.kindEnd(s, i + 1) : i;
        boolean visits = of.filter(k -> k == ContactCount.Kind.VISITS).isPresent();
        int most = visits ? MOST_VISITS : MOST_STAYS;
        boolean each = s.like(end, "each|apiece") && !s.like(end + 1, "year|month|week|day");
        if (of.isEmpty() || !each || s.at(i).doubleValue() <= most) {
            return false;
        }
        draft.problem(
                "request.contacts.many",
                i,
                end + 1,
                "So many are not made of one patient: at most %d %s."
                        .formatted(most, of.get().label()),
                "each with 1 to 3 " + of.get().label());
        return true;
    }

    /** "at least one hospital stay each", "between 1 and 3 ED visits a year". */
    private boolean noun(int i) {
        if (!starts(i)) {
            return false;
        }
        CountBounds b = CountBounds.at(s, i);
        int at = b.to() < 0 ? -1 : b.to();
        while (at > 0
                && s.like(at, "planned|scheduled|outpatient|office|clinic|ambulatory|more|or")) {
            at++;
        }
        Optional<ContactCount.Kind> of = at < 0 ? Optional.empty() : CountBounds.kind(s, at);
        return of.isPresent() && emit(i, b, of.get(), CountBounds.kindEnd(s, at));
    }

    /** "hospitalised at least twice", "admitted once". */
    private boolean verb(int i) {
        if (!s.like(i, "hospitali[sz]ed|admitted") || !starts(i)) {
            return false;
        }
        int at = s.like(i + 1, "to") ? i + 2 : i + 1;
        at = s.like(at, "the|a") && s.like(at + 1, "hospital") ? at + 1 : at;
        at = s.like(at, "hospital") ? at + 1 : at;
        CountBounds b = CountBounds.at(s, at);
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

    private boolean emit(int from, CountBounds b, ContactCount.Kind of, int end) {
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
        boolean whole = s.like(last, "over|during|across|for") && s.like(last + 2, "months?");
        boolean part =
                s.like(last, "in|within|during|over|after|before") && part(last + 1) && !whole;
        boolean length = s.like(last, "of|lasting|for") && s.at(last + 1).number();
        boolean led = s.like(from - 1, "each|every|everyone|everybody|all|patient");
        for (int k = from - 1; k >= 0 && s.like(k, SAID); k--) {
            led |= s.like(k, "each|everyone|everybody|every|all");
        }
        boolean visits = of == ContactCount.Kind.VISITS;
        boolean rhythm = visits && (yearly || annual) && b.least() == b.most();
        boolean meant = !visits || b.said() || each || led || eachOf(last);
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

    /** "3 outpatient visits and exactly 1 emergency visit each": the last says it of all. */
    private boolean eachOf(int from) {
        int at = from;
        while (s.at(at).number() || s.like(at, LISTED)) {
            at++;
        }
        return at > from && s.like(at, "each|apiece") && !s.like(at + 1, "year|month|week|day");
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
