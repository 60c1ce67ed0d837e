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
        for (int i = 0; i < s.size() && (years > 0 || there.isPresent()); i++) {
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
            LocalDate first = date.get().first();
            LocalDate last =
                    years > 0 ? first.plusDays(Math.round(years * DAYS) - 1) : current.indexDate();
            if (sure && !last.isBefore(first)) {
                draft.edit(new Edit.SetCalendar(first, last), i, onwards ? to + 1 : to, false);
                s.use(i, onwards ? to + 1 : to);
                return;
            }
        }
    }
}
