package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "half with LVEF below 40, half above 50": a comparison behind a second share is of the
 * observation that the first one names, not an age. Read as "half with LVEF above 50".
 */
final class ComparedShares {
    private static final String HAVE = "with|have|has|having|whose|at|a|an|the|in";
    private static final String UNITS =
            "years?|yrs?|y|yo|old|%|percent|of|women|men|people|patients|pounds?|lbs?";

    private final Sentence s;

    private ComparedShares(Sentence s) {
        this.s = s;
    }

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        return s.exchanged(new ComparedShares(s).exchanges(), vocabulary);
    }

    private List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        Optional<Sentence.Named> of = Optional.empty();
        for (int i = 0; i < s.size(); i++) {
            int end = share(i);
            if (end < 0) {
                of = s.like(i, "[.!?:]") ? Optional.empty() : of;
                continue;
            }
            Optional<Comparison.Read> bare = of.isPresent() ? compared(end) : Optional.empty();
            if (bare.isPresent()) {
                String name = s.english(of.get().from(), of.get().to());
                all.add(new Exchange(i, end, s.english(i, end) + " with " + name));
                i = bare.get().to() - 1;
                continue;
            }
            of = named(end);
            i = of.map(n -> n.to() - 1).orElse(i);
        }
        return all;
    }

    /** One past "half", "the other half", "40 %", "the rest", or -1. */
    private int share(int i) {
        if (s.at(i).kind() == Token.Kind.FRACTION || s.like(i, "half|rest|others|remainder")) {
            return s.like(i + 1, "of") && s.like(i + 2, "them|the|these") ? i + 3 : i + 1;
        }
        boolean percent = s.at(i).number() && s.like(i + 1, "%|percent") && !s.inConcept(i);
        return percent ? i + 2 : -1;
    }

    /** The observation that is compared behind a share. */
    private Optional<Sentence.Named> named(int from) {
        int at = from;
        while (s.like(at, HAVE) && at < from + 3) {
            at++;
        }
        return s.namedAt(at, Concept.Kind.OBSERVATION).filter(n -> compared(past(n)).isPresent());
    }

    private int past(Sentence.Named n) {
        int at = n.to();
        while (s.like(at, "is|are|of|being|levels?|values?") && at < n.to() + 2) {
            at++;
        }
        return at;
    }

    /** A comparison with a number that is no age. */
    private Optional<Comparison.Read> compared(int from) {
        int at = from;
        while (s.like(at, "with|are|is|be|being|at") && at < from + 2) {
            at++;
        }
        return Comparison.at(s, at)
                .filter(r -> r.sign() != Comparison.Sign.NONE && !r.pair())
                .filter(r -> r.unit().isEmpty() ? !s.like(r.to(), UNITS) : true)
                .filter(r -> !s.like(r.to(), "years?|yrs?|yo|old"))
                .filter(r -> s.namedAt(r.to(), Concept.Kind.OBSERVATION).isEmpty());
    }
}
