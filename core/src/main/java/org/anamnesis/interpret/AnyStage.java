package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Edit;

/** "any stage", "all GOLD grades are fine": the stage that was asked for is asked no more. */
final class AnyStage {
    private static final String AROUND =
            "is|are|fine|ok|okay|will|do|would|of|the|disease|please|then|now|instead|again|allowed|too";

    private AnyStage() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        Optional<Edit> staged = unstaged(current);
        for (int i = 0; i < s.size() && staged.isPresent(); i++) {
            int at = i + 1;
            while (s.like(at, "gold|disease|possible") || s.inConcept(at)) {
                at++;
            }
            boolean any = s.like(i, "any|every|all|whatever|whichever") && s.free(i);
            int to = at + 1;
            while (s.like(to, AROUND)) {
                to++;
            }
            if (any && s.like(at, "stages?|grades?") && s.like(to, "|[.,;!]|and|but")) {
                draft.edit(staged.get(), i, to);
                return;
            }
        }
    }

    /** Lets go of the stage, of what else is there beside the cohort's condition only of that. */
    private static Optional<Edit> unstaged(CohortSpec current) {
        for (Constraint c : current.constraints()) {
            Optional<HasCondition> staged =
                    Last.criterion(c)
                            .filter(x -> x instanceof HasCondition h && h.stage().isPresent())
                            .map(HasCondition.class::cast);
            if (staged.isPresent()) {
                String id = staged.get().condition();
                var whole = new HasCondition(id, Optional.empty());
                return Optional.of(
                        current.condition().filter(id::equals).isPresent()
                                ? new Edit.Forget(id)
                                : new Edit.AddConstraint(
                                        c instanceof Constraint.Share share
                                                ? new Constraint.Share(whole, share.percent())
                                                : new Constraint.Require(whole)));
            }
        }
        boolean lungs = current.condition().filter("copd"::equals).isPresent();
        boolean kidneys = current.condition().filter(StageWords.KIDNEY::equals).isPresent();
        return limited(current, kidneys ? "egfr" : lungs ? GoldGrades.ID : "")
                .map(Edit.Forget::new);
    }

    private static Optional<String> limited(CohortSpec current, String id) {
        return current.constraints().stream()
                .filter(Constraint.Require.class::isInstance)
                .map(Last::concept)
                .filter(c -> c.equals(id))
                .findFirst();
    }
}
