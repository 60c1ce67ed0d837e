package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Shares by their place in the order in which they were asked, or of what one of was asked: "make
 * the first one 60 %", "put 60 % on the first one and 40 % on the second".
 */
final class OrdinalShares {
    private static final String TO =
            "one.*|share|to|at|be|of|them|should|=|:|is|drug|condition|group";
    private static final String ON = "on|for|to|with|take|taking|have|in|get|getting|the|of|them";

    private final Draft draft;
    private final Sentence s;
    private final List<Criterion> named;

    private OrdinalShares(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.named = named(current);
    }

    /** Whether there are such words. */
    static boolean find(Draft draft, CohortSpec current) {
        OrdinalShares shares = new OrdinalShares(draft, current);
        boolean any = false;
        for (int i = 0; i < draft.sentence.size(); i++) {
            any |= !shares.named.isEmpty() && draft.sentence.free(i) && shares.at(i);
        }
        if (any) {
            draft.sentence.use(0, draft.sentence.size()); // the rest says nothing
        }
        return any;
    }

    /** End of "30 %" or "a third" at this token, or -1. */
    static int shareEnd(Sentence s, int at) {
        if (s.at(at).kind() == Token.Kind.FRACTION) {
            return at + 1;
        }
        return s.at(at).number() && s.like(at + 1, "%|percent") ? at + 2 : -1;
    }

    private static List<Criterion> named(CohortSpec current) {
        List<Criterion> shares = new ArrayList<>();
        List<Criterion> some = List.of();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Share share) {
                shares.add(share.criterion());
            } else if (c instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.AtLeast least) {
                some = least.of();
            }
        }
        return some.containsAll(shares) ? some : shares;
    }

    private boolean at(int i) {
        int k =
                switch (s.word(i)) {
                    case "first", "former" -> 0;
                    case "second" -> 1;
                    case "third" -> 2;
                    case "last", "latter" -> named.size() - 1;
                    default -> -1;
                };
        if (k < 0) {
            return false;
        }
        int n = i + 1;
        while (s.like(n, TO)) {
            n++;
        }
        int to = shareEnd(s, n);
        int before = i - 1;
        while (s.like(before, ON)) {
            before--;
        }
        int from = s.like(before, "%|percent") ? before - 1 : before;
        int end = before < i - 1 ? shareEnd(s, from) : -1;
        if (end > 0 && s.free(from)) {
            share(k, from, from, s.like(i + 1, "one|drug|condition") ? i + 2 : i + 1);
            return true;
        }
        if (to > 0 && s.free(n)) {
            share(k, n, i, to);
            return true;
        }
        return false;
    }

    private void share(int k, int number, int from, int to) {
        double percent = s.at(number).doubleValue();
        if (k >= named.size()) {
            draft.unread(from, to);
        } else if (percent >= 0 && percent <= 100) {
            var share = new Constraint.Share(named.get(k), percent);
            draft.edit(new Edit.AddConstraint(share), from, to);
        }
    }
}
