package org.anamnesis.interpret;

import java.time.LocalDate;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Timeline;

/**
 * "start in January 2016", of a history of so many years; "from 2019 to today", "followed since
 * 2019", which end in the index visit.
 */
final class StartWords {
    private static final String STARTS =
            "starts?|starting|begins?|beginning|commences?|commencing|from|since";

    /** What goes on from a date that stands behind it. */
    private static final String GOES_ON =
            "history|histories|timelines?|records|data|visits|encounters|followed|follow-up|followup|up|seen|tracked|observed|ehrs?";

    private static final double DAYS = 365.25;

    private StartWords() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        Optional<Timeline> there = current.beyond().timeline();
        double years = draft.years().orElse(there.map(Timeline::years).orElse(0.0));
        for (int i = 0; i < s.size(); i++) {
            boolean led = s.like(i, STARTS);
            if (!s.free(i) || s.like(i - 1, CalendarWords.OTHER) || !(led || s.at(i).number())) {
                continue;
            }
            int at = led ? i + 1 : i;
            while (s.like(at, "in|on|with|at|of|the|year|it|them|date|should|be|is|:")) {
                at++;
            }
            Optional<CalendarDate> date = CalendarDate.at(s, at);
            if (date.isEmpty() || !s.free(i, date.get().to())) {
                continue;
            }
            int to = date.get().to();
            boolean onwards = s.like(to, "on|onwards?");
            int now = CalendarWords.untilNow(s, to);
            boolean open = onwards || now > to || s.like(i - 1, GOES_ON);
            boolean again = there.isPresent() && i == 0 && to >= s.size();
            boolean dated = !s.like(i, "from|since") || open || again || to > at + 1;
            boolean sure = led ? dated : now > to; // "2019 to today"

            double behind = years > 0 ? 0 : lasting(s, to); // "starting 2016-01-01 for 3 years"
            double span = years > 0 ? years : behind;
            LocalDate first = date.get().first();
            LocalDate last =
                    span > 0 ? first.plusDays(Math.round(span * DAYS) - 1) : current.indexDate();
            boolean spanned = span > 0 || there.isPresent() || open;
            if (sure && spanned && !last.isBefore(first)) {
                int end = behind > 0 ? to + 3 : now > to ? now : onwards ? to + 1 : to;
                boolean part = s.like(i - 1, led ? "followed|seen|tracked|observed" : "of|from");
                int from = part && s.free(i - 1) ? i - 1 : i;
                draft.edit(new Edit.SetCalendar(first, last), from, end, false);
                s.use(from, end);
                if (span <= 0) {
                    draft.assume(
                            "No end was given as a date: the history ends on the index date, "
                                    + last
                                    + ".");
                }
                return;
            }
            if (sure && open && last.isBefore(first)) {
                int end = Math.max(now, onwards ? to + 1 : to);
                draft.problem(
                        "request.history.late",
                        i,
                        end,
                        "The history would begin after the index date, " + last + ".",
                        "from %d to %d".formatted(first.getYear(), first.getYear() + 1));
                s.use(i, end);
                return;
            }
        }
    }

    /** Years behind the date, 0 if none are said. */
    private static double lasting(Sentence s, int to) {
        boolean led = s.like(to, "for|over|lasting|during") && s.at(to + 1).number();
        double months = led && s.like(to + 2, "months?") ? s.at(to + 1).doubleValue() / 12 : 0;
        return led && s.like(to + 2, "years?|yrs?") ? s.at(to + 1).doubleValue() : months;
    }
}
