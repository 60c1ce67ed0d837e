package org.anamnesis.interpret;

import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/** Another number of observations: "too many columns, 15 is fine"; "rather 15" of 12 of them. */
final class ObservationCounts {
    private static final String NAMES =
            "columns?|observations?|variables?|labs?|features?|measurements?|fields?";

    private static final int MOST = 1000;
    private static final String MORE = "more|additional|extra|further|other|another";
    private static final String FEWER = "fewer|less";
    private static final String AROUND =
            "add|another|an|a|give|me|take|put|in|of|them|the|with|please|and|then|now|want|i|need|we|drop|remove"
                    + "|leave|out|off|also|show|include|[.!,]|away|make|it";

    private ObservationCounts() {}

    /** "ten more observations", "another 5 columns", "5 fewer labs", and nothing else. */
    private static boolean moved(Draft draft, ObservationChoice old) {
        Sentence s = draft.sentence;
        int number = -1;
        int sign = 0;
        boolean named = false;
        for (int i = 0; i < s.size(); i++) {
            boolean name = s.like(i, NAMES) && !s.inConcept(i);
            boolean first = s.at(i).number() && number < 0 && s.free(i);
            if (!first && !name && !s.like(i, MORE + "|" + FEWER + "|" + AROUND)) {
                return false;
            }
            number = first ? i : number;
            named |= name;
            sign = s.like(i, MORE) ? 1 : s.like(i, FEWER) ? -1 : sign;
        }
        double by = number < 0 ? 0 : s.at(number).doubleValue();
        int now = old.count() + sign * (int) by;
        if (!named || sign == 0 || by < 1 || by != Math.rint(by) || by > MOST || now < 1) {
            return false;
        }
        var more = new ObservationChoice(now, old.named(), old.dropped());
        draft.edit(new Edit.SetObservations(more), 0, s.size());
        return true;
    }

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        ObservationChoice old = current.observations();
        if (!draft.edits().isEmpty() || moved(draft, old)) {
            return;
        }
        int at = -1;
        boolean named = false;
        for (int i = 0; i < s.size(); i++) {
            boolean name = s.free(i) && s.like(i, NAMES);
            named |= name;
            if (s.at(i).number() && s.free(i)) {
                if (at >= 0 || !Character.isDigit(s.word(i).charAt(0))) {
                    return;
                }
                at = i;
            } else if (!name && !empty(s, i)) {
                return;
            }
        }
        double n = at < 0 ? 0 : s.at(at).doubleValue();
        boolean beside = named && s.like(at + 1, NAMES);
        boolean whole = n >= 1 && n == Math.rint(n) && n <= MOST;
        boolean nearer =
                old.count() > 0
                        && !old.equals(CohortSpec.DEFAULT.observations())
                        && Math.abs(Math.log(n / old.count()))
                                < Math.abs(Math.log(n / current.count()));
        if (whole && !beside && (named || nearer)) {
            var now = new ObservationChoice((int) n, old.named(), old.dropped());
            draft.edit(new Edit.SetObservations(now), at, at + 1);
            s.use(0, s.size());
        }
    }

    private static boolean empty(Sentence s, int i) {
        return (s.free(i)
                        && JudgingWords.empty(s, i)
                        && !s.like(i, "up|down|by|raise|lower|exactly|and|or|them|those|at"))
                || s.like(i, "[,.!;]|fine|enough|many|few|too|much|ok|okay|suffices?|plenty");
    }
}
