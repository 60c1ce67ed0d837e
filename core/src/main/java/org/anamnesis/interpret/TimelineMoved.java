package org.anamnesis.interpret;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Timeline;

/**
 * A history that is asked already, made longer or shorter by so much: "extend the history by 2
 * years", "add 3 more years", "6 months shorter", "double the follow-up".
 */
final class TimelineMoved {
    private static final String UNITS = "years?|yrs?|months?";
    private static final String LONGER =
            "extend|lengthen|prolong|stretch|expand|add|longer|more|another|further|additional|extra";
    private static final String SHORTER =
            "shorten|cut|trim|shorter|less|fewer|reduce|curtail|truncate|limit|restrict";
    private static final String HISTORY =
            "history|histories|timelines?|follow|up|followup|follow-up|records?|span|observation|data|period|look-?back|backwards?|back";
    private static final String LINKS =
            "the|by|of|to|it|them|an?|please|for|that|this|its|their|with|make|and|keep|last|past|previous|recent|most|only|just|down|-|'|on|in|at|all|everyone|everybody";

    private static final double LONGEST = 120;
    private static final double DAYS = 365.25;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private TimelineMoved(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /** Nothing of a history that is not there, nor of a message that says something else, too. */
    static void find(Draft draft, CohortSpec current) {
        Optional<Timeline> there = current.beyond().timeline();
        if (there.isPresent()) {
            var moved = new TimelineMoved(draft, current);
            moved.by(there.get());
            moved.times(there.get());
        }
    }

    private void by(Timeline there) {
        int n = -1;
        int longer = 0;
        int shorter = 0;
        boolean history = false;
        boolean verb = false;
        for (int i = 0; i < s.size(); i++) {
            boolean amount = s.at(i).number() && unit(i) > 0;
            if (amount && n < 0) {
                n = i;
                i = unit(i) - 1;
            } else if (s.at(i).number() || !s.free(i)) {
                return;
            } else if (s.like(i, LONGER) || s.like(i, SHORTER)) {
                longer += s.like(i, LONGER) ? 1 : 0;
                shorter += s.like(i, SHORTER) ? 1 : 0;
                verb |= s.like(i, "extend|lengthen|prolong|shorten|longer|shorter|stretch");
            } else if (s.like(i, HISTORY)) {
                history = true;
            } else if (!s.like(i, LINKS + "|[.!,]")) {
                return;
            }
        }
        int to = n - 1;
        while (to > 0 && s.like(to, "the|their|last|past|previous|recent|most|just|only")) {
            to--;
        }
        boolean absolute = n > 0 && s.like(to, "to");
        boolean last = absolute && s.like(n - 1, "last|past|previous|recent"); // "to the last 3"
        boolean meant = history || verb || last || longer > 1 || (longer == 1 && s.size() <= 4);
        boolean kept = longer + shorter == 0 && n > 0 && s.like(n - 1, "last|past|previous|recent");
        if (kept && IntStream.range(0, n).anyMatch(i -> s.like(i, "only|just|keep"))) {
            double asked = s.at(n).doubleValue() / (s.like(unit(n) - 1, "months?") ? 12 : 1);
            if (asked < span(there)) { // "only the last 5 years"
                moved(there, asked - span(there));
            }
            return;
        }
        if (n < 0 || !meant || (longer > 0) == (shorter > 0)) {
            return;
        }
        boolean months = s.like(unit(n) - 1, "months?");
        double years = s.at(n).doubleValue() / (months ? 12 : 1);
        if (absolute) { // "extend it to 10 years"
            moved(there, years - span(there));
            return;
        }
        moved(there, longer > 0 ? years : -years);
    }

    /** One past the unit of a number: "2 years", "3 more years"; 0 if it has none. */
    private int unit(int n) {
        int at = s.like(n + 1, "more|further|additional|extra|other") ? n + 2 : n + 1;
        return s.like(at, UNITS) ? at + 1 : 0;
    }

    private void times(Timeline there) {
        double factor =
                s.like(0, "double") ? 2 : s.like(0, "triple") ? 3 : s.like(0, "halve") ? .5 : 0;
        int at = s.like(1, "the|their|its|this") ? 2 : 1;
        boolean up = s.like(at, "follow") && s.like(at + 1, "up");
        int end = up ? at + 2 : s.like(at, "history|histories|timeline|followup|span") ? at + 1 : 0;
        if (factor > 0 && end > 0 && end >= s.size() && s.free(0, s.size())) {
            double years = span(there);
            moved(there, years * (factor - 1));
        }
    }

    private double span(Timeline there) {
        if (there.start() instanceof Timeline.On on) {
            return (current.indexDate().toEpochDay() - on.date().toEpochDay()) / DAYS;
        }
        return there.years();
    }

    private void moved(Timeline there, double years) {
        double span = span(there) + years;
        if (span(there) <= 0) { // since the diagnosis or birth
            return;
        }
        if (!(span > 1e-9 && span <= LONGEST)) {
            draft.problem(
                    "request.history.none",
                    0,
                    s.size(),
                    span > LONGEST ? "Nobody has so long a history." : "A history has some length.",
                    "5 years of history, or none at all");
        } else if (there.start() instanceof Timeline.On on) {
            LocalDate first = on.date().minusDays(Math.round(years * DAYS));
            draft.edit(new Edit.SetCalendar(first, current.indexDate()), 0, s.size());
        } else {
            double rounded = Math.rint(span * 1e6) / 1e6;
            draft.edit(new Edit.SetTimeline(rounded, 0), 0, s.size());
        }
    }
}
