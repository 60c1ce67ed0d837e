package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Own;

/** "the sd of grip strength should be 6": the figure before a variable of the user's own. */
final class OwnFigureFirst {
    private static final String BEHIND =
            "should|must|shall|has|is|be|to|at|of|=|:|about|around|rather|now|was";

    private OwnFigureFirst() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean standard = s.after(i, "standard deviation") > 0;
            boolean sd = standard || s.like(i, "sd|stdev");
            int of = standard ? i + 2 : i + 1;
            if ((sd || s.like(i, "mean|average")) && s.like(of, "of|in|for")) {
                int name = s.like(of + 1, "the|my|our") ? of + 2 : of + 1;
                changed(draft, current, sd, s.like(i - 1, "the") ? i - 1 : i, name);
            }
        }
    }

    private static void changed(Draft draft, CohortSpec current, boolean sd, int from, int name) {
        Sentence s = draft.sentence;
        for (Own own : current.beyond().own()) {
            int to = s.after(name, own.name().toLowerCase(Locale.ROOT));
            while (to > 0 && s.like(to, BEHIND)) {
                to++;
            }
            if (to > 0 && s.at(to).number() && s.free(from, to + 1)) {
                double value = s.at(to).doubleValue();
                Optional<Figures> now =
                        own instanceof Own.Quantity q
                                ? Optional.of(
                                        sd
                                                ? q.figures().withSd(value)
                                                : q.figures().withMean(value))
                                : Optional.empty();
                if (now.isPresent() && (!sd || value > 0)) {
                    Own.Quantity q = (Own.Quantity) own;
                    draft.edit(new Edit.AddOwn(q.with(now.get())), from, to + 1);
                }
            }
        }
    }
}
