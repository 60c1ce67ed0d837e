package org.anamnesis.interpret;

import java.time.LocalDate;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Edit;

/** A history by dates: "from 2019 to 2024", "between 2015 and 2020", "from diagnosis to today". */
final class CalendarWords {
    private static final String LED =
            "from|between|during|over|covering|spanning|in|years|period|records|data|history|histories|encounters|visits|ehrs?|starting|beginning|starts?|begins?|started|begun|since";
    private static final String DIAGNOSIS = "diagnosis|onset|diagnosed";

    /** What else may lie between two years. */
    static final String OTHER =
            "diagnosed|diagnosis|onset|born|birth|began|started|admitted|died|is|are|was|were|value|values|level|levels";

    /** What may have gone by since then. */
    private static final String PASSED =
            "years?|months?|weeks?|days?|yrs?|time|times|duration|passed|elapsed|long|ago|is|are|was";

    private static final String NOW = "today|now|present|date|index|end|visit|baseline";

    private final Draft draft;
    private final Sentence s;

    private CalendarWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        CalendarWords words = new CalendarWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            words.years(i);
            words.bare(i);
            words.sinceDiagnosis(i);
            words.sinceBirth(i);
        }
    }

    /** Two dates behind each other, led by a word of time, so that no counts are taken for it. */
    private void years(int i) {
        boolean begins = s.like(i, "starting|beginning|starts?|begins?|started|begun|since");
        int start = s.like(i + 1, begins ? "on|in|at|with|from|by" : "the|of") ? i + 2 : i + 1;
        start = s.like(start, "years?|period") ? start + 1 : start;
        boolean led = s.like(i, LED);
        boolean other = s.like(i - 1, OTHER) || measured(i - 1);
        Optional<CalendarDate> first = led && !other ? CalendarDate.at(s, start) : Optional.empty();
        int to = first.map(CalendarDate::to).orElse(0);
        int ends = s.like(to, ",|and|but") ? to + 1 : to;
        ends = s.like(ends, "and") ? ends + 1 : ends;
        boolean ending = s.like(ends, "ending|ends?|until|till|finishing|stopping|stops?");
        boolean joined = begins ? ending : s.like(to, "to|-|until|till|through|and|up") || ending;
        if (first.isEmpty() || !joined) {
            return;
        }
        to = ending ? ends : to;
        int last =
                ending && s.like(to + 1, "on|in|at|with|by")
                        ? to + 2
                        : s.like(to, "up") && s.like(to + 1, "to") ? to + 2 : to + 1;
        last = s.like(last, "the") && s.like(last + 1, "end") ? last + 3 : last;
        Optional<CalendarDate> second = CalendarDate.at(s, last);
        if (second.isPresent() && s.free(start, second.get().to())) {
            int from = s.free(i, start) ? i : start; // "patients from" may be one name
            int end = second.get().to();
            end = s.like(end, "period|years") ? end + 1 : end;
            LocalDate a = first.get().first();
            LocalDate b = second.get().last();
            if (!b.isBefore(a)) {
                draft.edit(new Edit.SetCalendar(a, b), from, end);
            } else {
                draft.problem(
                        "request.history.reversed",
                        from,
                        end,
                        "The history would end before it begins.",
                        "from %s to %s"
                                .formatted(
                                        s.quote(last, second.get().to()),
                                        s.quote(start, first.get().to())));
            }
        }
    }

    /**
     * "300 CKD patients, 2019-2024", "March 2017 to June 2021", and no two counts: they stand
     * apart.
     */
    private void bare(int i) {
        boolean apart = s.like(i - 1, ",|;|\\(") || s.like(i - 1, TimelineWords.PEOPLE);
        Optional<CalendarDate> first = apart ? CalendarDate.at(s, i) : Optional.empty();
        int to = first.map(CalendarDate::to).orElse(-1);
        boolean joined = to > 0 && s.like(to, "-|to|until|through");
        Optional<CalendarDate> last = joined ? CalendarDate.at(s, to + 1) : Optional.empty();
        int end = last.map(CalendarDate::to).orElse(-1);
        boolean ends = end >= s.size() || s.like(end, ",|;|\\)|\\.|with|in|on|as");
        if (i == 0 || end < 0 || !ends || !s.free(i, end)) {
            return;
        }
        if (first.isPresent() && last.isPresent()) {
            LocalDate a = first.get().first();
            LocalDate b = last.get().last();
            if (a.isBefore(b)) {
                draft.edit(new Edit.SetCalendar(a, b), i, end);
            }
        }
    }

    /** "from diagnosis to today", "since the diagnosis", "from onset until the index visit". */
    private void sinceDiagnosis(int i) {
        if (!s.like(i, "from|since")) {
            return;
        }
        int at = s.like(i + 1, "the|their|its|first|date|time") ? i + 2 : i + 1;
        at = s.like(at, "of|first") ? at + 1 : at;
        at = s.like(at, "the|their") ? at + 1 : at;
        if (!s.like(at, DIAGNOSIS)) {
            return;
        }
        boolean death = s.like(at + 1, "to|until|till") && s.like(at + 2, "death|they|their");
        int to = death ? at + 1 : nowFrom(s, at + 1);
        if (to > at + 1 || death) {
            // said to its end
        } else if (s.like(to, "for") && s.at(to + 1).number()) {
            return; // "from the diagnosis for 10 years" ends before the index visit
        } else if (s.like(i, "from")) {
            return; // "from diagnosis" alone says nothing of an end
        } else if (s.like(i - 1, PASSED)) {
            return; // "5 years since the diagnosis" is how long they have had it
        }
        if (s.free(i, to)) {
            draft.edit(new Edit.SinceDiagnosis(), i, to);
        }
    }

    /** "from birth to today", "since birth", "lifelong histories", "their whole lives". */
    private void sinceBirth(int i) {
        int to = -1;
        if (s.like(i, "from|since") && s.like(i + 1, "birth")) {
            int end = nowFrom(s, i + 2);
            boolean whole = end > i + 2 || history();
            to = whole ? end : -1;
        } else if (s.like(i, "lifelong|lifetime|life-long|cradle-to-grave")) {
            to = s.like(i + 1, "history|histories|records?|timelines?|ehrs?") ? i + 2 : -1;
        } else if (s.like(i, "whole|entire|complete|full") && s.like(i + 1, "lives|life")) {
            to = s.like(i - 1, "their|the|a|his|her|each") && history() ? i + 2 : -1;
        }
        if (to > 0 && s.free(i, to)) {
            draft.edit(new Edit.SinceBirth(), i, to);
        }
    }

    /** The token behind "to today", of which at least "today" is said; the same if it is not. */
    static int untilNow(Sentence s, int at) {
        int to = nowFrom(s, at);
        return to > at && s.like(to - 1, NOW) ? to : at;
    }

    /** The token behind "to today", "until the index visit"; the same if it does not stand here. */
    private static int nowFrom(Sentence s, int at) {
        int to = at;
        if (s.like(to, "to|until|till|up|through|on|onwards?|onward")) {
            to++;
            to = s.like(to, "to|the|until") ? to + 1 : to;
            to = s.like(to, "the") ? to + 1 : to;
            to = s.like(to, NOW) ? to + 1 : to;
            to = s.like(to - 1, "index") && s.like(to, "visit|date") ? to + 1 : to;
        }
        return to;
    }

    /** The name of an observation, which may lie between two numbers, and of nothing else. */
    private boolean measured(int i) {
        boolean had =
                s.named().stream()
                        .anyMatch(n -> n.is(Concept.Kind.CONDITION) && n.from() <= i && i < n.to());
        return s.observed(i) && !had;
    }

    private boolean history() {
        for (int k = 0; k < s.size(); k++) {
            if (s.like(k, "history|histories|visits?|records?|encounters?|followed|timeline")) {
                return true;
            }
        }
        return false;
    }
}
