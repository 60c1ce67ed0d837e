package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;

/** The other sex beside the one that alone was asked for: "women too", "let men back in". */
final class BothSexes {
    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    BothSexes(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /** Whether {@code at} names those that the verb at {@code i} lets in again; both sexes then. */
    boolean back(int i, int at) {
        if (!s.like(at, "(wo)?men|(fe)?males|ladies") || onlySex().isEmpty()) {
            return false;
        }
        forget(i, s.word(at + 2).equals("in") ? at + 3 : at + 2);
        return true;
    }

    /** "women too", "include men as well", "men and women": of one sex alone, now of both. */
    void otherToo(int i) {
        Optional<CategoryIn> now = onlySex();
        if (now.isEmpty() || now.get().levels().size() != 1) {
            return;
        }
        boolean female = s.like(i, "women|woman|females?|girls");
        boolean male = s.like(i, "men|man|males?|boys");
        boolean other = now.get().levels().get(0).equals("female") ? male : female;
        boolean pair =
                (female || male)
                        && s.word(i + 1).equals("and")
                        && s.like(i + 2, "women|men|females?|males?")
                        && s.size() <= 6;
        boolean before =
                s.like(i - 1, "also|include|including|add|plus|and|allow|admit|permit|let")
                        && s.size() <= 4
                        && i > 0;
        boolean behind = s.like(i + 1, "too|also|again|back") || s.after(i + 1, "as well") > 0;
        boolean share = s.like(i - 1, "%|percent") || s.at(i - 1).kind() == Token.Kind.FRACTION;
        if (pair || (other && !share && (before || behind))) {
            int to = pair ? i + 3 : Math.max(behind ? i + 2 : i + 1, s.after(i + 1, "as well"));
            forget(before ? i - 1 : i, to);
        }
    }

    private Optional<CategoryIn> onlySex() {
        return current.constraints().stream()
                .filter(c -> c instanceof Constraint.Require)
                .flatMap(c -> Last.criterion(c).stream())
                .filter(c -> c instanceof CategoryIn x && x.variable().equals("sex"))
                .map(c -> (CategoryIn) c)
                .findFirst();
    }

    private void forget(int from, int to) {
        draft.edit(new Edit.Forget("sex"), from, to);
    }
}
