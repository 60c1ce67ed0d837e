package org.anamnesis.interpret;

import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "a paper on statins: 800 women over 70, half on a statin": what a share is said of is not asked
 * of everyone by the words that only name the matter.
 */
final class SharedAnyway {
    private static final String WORK =
            "paper|papers|study|studies|trial|thesis|manuscript|article|talk|lecture|project|review|poster|work"
                    + "|research|seminar|class|course|analysis|data|dataset|dissertation|abstract|presentation";

    private SharedAnyway() {}

    static void find(Draft draft) {
        Set<Criterion> shared =
                draft.edits().stream()
                        .map(Reading.Quoted::edit)
                        .filter(e -> e instanceof Edit.AddConstraint)
                        .map(e -> ((Edit.AddConstraint) e).constraint())
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> ((Constraint.Share) c).criterion())
                        .collect(Collectors.toSet());
        if (shared.isEmpty()) {
            return;
        }
        for (BareNames.Place p : draft.places(e -> ofAll(e, shared))) {
            if (topic(draft.sentence, p.from())) {
                draft.withdraw(e -> ofAll(e, shared));
                draft.unread(p.from(), p.to());
                return;
            }
        }
    }

    /** "a paper on", "a trial of the". */
    private static boolean topic(Sentence s, int at) {
        int i = at - 1;
        while (i > at - 6
                && s.like(i, "the|use|effects?|of|on|about|for|into|regarding|with|new")) {
            i--;
        }
        return i < at - 1 && s.like(i, WORK);
    }

    private static boolean ofAll(Edit edit, Set<Criterion> shared) {
        return edit instanceof Edit.AddConstraint a
                && a.constraint() instanceof Constraint.Require r
                && (r.criterion() instanceof Criterion.TakesMedication
                        || r.criterion() instanceof Criterion.HasCondition)
                && shared.contains(r.criterion());
    }
}
