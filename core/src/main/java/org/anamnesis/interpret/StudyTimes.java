package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** "twice as many PVCs", "double the share with LBBB": of a finding that some show already. */
final class StudyTimes {
    private static final String BETWEEN =
            "as|many|much|often|the|of|share|number|rate|proportion|percentage|with|studies|e[ck]gs|eegs|cts|patients|people";

    private final Sentence s;
    private final StudyClaim claim;
    private final CohortSpec current;

    StudyTimes(Sentence s, StudyClaim claim, CohortSpec current) {
        this.s = s;
        this.claim = claim;
        this.current = current;
    }

    /** The order with so many times the share of a finding, of all at most. */
    Optional<StudyOrder> of(StudyOrder order, Place p, Term.Finding f) {
        int i = before(p.from());
        boolean times = s.like(i, "times") && s.at(i - 1).number();
        Optional<Double> factor =
                times
                        ? Optional.of(s.at(i - 1).doubleValue())
                        : RelativeWords.factor(s.at(i)).filter(x -> counted(p.from(), i));
        int from = times ? i - 1 : i;
        Optional<StudyOrder.Shown> had =
                current.beyond().study(f.kind().id()).stream()
                        .flatMap(o -> o.findings().stream())
                        .filter(x -> x.finding().equals(f.of().id()))
                        .filter(x -> x.percent() > 0 && x.percent() < 100)
                        .findFirst();
        if (factor.isEmpty() || had.isEmpty() || !s.free(from, p.from())) {
            return Optional.empty();
        }
        claim.take(from, p.to());
        double percent = Math.min(100, had.get().percent() * factor.get());
        return Optional.of(
                order.showing(
                        new StudyOrder.Shown(had.get().finding(), percent, had.get().details())));
    }

    private int before(int at) {
        int i = at - 1;
        while (s.like(i, BETWEEN)) {
            i--;
        }
        return i;
    }

    /** "half of the ECGs with LBBB" is a share; "half as many" and "halve the" are not. */
    private boolean counted(int at, int factor) {
        return s.at(factor).kind() != Token.Kind.FRACTION
                || (at > factor + 2 && s.like(factor + 1, "as"))
                || (s.like(factor + 1, "the") && s.like(factor + 2, "share|number|rate"));
    }
}
