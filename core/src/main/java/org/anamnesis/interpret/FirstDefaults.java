package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** What a first request leaves open, and what is taken in its place. */
final class FirstDefaults {
    private FirstDefaults() {}

    static void of(Draft draft) {
        List<Edit> edits = draft.edits().stream().map(Reading.Quoted::edit).toList();
        if (edits.stream().noneMatch(e -> e instanceof Edit.SetCount)) {
            draft.assume("No number of patients was given: 1,000.");
        }
        if (edits.stream().noneMatch(e -> e instanceof Edit.SetCondition)) {
            draft.assume(
                    edits.stream().anyMatch(FirstDefaults::oneOfSeveral)
                            ? "No condition is had by all: the observations are those of the general population."
                            : "No condition was given: the general population.");
        }
        if (edits.stream().noneMatch(FirstDefaults::age)) {
            draft.assume("No age was given: adults of 18 years and more.");
        }
        if (edits.stream().noneMatch(e -> e instanceof Edit.SetObservations)) {
            draft.assume(
                    "No observations were named: the 20 most important ones, or all when fewer are"
                            + " known.");
        }
        if (edits.stream().noneMatch(e -> e instanceof Edit.SetPopulation)) {
            draft.assume("No population was given: the United States.");
        }
    }

    private static boolean oneOfSeveral(Edit edit) {
        return edit instanceof Edit.AddConstraint a
                && a.constraint() instanceof Constraint.Require r
                && r.criterion() instanceof Criterion.AtLeast some
                && some.of().stream().anyMatch(c -> c instanceof Criterion.HasCondition);
    }

    private static boolean age(Edit edit) {
        return edit instanceof Edit.AddConstraint a
                && a.constraint() instanceof Constraint.Require r
                && r.criterion() instanceof Criterion.AgeBetween;
    }
}
