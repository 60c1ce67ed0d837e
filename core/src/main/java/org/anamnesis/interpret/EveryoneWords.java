package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** All or none of them, of what was asked of some last. */
final class EveryoneWords {
    private EveryoneWords() {}

    /** "make it all of them", "nobody, actually", of what a share was asked of. */
    static boolean find(Draft draft, Constraint last) {
        Optional<Criterion> asked = Last.criterion(last);
        boolean clinical =
                asked.map(x -> x instanceof Criterion.Not n ? n.inner() : x)
                        .filter(
                                x ->
                                        x instanceof Criterion.TakesMedication
                                                || x instanceof Criterion.HasCondition)
                        .isPresent();
        Sentence s = draft.sentence;
        boolean share = last instanceof Constraint.Share;
        if (!(share || clinical) || s.size() > 9) {
            return false;
        }
        boolean all = false;
        boolean none = false;
        for (int i = 0; i < s.size(); i++) {
            boolean made = s.like(i - 1, "it|that") && s.like(0, "make|no|in|so");
            all |= s.like(i, "everyone|everybody") || (s.word(i).equals("all") && made);
            all |= s.after(i, "all of them") > 0 || s.after(i, "all of these") > 0;
            none |= s.like(i, "nobody|none") || s.after(i, "no one") > 0;
            boolean empty =
                    FillerWords.ALL.contains(s.word(i))
                            || s.like(i, "nobody|none|one|fact|of|case|all|every");
            if (!empty) {
                return false;
            }
        }
        boolean same = !share && none == asked.get() instanceof Criterion.Not;
        if (all == none || same) {
            return false;
        }
        Criterion of = asked.get() instanceof Criterion.Not n ? n.inner() : asked.get();
        draft.edit(
                new Edit.AddConstraint(new Constraint.Require(all ? of : new Criterion.Not(of))),
                0,
                s.size());
        return true;
    }
}
