package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** "of the exclusions keep only asthma": whoever else was kept out may be there again. */
final class ExclusionsKept {
    private static final String WORDS =
            "no|of|the|my|all|those|these|exclusions?|excluded|criteria|keep|leave|retain|only|just|in|place|for|one|please|ok|okay|but|and|,|[.!:]|conditions?|should|stay|remain|let|is|are|to|be|then|now|rest|others?|go|can";

    private ExclusionsKept() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        boolean exclusions = false;
        boolean keep = false;
        boolean only = false;
        for (int i = 0; i < s.size(); i++) {
            exclusions |= s.like(i, "exclusions?|excluded");
            keep |= s.like(i, "keep|leave|retain|stay|remain");
            only |= s.like(i, "only|just");
        }
        if (!(exclusions && keep && only) || !plain(s)) {
            return;
        }
        List<String> kept = s.named().stream().map(n -> n.concept().id()).toList();
        List<String> others = new ArrayList<>();
        boolean all = !kept.isEmpty();
        List<String> out = new ArrayList<>();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Require r && r.criterion() instanceof Criterion.Not) {
                out.add(Last.concept(c));
            }
        }
        for (String id : kept) {
            all &= out.contains(id);
        }
        out.stream().filter(id -> !id.isEmpty() && !kept.contains(id)).forEach(others::add);
        for (String id : all ? others : List.<String>of()) {
            draft.edit(new Edit.Forget(id), 0, s.size());
        }
    }

    /** Nothing else is said. */
    private static boolean plain(Sentence s) {
        for (int i = 0; i < s.size(); ) {
            int at = i;
            var named =
                    s.named().stream()
                            .filter(n -> n.from() == at && !n.is(Concept.Kind.OBSERVATION))
                            .findFirst();
            if (named.isEmpty() && !s.like(i, WORDS)) {
                return false;
            }
            i = named.map(Sentence.Named::to).orElse(i + 1);
        }
        return true;
    }
}
