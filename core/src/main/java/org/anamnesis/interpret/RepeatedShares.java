package org.anamnesis.interpret;

import java.util.Optional;

/**
 * A share that is said again: of "two thirds male... no, 60 % male" and "half women, no, simply 45
 * % women" the later one counts.
 */
final class RepeatedShares {
    private static final String LEAD =
            "simply|just|only|say|rather|lets|make|it|that|about|them|a|,|:";

    private final Sentence s;

    RepeatedShares(Sentence s) {
        this.s = s;
    }

    /**
     * First token of the share that is given up, or -1.
     *
     * @param before last token before the words that take it back
     * @param end first token behind them
     */
    int given(int before, int end) {
        int at = end;
        while (s.like(at, LEAD) && at < end + 4 && share(at) < 0) {
            at++;
        }
        int to = share(at);
        if (to < 0) {
            return -1;
        }
        int name = s.like(to, "of|are|on|with") ? to + 1 : to;
        Optional<String> now = subject(name, true);
        Optional<String> old = subject(before, false);
        if (old.isEmpty() || now.isEmpty() || !old.equals(now)) {
            return -1;
        }
        for (int i = before; i >= Math.max(0, before - 7); i--) {
            int past = share(i);
            if (past > 0 && past <= before) {
                boolean inside = s.at(i).number() && s.at(i - 1).number();
                return inside ? -1 : s.word(i - 1).equals("a") ? i - 1 : i;
            }
            if (s.like(i, "[,;.]|and")) {
                return -1;
            }
        }
        return -1;
    }

    /** One past a share, or -1. */
    private int share(int i) {
        boolean a = s.word(i).equals("a") && s.at(i + 1).kind() == Token.Kind.FRACTION;
        if (a || s.at(i).kind() == Token.Kind.FRACTION) {
            return a ? i + 2 : i + 1;
        }
        return s.at(i).number() && !s.inConcept(i) && s.like(i + 1, "%|percent") ? i + 2 : -1;
    }

    /** What stands at the token: its variable or concept. */
    private Optional<String> subject(int i, boolean begins) {
        Optional<String> category =
                CategoryWords.places(s).stream()
                        .filter(p -> begins ? p.from() == i : p.to() == i + 1)
                        .map(p -> p.asked().variable())
                        .findFirst();
        return category.or(
                () ->
                        s.named().stream()
                                .filter(n -> begins ? n.from() == i : n.to() == i + 1)
                                .map(n -> n.concept().id())
                                .findFirst());
    }
}
