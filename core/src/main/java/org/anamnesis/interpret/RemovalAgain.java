package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * "take the oxygen saturation out again", "nimm die Raucher wieder raus": what was wished of it is
 * taken back, and neither the column nor the people with it are left out.
 */
final class RemovalAgain {
    private static final String VERB =
            "remove|take|drop|delete|kick|throw|without|get|leave|put|exclude|cut";
    private static final String BESIDE =
            "please|the|that|this|those|then|but|and|ok|hm.*|no|,|limit|limits|share|shares|requirement|wish|[.!]|now|then|out|off|back|from|it";

    private RemovalAgain() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        boolean again = false;
        boolean verb = false;
        Optional<SubjectAt> subject = Optional.empty();
        for (int i = 0; i < s.size(); ) {
            Optional<SubjectAt> here = SubjectAt.of(s, i);
            boolean word = s.like(i, VERB + "|again|" + BESIDE);
            if (here.isPresent() ? subject.isPresent() : !word) {
                return; // more is said
            }
            again |= s.like(i, "again");
            verb |= s.like(i, VERB);
            subject = here.isPresent() ? here : subject;
            i = here.map(SubjectAt::to).orElse(i + 1);
        }
        boolean wished =
                subject.filter(x -> Last.asked(current, x.id())).isPresent() && again && verb;
        if (wished && current.condition().filter(subject.get().id()::equals).isEmpty()) {
            draft.edit(new Edit.Forget(subject.get().id()), 0, s.size());
        }
    }
}
