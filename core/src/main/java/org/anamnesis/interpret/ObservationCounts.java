package org.anamnesis.interpret;

import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/** Another number of observations: "too many columns, 15 is fine"; "rather 15" of 12 of them. */
final class ObservationCounts {
    private static final String NAMES =
            "columns?|observations?|variables?|labs?|features?|measurements?|fields?";

    private ObservationCounts() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        if (!draft.edits().isEmpty()) {
            return;
        }
        ObservationChoice old = current.observations();
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
        boolean whole = n >= 1 && n == Math.rint(n) && n <= 1000;
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
