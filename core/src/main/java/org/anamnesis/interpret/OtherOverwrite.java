package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * A correction of the values that were changed last: "did I say Hb? I meant ferritin" of values
 * that are missing, "I meant men" of who lacks them more often.
 */
final class OtherOverwrite {
    private static final String CORRECTS =
            "no|nope|sorry|meant|oops|wrong|rather|correction|replace";
    private static final String EMPTY =
            CORRECTS
                    + "|i|we|the|by|with|in|and|,|\\.|!|\\?|please|not|but|its|it|is|was|what|of|for|ah|oh|hm+|hang|on|wait"
                    + "|did|say|said|me|mean|more|often|to|should|be|have|missing|one|column|then|actually|instead|among";

    private final Draft draft;
    private final Sentence s;

    private OtherOverwrite(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        List<Overwrite> all = current.beyond().overwrites();
        if (!all.isEmpty() && new OtherOverwrite(draft).corrects()) {
            Overwrite last = all.get(all.size() - 1);
            boolean kept =
                    current.constraints().stream()
                            .anyMatch(c -> Last.subject(c).equals(last.observation()));
            new OtherOverwrite(draft).find(last, kept);
        }
    }

    private boolean corrects() {
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION) {
                return false;
            }
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, CORRECTS) && s.free(i)) {
                return true;
            }
        }
        return false;
    }

    private void find(Overwrite last, boolean kept) {
        Optional<Sentence.Named> now = Optional.empty();
        Optional<CategoryWords.Place> who = Optional.empty();
        for (int i = 0; i < s.size(); i++) {
            Optional<Sentence.Named> n = s.namedAt(i, Concept.Kind.OBSERVATION);
            int at = i;
            Optional<CategoryWords.Place> p =
                    CategoryWords.places(s).stream().filter(c -> c.from() == at).findFirst();
            if (n.isPresent() && !n.get().concept().id().equals(last.observation())) {
                if (now.isPresent()) {
                    return;
                }
                now = n;
            } else if (p.isPresent()) {
                who = p;
            } else if (n.isEmpty() && !s.like(i, EMPTY)) {
                return;
            }
            i = Math.max(i, n.map(Sentence.Named::to).or(() -> p.map(c -> c.to())).orElse(0) - 1);
        }
        if (now.isPresent() && who.isEmpty()) {
            other(last, now.get(), kept);
        } else if (now.isEmpty() && who.isPresent()) {
            more(last, who.get());
        }
    }

    /** Another observation has them; what is asked of the old one besides stays. */
    private void other(Overwrite last, Sentence.Named now, boolean kept) {
        String id = now.concept().id();
        Optional<Overwrite> moved = moved(last, id);
        if (moved.isEmpty()) {
            return;
        }
        boolean gap = last instanceof Overwrite.Missing;
        if (kept && !gap) {
            return; // to forget it would forget its limits, too
        }
        draft.edit(
                kept
                        ? new Edit.AddOverwrite(
                                new Overwrite.Missing(last.observation(), 0, Optional.empty()))
                        : new Edit.Forget(last.observation()),
                0,
                0);
        draft.edit(new Edit.AddOverwrite(moved.get()), 0, s.size());
        s.use(0, s.size());
    }

    private static Optional<Overwrite> moved(Overwrite last, String id) {
        if (last instanceof Overwrite.Missing m && !m.ofEach()) {
            return Optional.of(new Overwrite.Missing(id, m.percent(), m.more()));
        }
        if (last instanceof Overwrite.Outliers o) {
            return Optional.of(new Overwrite.Outliers(id, o.percent()));
        }
        if (last instanceof Overwrite.Spread p) {
            return Optional.of(new Overwrite.Spread(id, p.factor()));
        }
        return last instanceof Overwrite.Shaped h
                ? Optional.of(new Overwrite.Shaped(id, h.form()))
                : Optional.empty();
    }

    /** Others lack it more often. */
    private void more(Overwrite last, CategoryWords.Place who) {
        boolean same =
                last instanceof Overwrite.Missing m
                        && m.more()
                                .filter(c -> c instanceof CategoryIn)
                                .map(c -> ((CategoryIn) c).variable())
                                .filter(who.asked().variable()::equals)
                                .isPresent();
        if (same) {
            Overwrite.Missing m = (Overwrite.Missing) last;
            var now = new Overwrite.Missing(m.observation(), m.percent(), Optional.of(who.asked()));
            draft.edit(new Edit.AddOverwrite(now), 0, s.size());
            s.use(0, s.size());
        }
    }
}
