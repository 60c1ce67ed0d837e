package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "Half on metformin, half on insulin": two shares of one cohort, in which some have both; who
 * means two groups is told how to say so.
 */
final class SharesThatMeet {
    private static final String TOLD =
            "Shares that add up to 100 % are of the same patients here, and some may be in more than one; \"two groups: ...\" makes groups of them, \"nobody on both\" keeps them apart.";

    private SharesThatMeet() {}

    /** After everything else that the message asks is known. */
    static void find(Draft draft) {
        List<Constraint.Share> drugs =
                draft.edits().stream()
                        .map(Reading.Quoted::edit)
                        .filter(e -> e instanceof Edit.AddConstraint)
                        .map(e -> ((Edit.AddConstraint) e).constraint())
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c)
                        .filter(c -> c.criterion() instanceof Criterion.TakesMedication)
                        .toList();
        double sum = drugs.stream().mapToDouble(Constraint.Share::percent).sum();
        boolean apart =
                draft.edits().stream()
                        .map(Reading.Quoted::edit)
                        .anyMatch(
                                e ->
                                        e instanceof Edit.AddConstraint a
                                                && a.constraint() instanceof Constraint.Require r
                                                && (r.criterion() instanceof Criterion.Not
                                                        || r.criterion()
                                                                instanceof Criterion.AtLeast));
        if (drugs.size() > 1 && Math.abs(sum - 100) < 0.5 && !apart) {
            draft.assume(TOLD);
        }
    }
}
