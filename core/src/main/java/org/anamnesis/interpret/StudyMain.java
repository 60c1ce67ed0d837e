package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.StudyOrder;

/**
 * Findings that are the condition which all patients have: "remove the AF" is said of the patients,
 * "no AF on the ECGs" of the studies alone, which is told then.
 */
final class StudyMain {
    private final Sentence s;
    private final CohortSpec current;
    private final List<Place> all;

    private StudyMain(Sentence s, CohortSpec current, List<Place> all) {
        this.s = s;
        this.current = current;
        this.all = all;
    }

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    static StudyMain of(Sentence s, CohortSpec current, List<Place> all) {
        return new StudyMain(s, current, all);
    }

    /** The concept of the record that a finding has the name of: atrial fibrillation, a stroke. */
    static Optional<String> itself(Sentence s, Place p) {
        return p.term() instanceof Term.Finding f
                ? s.named().stream()
                        .filter(n -> n.from() <= p.from() && p.to() <= n.to())
                        .map(Sentence.Named::concept)
                        .filter(c -> f.of().names().stream().anyMatch(c.name()::equalsIgnoreCase))
                        .map(c -> c.id())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether a finding is what all have, in words that name no study. */
    boolean has(Place p) {
        return main(p) && all.stream().noneMatch(o -> o.term() instanceof Term.Kind);
    }

    private boolean main(Place p) {
        return itself(s, p)
                .filter(id -> current.condition().filter(id::equals).isPresent())
                .isPresent();
    }

    /** So many have the condition from now on, in percent; the studies show it in them. */
    void change(Draft draft, double percent, int from, int to) {
        draft.edit(new Edit.DropCondition(), from, to, false);
        if (percent > 0) {
            var has =
                    new Criterion.HasCondition(current.condition().orElseThrow(), Optional.empty());
            var share = new Constraint.Share(has, percent);
            draft.edit(new Edit.AddConstraint(share), from, to, false);
        }
    }

    /** Studies that do not show what the record of everyone has are told as such. */
    void tell(Draft draft, StudyOrder order) {
        for (Place p : all) {
            boolean less =
                    p.term() instanceof Term.Finding f
                            && order.findings().stream()
                                    .anyMatch(
                                            x ->
                                                    x.finding().equals(f.of().id())
                                                            && x.percent() < 100);
            if (less && main(p)) {
                draft.assume(
                        "Everyone keeps %s in the record: only what the studies show changes."
                                .formatted(s.english(p.from(), p.to())));
                return;
            }
        }
    }
}
