package org.anamnesis.interpret;

import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * When diabetes was diagnosed, the one onset that the survey asked for: "diagnosed in the last 5
 * years", "for more than 10 years", "newly diagnosed".
 */
final class OnsetWords {
    static final String DURATION = "diabetes_duration";
    private static final Set<String> RECENT = Set.of("last", "past", "previous");
    private static final Set<String> CUES =
            Set.of(
                    "diagnosed",
                    "diagnosis",
                    "onset",
                    "dx",
                    "since",
                    "for",
                    "had",
                    "duration",
                    "having");

    /** "for 40 to 60 years" is an age. */
    private static final double LONG = 30;

    private final Draft draft;
    private final Sentence s;

    /**
     * Whether an onset was asked last, or no other time at all, so that "the last 10 years" is
     * another one.
     */
    private final boolean asked;

    /** Whether everyone has it already, so that "their diabetes" asks for no other. */
    private final boolean known;

    private OnsetWords(Draft draft, CohortSpec current) {
        known = current.condition().filter(c -> c.startsWith("type-")).isPresent();
        asked =
                Last.of(current).filter(c -> Last.concept(c).equals(DURATION)).isPresent()
                        || (Last.asked(current, DURATION) && current.beyond().timeline().isEmpty());
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        OnsetWords words = new OnsetWords(draft, current);
        boolean talked =
                current.condition().filter(c -> c.startsWith("type-")).isPresent()
                        || words.s.named().stream()
                                .anyMatch(n -> n.concept().id().matches("type-[12]-diabetes"));
        boolean bare = words.s.english().toLowerCase(java.util.Locale.ROOT).contains("diabet");
        if (!talked && !bare) {
            return;
        }
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.at(i).number() && words.s.free(i)) {
                words.years(i);
            }
            words.newly(i);
            words.atAge(i);
        }
    }

    /** "diagnosed before the age of 40": at which age, which nothing here holds. */
    private void atAge(int i) {
        boolean said = s.like(i, "diagnos.*|onset|dx") && s.free(i);
        int at = i + 1;
        while (s.like(
                at,
                "before|after|since|in|at|by|under|over|until|the|an|ages?|of|with|when|younger|older|than|between|they|were")) {
            at++;
        }
        boolean age = false;
        for (int k = i + 1; k < at; k++) {
            age |= s.like(k, "ages?|younger|older");
        }
        age |= s.like(i + 1, "before|after") && !s.like(at + 1, "years?|months?");
        boolean year = s.at(at).text().matches("(?:19|20)[0-9]{2}");
        boolean number =
                at > i + 1
                        && s.at(at).number()
                        && (year || s.at(at).doubleValue() < AgeWords.OLDEST);
        if (said && year && number && !s.word(i + 1).equals("in")) {
            draft.invite(
                    "request.onset.year",
                    i,
                    at + 1,
                    "The calendar year of the diagnosis is not known here, only how long ago it was.",
                    "diagnosed in the last 5 years");
        } else if (said && age && number) {
            draft.invite(
                    "request.onset.age",
                    i,
                    at + 1,
                    "How old people were at the diagnosis is not known here.",
                    "diagnosed in the last 5 years");
        }
    }

    private void years(int i) {
        boolean months = s.like(i + 1, "months?|mos?");
        if (!months && !s.like(i + 1, "years?")) {
            return;
        }
        double years = s.at(i).doubleValue() / (months ? 12 : 1);
        String before = s.word(i - 1);
        boolean ago = s.word(i + 2).equals("ago");
        if (range(i, months ? 12 : 1, ago)) {
            return;
        }
        int cue = cue(i);
        int since = cue < 0 ? since(i) : -1;
        if (since > 0) {
            since(i, since, years);
            return;
        }
        if (cue < 0 && asked && (RECENT.contains(before) || before.equals("within"))) {
            cue = Math.max(0, i - 1);
        }
        if (cue < 0 || years < 0 || years > 80) {
            return;
        }
        boolean more =
                (s.after(i - 2, "more than") > 0 && !s.like(i - 3, "no|not"))
                        || s.after(i - 2, "at least") > 0
                        || s.after(i - 2, "longer than") > 0
                        || Words.like(before, "over|>|>=|above")
                        || (s.word(i + 2).equals("or") && s.like(i + 3, "longer|more|over|above"));
        boolean less =
                s.after(i - 2, "less than") > 0
                        || s.after(i - 3, "no more than") > 0
                        || s.after(i - 3, "not more than") > 0
                        || Words.like(before, "under|within|<|<=|below|most");
        boolean longer =
                s.like(i + 2, "or|and|\\+")
                        && s.like(i + 3, "longer|more|over|up|upwards|beyond|above");
        if (longer) {
            found(years, Double.POSITIVE_INFINITY, cue, i + 4);
            return;
        }
        if (RECENT.contains(before) || less) {
            found(Double.NEGATIVE_INFINITY, years, cue, ago ? i + 3 : i + 2);
        } else if (more) {
            boolean or = s.word(i + 2).equals("or");
            found(years, Double.POSITIVE_INFINITY, cue, ago ? i + 3 : or ? i + 4 : i + 2);
        }
    }

    /** "with a duration between 5 and 15 years", "diagnosed 5 to 10 years ago". */
    private boolean range(int i, int yearly, boolean ago) {
        int first = i - 2;
        boolean two =
                s.like(i - 1, "-|–|to|and|through") && s.at(first).number() && s.free(first, i);
        int cue = first - 1;
        while (two
                && s.free(cue)
                && (s.inConcept(cue)
                        || s.like(
                                cue,
                                "between|from|of|about|the|a|is|was|:|been|disease|diabetes"))) {
            cue--;
        }
        double low = s.at(first).doubleValue() / yearly;
        double high = s.at(i).doubleValue() / yearly;
        boolean lasting =
                s.like(cue, "for|had|having|since")
                        && (s.inConcept(cue - 1)
                                || s.inConcept(cue + 1)
                                || s.like(cue - 1, "diabetes|it|disease|condition"))
                        && high <= LONG;
        boolean said = s.like(cue, "duration|diagnos.*|dx|onset") || lasting;
        if (!two || !said || !s.free(cue) || low > high || s.like(i + 2, "old|olds|of")) {
            return false;
        }
        int start = s.like(cue - 1, "disease|diabetes") && s.free(cue - 1) ? cue - 1 : cue;
        found(low, high, start, ago ? i + 3 : i + 2);
        return true;
    }

    /** One past "8 years since diagnosis", "8 years after the diagnosis"; -1 if it is none. */
    private int since(int i) {
        int at = i + 2;
        boolean link = s.like(at, "since|after|from|of|past|with|into|ago");
        at = link ? at + 1 : at;
        while (s.like(at, "the|their|first|its|known|being|a|having|initial|original")) {
            at++;
        }
        boolean diagnosed = s.like(at, "diagnosis|diagnosed|onset|dx");
        boolean duration =
                s.word(i + 2).equals("of")
                        && (s.word(at).equals("disease") || s.inConcept(at))
                        && !s.word(at).equals("diagnosis");
        return link && (diagnosed || duration) && s.free(i, at) ? at + 1 : -1;
    }

    private void since(int i, int to, double years) {
        String before = s.word(i - 1);
        boolean two = s.free(i - 2) && i >= 2;
        boolean most =
                (two && s.word(i - 2).equals("at") && before.equals("most"))
                        || (two && s.word(i - 2).equals("up") && before.equals("to"))
                        || (before.equals("than") && s.like(i - 2, "less|fewer"))
                        || (before.equals("than") && s.after(i - 3, "no more") > 0)
                        || Words.like(before, "under|within|<|<=|below|maximum|max|max\\.");
        boolean least =
                (two && s.word(i - 2).equals("at") && before.equals("least"))
                        || (before.equals("than") && s.like(i - 2, "more|longer"))
                        || Words.like(before, "over|>|>=|above|minimum|min");
        int from = Words.like(before, "most|least|to|than") ? i - 2 : i - 1;
        from = s.after(i - 3, "no more than") > 0 ? i - 3 : from;
        if (most || s.after(i - 3, "no more than") > 0) {
            found(Double.NEGATIVE_INFINITY, years, from, to);
        } else if (least) {
            found(years, Double.POSITIVE_INFINITY, from, to);
        }
    }

    /** The word of diagnosis some words before the number. */
    private int cue(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 7); k--) {
            if (!s.free(k)) {
                return -1;
            }
            boolean lasting = CUES.contains(s.word(k));
            boolean diagnosed = s.like(k, "diagnos.*|dx") || s.word(k).equals("onset");
            int end = k;
            boolean drug = // "on insulin for more than 2 years"
                    s.named().stream()
                            .anyMatch(n -> n.to() == end && !n.is(Concept.Kind.CONDITION));
            boolean with = s.like(k, "had|having|for|duration|since") && !drug;
            if (lasting && (diagnosed || (with && !RECENT.contains(s.word(i - 1))))) {
                return k;
            }
        }
        return -1;
    }

    private void newly(int i) {
        boolean newly = s.like(i, "newly|recently|freshly") && s.word(i + 1).equals("diagnosed");
        boolean onset = s.word(i).equals("new") && s.word(i + 1).equals("onset");
        boolean year = // "diagnosed in the past year"
                s.like(i, "past|last|previous")
                        && s.word(i + 1).equals("year")
                        && s.free(i)
                        && cue(i) >= 0;
        if ((newly || onset || year) && s.free(i, i + 2)) {
            draft.assume("\"%s\" is taken as in the last year.".formatted(s.quote(i, i + 2)));
            found(Double.NEGATIVE_INFINITY, 1, i, i + 2);
        }
    }

    private void found(double low, double high, int cue, int to) {
        int from = known ? disease(cue) : cue;
        var range = new QuantityRange(low, high, "a");
        draft.found(Draft.Topic.LIMIT, new ObservationWithin(DURATION, range), from, to);
    }

    /** Start of "have had their diabetes" before the word of lasting. */
    private int disease(int cue) {
        int at = cue;
        boolean named = false;
        while (s.free(at - 1)
                && s.like(
                        at - 1,
                        "their|the|diabetes|disease|condition|illness|it|had|have|has|been|who|lived|living|with|known|type|[12]")) {
            at--;
            named |= s.like(at, "diabetes|disease|condition|illness");
        }
        return named ? at : cue;
    }
}
