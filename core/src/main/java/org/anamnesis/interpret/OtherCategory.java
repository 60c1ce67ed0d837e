package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Regions;

/**
 * A category alone, of a variable that was asked before: "former smokers, I meant" after "55 %
 * smokers" is the share of those, "the West too" after "in the South" is both.
 */
final class OtherCategory {
    private static final String CORRECTS =
            "no|nope|sorry|actually|meant|mean|rather|oops|wait|correction|instead|wrong";
    private static final String ADDS = "too|also|as|well|plus|include|including|add|allow";
    private static final String EMPTY =
            "i|we|the|and|,|\\.|!|please|of|them|people|patients|those|ones|should|be|have|was|in|from|living|;|but|it|is|are|region|with";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private OtherCategory(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        new OtherCategory(draft, current).find();
    }

    private void find() {
        List<Found> all = new ArrayList<>();
        CategoryWords.places(s).forEach(p -> all.add(new Found(p.asked(), p.from(), p.to())));
        for (int i = 0; i < s.size(); i++) {
            Places.at(s, i)
                    .filter(p -> p.place().kind() == Places.Kind.REGION)
                    .ifPresent(
                            p ->
                                    all.add(
                                            new Found(
                                                    new CategoryIn(
                                                            Regions.NAME,
                                                            List.of(p.place().name())),
                                                    p.from(),
                                                    p.to())));
        }
        if (all.size() != 1) {
            return;
        }
        Found one = all.get(0);
        boolean corrects = false;
        boolean adds = false;
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= one.from() && i < one.to();
            if (inside) {
                continue;
            }
            boolean corrected = s.like(i, CORRECTS);
            boolean added = s.like(i, ADDS);
            corrects |= corrected;
            adds |= added;
            if (!(corrected || added || s.like(i, EMPTY))) {
                return;
            }
        }
        if (corrects && !adds) {
            corrected(one.asked());
        } else if (adds && !corrects) {
            added(one.asked());
        }
    }

    private record Found(CategoryIn asked, int from, int to) {}

    /** The share of others, where a share of the same kind was asked last. */
    private void corrected(CategoryIn now) {
        Constraint last = Last.of(current).orElse(null);
        if (last instanceof Constraint.Share old
                && old.criterion() instanceof CategoryIn was
                && was.variable().equals(now.variable())
                && !was.equals(now)) {
            draft.edit(Edit.Forget.about(old), 0, 0);
            draft.edit(
                    new Edit.AddConstraint(new Constraint.Share(now, old.percent())), 0, s.size());
        }
    }

    /** Both, where only others were asked for; the two sexes are known elsewhere. */
    private void added(CategoryIn more) {
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Require r
                    && r.criterion() instanceof CategoryIn was
                    && was.variable().equals(more.variable())
                    && !was.levels().containsAll(more.levels())) {
                Set<String> levels = new LinkedHashSet<>(was.levels());
                levels.addAll(more.levels());
                boolean whole =
                        levels.size() == 2 && List.of("sex", "insurance").contains(was.variable());
                draft.edit(
                        whole
                                ? new Edit.Forget(was.variable())
                                : new Edit.AddConstraint(
                                        new Constraint.Require(
                                                new CategoryIn(
                                                        was.variable(), List.copyOf(levels)))),
                        0,
                        s.size());
                return;
            }
        }
    }
}
