package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.HasCondition;

/**
 * "half of the T2DM patients on insulin glargine": all have the condition of the cohort, and the
 * share is of what is said of them.
 */
final class SharedHeads {
    private static final String BETWEEN =
            "patients|people|cases|subjects|participants|adults|persons|individuals|pts|who|should|must|shall|to|be"
                    + "|being|with|that|will|also";
    private static final String VERB =
            "on|taking|takes?|receiving|receives?|gets?|getting|given|using|uses?|are|is|be|smokes?|should|must";

    private SharedHeads() {}

    /** The items, with the share at what it is of. */
    static List<Item> moved(Sentence s, List<Item> items, CohortSpec current) {
        List<Item> all = new ArrayList<>(items);
        for (int k = 0; k + 1 < all.size(); k++) {
            Item head = all.get(k);
            Item what = all.get(k + 1);
            if (head(s, head, k == 0, current) && said(s, head, what)) {
                all.set(k + 1, what.shared(head.percent()));
                all.set(k, head.shared(OptionalDouble.empty()));
            }
        }
        return all;
    }

    /** "half of the T2DM patients", of a cohort that has it or is to have it. */
    private static boolean head(Sentence s, Item item, boolean first, CohortSpec current) {
        boolean share =
                item.found().criterion() instanceof HasCondition
                        && item.percent().isPresent()
                        && !item.not()
                        && item.from() < item.found().from();
        boolean of = false;
        for (int i = item.from(); share && i < item.found().from(); i++) {
            of |= s.word(i).equals("of") && !s.like(i + 1, "them|these|those|whom|which");
        }
        String id = share ? ((HasCondition) item.found().criterion()).condition() : "";
        return of
                && (current.condition().isEmpty()
                        ? first
                        : current.condition().filter(id::equals).isPresent());
    }

    /** "... on insulin glargine", nothing else between. */
    private static boolean said(Sentence s, Item head, Item what) {
        Criterion c = what.found().criterion();
        boolean kind = c instanceof Criterion.TakesMedication || c instanceof Criterion.CategoryIn;
        boolean plain = what.percent().isEmpty() && !what.not() && !what.unmet();
        boolean verb = s.like(what.found().from(), VERB);
        for (int i = head.found().to(); i < what.found().from(); i++) {
            verb |= s.like(i, VERB);
            if (!s.like(i, VERB) && !s.like(i, BETWEEN)) {
                return false;
            }
        }
        return kind && plain && verb;
    }
}
