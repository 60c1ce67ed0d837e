package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.Edit;

/**
 * The day on which records end: "index date 2019-06-30", "as of June 2019", "ending in 2018". Of a
 * day that nothing is said of, no part is an age.
 */
final class DayWords {
    private static final String BETWEEN = "on|of|is|:|=|in|at|the";

    /** What begins or is compared there, of which others read. */
    private static final String LED = "from|since|after|before|between|starting|beginning|to|until";

    private final Draft draft;
    private final Sentence s;

    private DayWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        var words = new DayWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            words.read(i);
        }
    }

    private void read(int i) {
        Optional<CalendarDate> date = CalendarDate.at(s, i).filter(d -> s.free(i, d.to()));
        if (date.isEmpty()) {
            return;
        }
        int to = date.get().to();
        int from = cue(i);
        boolean written = s.like(i + 1, "-") && to > i + 2; // whose parts are numbers like ages
        boolean led = s.like(i - 1, LED) || s.like(i - 2, "starts?|begins?|starting|beginning");
        if (from < i) {
            draft.edit(new Edit.SetIndexDate(date.get().last()), from, to);
        } else if (written && !led) {
            draft.unread(i, to);
        }
    }

    /** Where words begin that say that a record ends on the day; {@code i} if there are none. */
    private int cue(int i) {
        int at = i;
        while (s.like(at - 1, BETWEEN) && s.free(at - 1)) {
            at--;
        }
        int word = at - 1;
        if (!s.free(word)) {
            return i;
        }
        boolean index =
                s.like(word, "date|visit|day")
                        && s.like(word - 1, "index|baseline|reference|cut-?off");
        boolean end =
                s.like(word, "end")
                        && s.like(word - 1, "the")
                        && s.like(word - 2, "until|till|to|at");
        boolean ending = s.like(word, "until|till|ending|ends");
        boolean asOf = s.like(word, "as") && s.like(at, "of|on|at");
        boolean here = ending || asOf;
        int from = index ? word - 1 : end ? word - 2 : here ? word : i;
        return from < i && s.like(from - 1, "the|with|and|an|a") && s.free(from - 1)
                ? from - 1
                : from;
    }
}
