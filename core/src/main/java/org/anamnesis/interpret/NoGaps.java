package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** "forget the missing values", "no outliers after all": what was asked of all observations. */
final class NoGaps {
    private NoGaps() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean verb =
                    s.like(
                            i,
                            "forget|remove|drop|no|without|delete|undo|cancel|lift|scrap|skip|fill");
            int at = i + 1;
            while (s.like(at, "the|all|any|more|those|these|in|of|about")) {
                at++;
            }
            boolean missing = s.like(at, "missing|missingness|gaps?|blanks?");
            boolean outliers = s.like(at, "outliers?");
            int to = s.like(at + 1, "values?|data|ones|results|entries") ? at + 2 : at + 1;
            boolean all = s.like(to, "|[,.;!]|please|again|after|now|at|altogether");
            if (verb && s.free(i, to) && all && (missing || outliers)) {
                forget(draft, current, missing, i, to);
                return;
            }
        }
    }

    static void forget(Draft draft, CohortSpec current, boolean missing, int from, int to) {
        List<Overwrite> old = current.beyond().overwrites();
        boolean none =
                old.stream()
                        .noneMatch(
                                o ->
                                        missing
                                                ? o instanceof Overwrite.Missing
                                                : o instanceof Overwrite.Outliers);
        if (none && current.equals(CohortSpec.DEFAULT)) {
            draft.sentence.use(from, to);
        } else if (none) {
            draft.edit(new Edit.Forget(missing ? "missing values" : "outliers"), from, to);
        }
        for (Overwrite o : old) {
            boolean gone =
                    missing ? o instanceof Overwrite.Missing : o instanceof Overwrite.Outliers;
            if (!gone) {
                continue;
            }
            draft.edit(new Edit.Forget(o.observation()), from, to);
            for (Constraint c : current.constraints()) { // what else is asked of it stays
                if (Last.concept(c).equals(o.observation())) {
                    draft.edit(new Edit.AddConstraint(c), from, to);
                }
            }
            old.stream()
                    .filter(x -> !x.equals(o) && x.observation().equals(o.observation()))
                    .filter(x -> missing == !(x instanceof Overwrite.Missing))
                    .forEach(x -> draft.edit(new Edit.AddOverwrite(x), from, to));
        }
    }
}
