package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.ContactCount;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Timeline;

/**
 * A number that names nothing where stays or emergency visits are all that was counted: "make it 40
 * %", "make that two".
 */
final class ContactAgain {
    /** So many stays somebody may have; more are a number of patients. */
    private static final int FEW = 6;

    private final Draft draft;
    private final Sentence s;

    private ContactAgain(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** Whether the message is about them. */
    static boolean find(Draft draft, CohortSpec current) {
        return new ContactAgain(draft).contacts(current);
    }

    /** "make that two" where two stays each are all that was counted; more are patients. */
    private boolean number(ContactCount c) {
        int at = FillerWords.first(s);
        double n = at >= 0 && s.at(at).number() ? s.at(at).doubleValue() : 0;
        boolean that = at > 0 && s.like(at - 1, "that|it");
        boolean each = c.share().isEmpty() && c.mean().isEmpty() && c.least() == c.most();
        boolean fits = that && each && n >= 1 && n <= FEW && n == Math.rint(n);
        if (!fits || !FillerWords.alone(s, at, at + 1)) {
            return false;
        }
        var moved = new ContactCount(c.of(), (int) n, (int) n, c.yearly());
        draft.edit(new Edit.CountContacts(moved), at, at + 1);
        return true;
    }

    /** "make it 40 %" where stays or emergency visits are the one share that was asked. */
    private boolean contacts(CohortSpec current) {
        List<ContactCount> all =
                current.beyond().timeline().map(Timeline::contacts).orElse(List.of());
        if (all.size() == 1 && number(all.get(0))) {
            return true;
        }
        List<ContactCount> shares = all.stream().filter(c -> c.share().isPresent()).toList();
        boolean others =
                current.constraints().stream()
                        .anyMatch(
                                c -> c instanceof Constraint.Share || c instanceof Constraint.Mean);
        int at = FillerWords.first(s);
        int to = at < 0 || others || shares.size() != 1 ? -1 : OrdinalShares.shareEnd(s, at);
        double percent = s.at(at).doubleValue();
        if (to < 0 || !FillerWords.alone(s, at, to) || percent <= 0 || percent >= 100) {
            return false;
        }
        ContactCount c = shares.get(0);
        var moved = ContactCount.share(c.of(), percent, c.least(), c.most());
        draft.edit(new Edit.CountContacts(moved), at, to);
        return true;
    }
}
