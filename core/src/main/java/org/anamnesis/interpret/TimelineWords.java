package org.anamnesis.interpret;

import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/** A span of history and how often patients come: "over 5 years, with 4 visits a year". */
final class TimelineWords {
    private static final Set<String> BEFORE = Set.of("over", "for", "during", "across", "spanning");
    private static final Set<String> HISTORY =
            Set.of(
                    "history",
                    "data",
                    "records",
                    "observation",
                    "visits",
                    "encounters",
                    "follow",
                    "followup",
                    "monitoring");
    private static final Set<String> VISITS =
            Set.of("visits", "visit", "encounters", "encounter", "appointments", "consultations");

    /** More years between commas may be an age after all. */
    private static final double LONGEST_BARE = 15;

    /** So few years between commas are no age of patients who are not called children. */
    private static final double SHORT_BARE = 5;

    private static final String WATCH =
            "watch|watching|following|monitoring|observing|tracking|checkups?|ups|reviews?|reviewed|checks?|appointments?|follow|followed|track|tracked|observe|observed|time|longitudinal|visits?|visited|seen|monitor|monitored|come";

    private static final String AGES =
            "under|below|younger|older|less|more|up|at|not|no|over|above|beyond";

    static final String PEOPLE =
            "patients?|people|persons?|women|men|adults|anyone|anybody|everyone|everybody|those|individuals|subjects|participants|cases|females?|males?|all|only|they|them|smokers";

    private static final String CHILDREN =
            "child|children|kids?|paediatrics?|pediatrics?|infants?|toddlers?|adolescents?|teenagers?|teens|girls?|boys?|babies|newborns?|schoolchildren|minors?|youths?";

    private final Draft draft;
    private final Sentence s;

    /** Where the first word of watching stands, once it is looked for. */
    private OptionalInt watch = OptionalInt.empty();

    private TimelineWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        TimelineWords words = new TimelineWords(draft);
        CalendarWords.find(draft);
        LastingWords.find(draft, current);
        DayWords.find(draft);
        for (int i = 0; i < words.s.size(); i++) {
            boolean a = words.s.word(i).equals("a") && BEFORE.contains(words.s.word(i - 1));
            if (a && words.s.free(i)) {
                words.years(i, 1);
            } else if (words.s.word(i).equals("daily") && VISITS.contains(words.s.word(i + 1))) {
                draft.edit(new Edit.SetTimeline(0, 365), i, i + 2);
            } else if (words.s.at(i).number() && words.s.free(i)) {
                words.span(i);
                words.bare(i);
                words.past(i);
                words.years(i, words.s.at(i).doubleValue());
                words.visits(i);
            }
        }
        LastingWords.beside(draft);
    }

    /** Years at the end of a message belong to no group and to no list that it ends with. */
    static void behind(Draft draft) {
        TimelineWords words = new TimelineWords(draft);
        Sentence s = words.s;
        int i = s.size() - 2;
        boolean apart = s.like(i - 2, ",|;|all|everyone|everybody");
        if (i > 2 && apart && s.at(i).number() && s.like(i + 1, "years?") && s.free(i - 1, i + 2)) {
            double span = s.at(i).doubleValue();
            if (words.recorded(i, span)) {
                draft.edit(new Edit.SetTimeline(span, 0), i - 1, i + 2);
            }
        }
    }

    /**
     * "200 patients with heart failure, 3 years, outpatient encounters only": years between commas
     * where records are spoken of or the years are few, and nobody is a child.
     */
    private void bare(int i) {
        boolean months = s.like(i + 1, "months?|mos?");
        double span = s.at(i).doubleValue() / (months ? 12 : 1);
        boolean opened = s.like(i - 1, ",|;|\\(");
        boolean closed = i + 2 >= s.size() || s.like(i + 2, ",|;|\\.|\\)|with|as");
        boolean years = months || s.like(i + 1, "years?|yrs?");
        boolean few = span > 0 && span <= LONGEST_BARE;
        if (!years || !few || !opened || !closed || !s.free(i, i + 2)) {
            return;
        }
        boolean recorded = HistorySigns.records(s) || rhythm();
        boolean told = recorded || (!months && span <= SHORT_BARE);
        if (told && !named(CHILDREN) && !aged(i)) {
            draft.assume(
                    "\"%s\" is taken as years of history; say \"aged %s\" for an age"
                            .formatted(s.quote(i, i + 2), s.word(i)));
            draft.edit(new Edit.SetTimeline(span, 0), i, i + 2);
        }
    }

    private boolean rhythm() {
        for (int k = 0; k < s.size(); k++) {
            if (Rhythm.at(s, k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "followed for 3 to 5 years": no record is of several lengths, and it is no age. */
    private void span(int i) {
        boolean range =
                s.like(i + 1, "to|-|and")
                        && s.at(i + 2).number()
                        && s.like(i + 3, "years?|months?");
        boolean watched =
                s.like(i - 1, "for|over|during|between")
                        && s.like(i - 2, "follow.*|observ.*|watch.*|track.*|monitor.*");
        if (range && watched && s.free(i - 2, i + 4)) {
            draft.unread(i - 2, i + 4);
        }
    }

    /** "10 years of history", "follow them over 5 years", "5-year follow-up". */
    private void years(int i, double amount) {
        if (!s.free(i)) {
            return;
        }
        boolean months = s.like(i + 1, "months?|mo|mos");
        boolean weeks = s.like(i + 1, "weeks?|days?") && s.like(i - 1, "over|across|spanning");
        boolean watch = // "5y follow-up", "3 yr longitudinal data"
                s.like(i + 2, "follow|followup|longitudinal|history|timeline|observation");
        if (!months
                && !weeks
                && !s.like(i + 1, "years?")
                && !(watch && s.like(i + 1, "y|yr|yrs"))) {
            return;
        }
        if (s.like(i - 1, "every|each")) {
            return; // "every 6 months visits"
        }
        double day = 1 / 365.25;
        double span = weeks ? amount * (s.like(i + 1, "days?") ? day : 7 * day) : amount;
        span = months ? amount / 12 : span;
        boolean lasts =
                s.like(i - 1, "lasts?|of|:|is|takes|runs|for|should|be|spans?") && followUp(i - 2);
        if (lasts && span > 0 && span <= 120) {
            draft.edit(new Edit.SetTimeline(span, 0), i - 1, i + 2);
            return;
        }
        int kind = i + 3; // "4 years of EHR data"
        while (s.like(
                kind,
                "ehrs?|emr|electronic|health|medical|clinical|patient|complete|full|longitudinal|real")) {
            kind++;
        }
        boolean of = s.word(i + 2).equals("of") && HISTORY.contains(s.word(kind));
        boolean led = s.word(i - 1).equals("of") && HISTORY.contains(s.word(i - 2));
        if (span == 0 && (of || led)) {
            none(led ? i - 2 : i, of ? i + 4 : i + 2);
            return;
        }
        if (of && span > 120) {
            draft.problem(
                    "request.history.long",
                    i,
                    i + 4,
                    "Nobody has so long a history.",
                    "10 years of history, or: from diagnosis to today");
            return;
        }
        boolean follow = s.like(i + 2, "follow|followup|longitudinal|timeline");
        // "a five-year history", but not "of hypertension", which is how long they have had it
        if (HISTORY.contains(s.word(i + 2))
                && !follow
                && !s.like(i + 3, "of|with")
                && span <= 120) {
            draft.edit(new Edit.SetTimeline(span, 0), i, i + 3);
            return;
        }
        boolean watched = firstWatch() < i;
        watched |= s.like(i - 2, "visits?|encounters?|appointments?");
        watched |= span < 18 && visited(i + 2);
        boolean over = BEFORE.contains(s.word(i - 1)) && (watched || recorded(i, span));
        if (span == 0 && over) {
            none(i - 1, i + 2);
            return;
        }
        int start = named(i);
        if (span > 0 && span <= 120 && start < i) {
            draft.edit(new Edit.SetTimeline(span, 0), start, i + 2);
        } else if (span > 0 && span <= 120 && (of || follow || over)) {
            int from = BEFORE.contains(s.word(i - 1)) ? i - 1 : i;
            int to =
                    of
                            ? (s.word(kind).equals("follow") && s.word(kind + 1).equals("up")
                                    ? kind + 2
                                    : kind + 1)
                            : follow ? (s.word(i + 3).equals("up") ? i + 4 : i + 3) : i + 2;
            draft.edit(new Edit.SetTimeline(span, 0), from, to);
        }
    }

    private void none(int from, int to) {
        draft.problem(
                "request.history.none",
                from,
                to,
                "A history has some length.",
                "5 years of history, or none at all");
    }

    /**
     * "with 20 observations over 5 years", "2000 diabetics over 5 years": no age of adults, and of
     * children only where they are named.
     */
    private boolean recorded(int i, double span) {
        boolean goesOn = s.like(i + 2, "and|or") && (s.at(i + 3).number() || s.like(i + 3, AGES));
        boolean whom = s.word(i + 2).equals("of") && s.like(i + 3, "whom|which|these|those|them");
        boolean age =
                goesOn
                        || (s.like(i + 2, "old|of|in|upwards") && !whom)
                        || (s.like(i + 2, "and|or") && !HistorySigns.records(s))
                        || s.like(i - 2, "ages?|aged|is|are");
        boolean people = s.like(i - 2, PEOPLE);
        boolean long_ = s.like(i - 1, "across|spanning") || (people ? span <= 10 : span < 18);
        boolean children = named(CHILDREN) && !aged(i) && !visited(i + 2);
        return s.like(i - 1, "over|across|spanning") && !age && long_ && !children;
    }

    /** Whether an age is said elsewhere: "children aged 4 to 12 over 5 years". */
    private boolean aged(int years) {
        for (int k = 0; k + 1 < s.size(); k++) {
            boolean cue =
                    s.like(k, "aged|ages?|under|below|between|younger")
                            && s.at(k + 1).number()
                            && k + 1 != years;
            boolean told = s.at(k).number() && s.like(k + 1, "-?year-?olds?|yo|to|-") && k != years;
            if (cue || (told && (s.at(k + 2).number() || !s.like(k + 1, "to|-")))) {
                return true;
            }
        }
        return false;
    }

    private boolean named(String words) {
        for (int k = 0; k < s.size(); k++) {
            if (s.like(k, words)) {
                return true;
            }
        }
        return false;
    }

    /** Where the first word of watching stands; beyond the end if there is none. */
    private int firstWatch() {
        if (watch.isEmpty()) {
            int at = 0;
            while (at < s.size() && !s.like(at, WATCH)) {
                at++;
            }
            watch = OptionalInt.of(at);
        }
        return watch.getAsInt();
    }

    /** "over six years, seen every three months": of children nobody speaks so. */
    private boolean visited(int from) {
        for (int k = from; k < s.size(); k++) {
            boolean each = s.like(k, "every|each|per|a") || s.like(k, "yearly|monthly|quarterly");
            String seeing = "visits?|seen|checked|reviewed|follow|ups?|appointments?|checks?";
            boolean rhythm = s.like(k, "yearly|monthly|quarterly") && s.like(k + 1, seeing);
            if ((each && s.like(k - 1, seeing)) || rhythm) {
                return true;
            }
        }
        return false;
    }

    /** Start of "follow-up of", "a time horizon of" before the number, or the number. */
    private int named(int i) {
        int at = i - 1;
        while (at > 0 && s.like(at, "of|:|is|=|for|about|over|lasts?|lasting|should|be")) {
            at--;
        }
        boolean up = s.word(at).equals("up") && s.word(at - 1).equals("follow");
        boolean one = s.like(at, "followup|horizon|observed");
        boolean period = s.word(at).equals("period") && s.like(at - 1, "observation|study");
        int from = up || period ? at - 1 : one ? at : i;
        return from < i && s.free(from, i) ? from : i;
    }

    /** "follow-up" that ends some tokens before, with words of being between. */
    private boolean followUp(int last) {
        int at = last;
        while (s.like(at, "should|is|must|to|be|last|period|time|the|a")) {
            at--;
        }
        boolean two = s.word(at).equals("up") && s.word(at - 1).equals("follow");
        boolean found = two || s.like(at, "followup|history|observation");
        if (found) {
            s.use(two ? at - 1 : at, last + 1);
        }
        return found;
    }

    /** "encounters over the last 3 years", "data of the past 24 months". */
    private void past(int i) {
        boolean last = s.like(i - 1, "last|past|previous|preceding|recent");
        int the = last && s.like(i - 2, "the|their") ? i - 2 : i - 1;
        boolean led = s.like(the - 1, "over|during|of|in|for|from|across|within");
        boolean months = s.like(i + 1, "months?");
        boolean kept = false;
        for (int k = Math.max(0, the - 4); k < the; k++) {
            kept |= HISTORY.contains(s.word(k)) || s.like(k, "followed|observed|seen|ehrs?");
        }
        double span = s.at(i).doubleValue() / (months ? 12 : 1);
        if (last && led && kept && (months || s.like(i + 1, "years?")) && span > 0 && span <= 120) {
            if (s.free(the - 1, i + 2)) {
                draft.edit(new Edit.SetTimeline(span, 0), the - 1, i + 2);
            }
        }
    }

    /** "5 visits over the last 18 months". */
    private boolean within(int i) {
        int at = i + 2;
        if (!s.like(at, "over|in|within|during|across|spread")) {
            return false;
        }
        at++;
        while (s.like(at, "over|the|a|last|past|previous|period|of")) {
            at++;
        }
        boolean months = s.like(at + 1, "months?");
        double span = s.at(at).number() ? s.at(at).doubleValue() / (months ? 12 : 1) : 0;
        boolean told = (months || s.like(at + 1, "years?")) && span > 0 && span <= 120;
        if (!told || !s.free(i, at + 2)) {
            return false;
        }
        double yearly = s.at(i).doubleValue() / span;
        draft.edit(new Edit.SetTimeline(span, yearly), i, at + 2);
        return true;
    }

    /** "4 visits a year", "12 visits per year". */
    private void visits(int i) {
        boolean visits = VISITS.contains(s.word(i + 1));
        boolean each = Set.of("a", "per", "each", "every", "/").contains(s.word(i + 2));
        boolean daily = s.word(i + 3).equals("day") && s.at(i).doubleValue() > 1;
        boolean more = s.word(i + 3).startsWith("year") && s.at(i).doubleValue() > 366;
        if (visits && each && (daily || more)) {
            draft.problem(
                    "request.visits.many",
                    i,
                    i + 4,
                    "A history holds one visit a day at most.",
                    "4 visits a year");
            return;
        }
        if (visits && within(i)) {
            return;
        }
        boolean yearly = visits && each && s.word(i + 3).startsWith("year");
        boolean annual = visits && s.like(i + 2, "yearly|annually");
        if ((yearly || annual) && s.at(i).doubleValue() <= 366) {
            draft.edit(new Edit.SetTimeline(0, s.at(i).doubleValue()), i, yearly ? i + 4 : i + 3);
        }
    }
}
