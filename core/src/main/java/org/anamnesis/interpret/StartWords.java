package org.anamnesis.interpret;

import java.time.LocalDate;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Timeline;

/** "start in January 2016", of a history of so many years. */
final class StartWords {
    private static final String STARTS =
            "starts?|starting|begins?|beginning|commences?|commencing|from|since";
    private static final double DAYS = 365.25;

    private StartWords() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        Optional<Timeline> there = current.beyond().timeline();
        double years = draft.years().orElse(there.map(Timeline::years).orElse(0.0));
        for (int i = 0; i < s.size(); i++) {
            if (!s.like(i, STARTS) || !s.free(i)) {
                continue;
            }
            int at = i + 1;
            while (s.like(at, "in|on|with|at|of|the|year|it|them|date|should|be|is|:")) {
                at++;
            }
            Optional<CalendarDate> date = CalendarDate.at(s, at);
            if (date.isEmpty() || !s.free(i, date.get().to())) {
                continue;
            }
            int to = date.get().to();
            boolean onwards = s.like(to, "on|onwards?");
            boolean sure = !s.like(i, "from|since") || onwards || to > at + 1;
            double behind = years > 0 ? 0 : lasting(s, to); // "starting 2016-01-01 for 3 years"
            double span = years > 0 ? years : behind;
            LocalDate first = date.get().first();
            LocalDate last =
                    span > 0 ? first.plusDays(Math.round(span * DAYS) - 1) : current.indexDate();
            boolean spanned = span > 0 || there.isPresent();
            if (sure && spanned && !last.isBefore(first)) {
                int end = behind > 0 ? to + 3 : onwards ? to + 1 : to;
                draft.edit(new Edit.SetCalendar(first, last), i, end, false);
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
