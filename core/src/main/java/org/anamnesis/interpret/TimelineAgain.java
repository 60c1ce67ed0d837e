package org.anamnesis.interpret;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Timeline;

/**
 * Of a history that is asked already: "make it 18 months in total", "2 years altogether", "start in
 * 2015", "until 2021".
 */
final class TimelineAgain {
    private static final String START = "start|starts|starting|begin|begins|beginning|from|since";
    private static final String END =
            "end|ends|ending|stop|stops|stopping|until|till|to|through|finish";
    private static final String LINK =
            "in|with|at|the|year|of|on|onwards|only|already|up|history|records?|by";
    private static final String WHOLE = "total|altogether|overall|long|whole";
    private static final int EARLIEST = 1950;
    private static final int LATEST = 2100;

    /** The longest history in years. */
    private static final double LONGEST = 120;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private TimelineAgain(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        Optional<Timeline> there = current.beyond().timeline();
        if (there.isPresent() && new TimelineAgain(draft, current).gone()) {
            return;
        }
        if (draft.has(Edit.SetTimeline.class) || draft.has(Edit.SetCalendar.class)) {
            return; // moved by so much
        }
        int n = -1;
        for (int i = 0; i < draft.sentence.size() && there.isPresent(); i++) {
            boolean number = draft.sentence.at(i).number();
            if (number && n >= 0) {
                return;
            }
            n = number ? i : n;
        }
        if (n >= 0) {
            var again = new TimelineAgain(draft, current);
            again.lasting(n);
            again.year(n, there.get());
        }
    }

    /** "drop the follow-up", "one snapshot per patient is fine". */
    private boolean gone() {
        for (int i = 0; i < s.size(); i++) {
            int at = i + 1;
            while (s.like(at, "the|any|all|my|our|this|that|years|of|about")) {
                at++;
            }
            int end = Math.max(s.after(at, "follow up"), s.after(at, "follow - up"));
            end = end < 0 ? at : end;
            end = s.like(at, "timeline|history|histories|followup") ? at + 1 : end;
            boolean no = s.like(i, "no|without");
            boolean dropped = (no || RemovalWords.VERBS.contains(s.word(i))) && end > at;
            boolean once = once(i);
            boolean ends =
                    once || s.like(end, "|[.,;!]|any|anymore|again|please|after|and|altogether|at");
            if (s.free(i) && (dropped || once) && ends) {
                boolean whole = once || IntStream.range(end, s.size()).anyMatch(this::once);
                draft.edit(new Edit.DropTimeline(), once ? 0 : i, whole ? s.size() : end);
                return true;
            }
        }
        return false;
    }

    /** "just a snapshot", "cross-sectional only", and nothing else that says more. */
    private boolean once(int i) {
        boolean each = s.like(i + 1, "per|a|for") && s.like(i + 2, "each|patient|person");
        boolean said =
                s.like(i, "snapshots?")
                        || (s.like(i, "cross") && s.like(i + 1, "sectional"))
                        || s.like(i, "cross-sectional|crosssectional")
                        || (s.like(i, "visit|record|row") && s.like(i - 1, "single") && each);
        boolean index =
                (s.like(i, "index|single") || (s.at(i).number() && s.at(i).doubleValue() == 1))
                        && s.like(i + 1, "visit|record|row")
                        && (s.like(i - 1, "only|just") || s.like(i + 2, "only|each"));
        boolean no = i == 0 && s.like(0, "no") && s.like(1, "history|timeline|longitudinal");
        boolean all = s.like(2, "|[.!,]|please|at|any|anymore|data") && no;
        return (said || index || all) && s.size() <= 12;
    }

    /** Months, or years that are said to be all of them. */
    private void lasting(int n) {
        boolean months = s.like(n + 1, "months?|mos?");
        boolean years = s.like(n + 1, "years?|yrs?");
        boolean whole = false;
        for (int i = 0; i < s.size(); i++) {
            whole |= s.like(i, WHOLE);
        }
        double span = s.at(n).doubleValue() / (months ? 12 : 1);
        if ((months || (years && whole)) && span > 0 && span <= LONGEST && alone(n, n + 2)) {
            draft.edit(new Edit.SetTimeline(span, 0), 0, s.size());
        }
    }

    private void year(int n, Timeline there) {
        double value = s.at(n).doubleValue();
        boolean year = value == Math.rint(value) && value >= EARLIEST && value <= LATEST;
        if (!year || !(there.start() instanceof Timeline.On on) || !alone(n, n + 1)) {
            return;
        }
        int first = on.date().getYear();
        int last = current.indexDate().getYear();
        boolean start = said(n, START);
        boolean end = said(n, END);
        int from = start ? (int) value : first;
        int to = end ? (int) value : last;
        if (start != end && from <= to) {
            LocalDate a = start ? LocalDate.of(from, 1, 1) : on.date();
            LocalDate b = end ? LocalDate.of(to, 12, 31) : current.indexDate();
            draft.edit(new Edit.SetCalendar(a, b), 0, s.size());
        }
    }

    private boolean said(int n, String words) {
        for (int i = 0; i < n; i++) {
            if (s.like(i, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean alone(int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= from && i < to;
            boolean known =
                    s.like(i, START + "|" + END + "|" + LINK + "|" + WHOLE)
                            || FillerWords.ALL.contains(s.word(i));
            if (!inside && (!known || s.inConcept(i))) {
                return false;
            }
        }
        return true;
    }
}
