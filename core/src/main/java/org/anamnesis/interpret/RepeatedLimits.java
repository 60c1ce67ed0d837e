package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;

/**
 * A limit that is said again with its name: of "CRP >= 100; no wait, CRP >= 75" the later counts.
 */
final class RepeatedLimits {
    private static final int FAR = 14;

    private RepeatedLimits() {}

    /**
     * Passes over the one that is given up, and says whether there is one.
     *
     * @param before last token before the words that take it back
     * @param end first token behind them
     */
    static boolean givenUp(Sentence s, int before, int end) {
        if (range(s, before - 2) && range(s, end)) { // "50 to 70, no wait, 50 to 75"
            s.correct(before - 2, end);
            s.correct(before, end + 2);
            s.use(end, end + 3);
            return true;
        }
        Optional<Comparison.Read> bare = compared(s, end);
        for (int i = before; bare.isPresent() && i > before - 4; i--) {
            Optional<Comparison.Read> old = compared(s, i).filter(r -> r.to() == before + 1);
            if (old.filter(r -> r.sign() == bare.get().sign() && !r.pair()).isPresent()) {
                s.correct(old.get().first(), bare.get().first()); // "below 2, sorry, below 1.5"
                s.use(end, bare.get().to());
                return true;
            }
        }
        Optional<Sentence.Named> now = s.namedAt(end, Concept.Kind.OBSERVATION);
        if (now.isEmpty() || limit(s, now.get().to()) < 0) {
            return false;
        }
        String id = now.get().concept().id();
        Optional<Sentence.Named> old =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.OBSERVATION) && n.concept().id().equals(id))
                        .filter(n -> n.to() <= before && before - n.to() < FAR)
                        .filter(n -> limit(s, n.to()) > 0 && s.free(n.from(), limit(s, n.to())))
                        .reduce((a, b) -> b);
        old.ifPresent(n -> s.use(n.from(), limit(s, n.to())));
        return old.isPresent();
    }

    private static boolean range(Sentence s, int i) {
        return s.at(i).number() && s.like(i + 1, "to|-|–|and|till") && s.at(i + 2).number();
    }

    private static Optional<Comparison.Read> compared(Sentence s, int i) {
        return Comparison.at(s, i)
                .filter(r -> r.sign() != Comparison.Sign.NONE && !r.pair() && !s.at(i).number());
    }

    /** One past the comparison behind a name, or -1. */
    private static int limit(Sentence s, int to) {
        return Comparison.at(s, s.like(to, "of|is|=|:|at") ? to + 1 : to)
                .filter(r -> r.sign() != Comparison.Sign.NONE)
                .map(Comparison.Read::to)
                .orElse(-1);
    }
}
