package org.anamnesis.interpret;

import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/**
 * Another share of a condition or yes/no column of one's own: "has app up to 55", "40 % frailty".
 */
final class OwnShares {
    private static final String BEHIND =
            "to|at|up|down|goes|go|comes|moves|rises|falls|should|shall|must|be|is|are|was|in|for|of|:|=|only|just|now|rather|better|about|set|share|true|yes|with";
    private static final String BEFORE =
            "with|have|has|of|them|the|are|is|patients|people|on|in|yes|true|for";
    private static final String END =
            "|[,;.!]|and|but|please|now|then|instead|rather|of|yes|true|only|again";

    private OwnShares() {}

    /** Whether a share is said beside the name in the tokens {@code from} to {@code to - 1}. */
    static boolean find(Draft draft, Own.Flag flag, int from, int to) {
        Sentence s = draft.sentence;
        int at = to;
        while (s.like(at, BEHIND) && at < to + 6) {
            at++;
        }
        boolean moved = s.word(at - 1).equals("to") && at > to;
        int end = share(s, at, moved);
        if (end > 0 && s.like(end, END)) {
            return set(draft, flag, at, from, end);
        }
        int before = from - 1;
        while (s.like(before, BEFORE) && before > from - 5) {
            before--;
        }
        boolean percent = s.like(before, "%|percent");
        int number = percent ? before - 1 : before;
        boolean said = share(s, number, false) == before + 1 && s.like(to, END);
        return said && set(draft, flag, number, number, to);
    }

    /** One past a share, or -1. */
    private static int share(Sentence s, int i, boolean bare) {
        if (s.at(i).kind() == Token.Kind.FRACTION) {
            return i + 1;
        }
        boolean number = s.at(i).number() && s.at(i).doubleValue() <= 100;
        boolean percent = s.like(i + 1, "%|percent");
        return number && (percent || bare) ? i + (percent ? 2 : 1) : -1;
    }

    private static boolean set(Draft draft, Own.Flag flag, int number, int from, int to) {
        Sentence s = draft.sentence;
        if (!s.free(number)) {
            return false;
        }
        double percent = s.at(number).doubleValue();
        draft.edit(
                new Edit.AddOwn(new Own.Flag(flag.id(), flag.name(), percent, flag.condition())),
                Math.min(from, number),
                to);
        return true;
    }
}
