package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.StudyOrder;

/**
 * Numbers behind a finding that are of a measurement: the rate of a tachycardia, the QT of a long
 * one.
 */
final class StudyPace {
    private static final String PEOPLE = "patients?|people|persons?|men|women|e[ck]gs?";

    private final Sentence s;
    private final StudyClaim claim;

    StudyPace(Sentence s, StudyClaim claim) {
        this.s = s;
        this.claim = claim;
    }

    /** "sinus tachycardia at 130", "AF of 140 bpm": the rate of what a finding says. */
    Optional<StudyOrder> paced(StudyOrder order, Place p) {
        int i = p.to();
        int most = p.to() + 4;
        while ((s.like(i, "at|of|with|and|an?|rate|escape|rhythm|,|\\(") || claim.used(i))
                && i < most) {
            most += claim.used(i) || claim.used(i + 1) ? 1 : 0; // "with a ventricular escape at 40"
            i++;
        }
        boolean beats = // "AF of 110"
                p.term() instanceof Term.Finding f && f.of().group().matches("rhythm|av");
        boolean at = s.like(i - 1, beats ? "at|rate|of" : "at|rate") && i > p.to();
        boolean unit = s.like(i + 1, "bpm|beats|/min|/") && s.at(i).number();
        boolean other = s.like(i + 1, "%|percent|mm|ml|mv|ms|hz|years?|mmol|mg|" + PEOPLE);
        Optional<StudyKind.Measurement> rate =
                p.term().kind().measurements().stream()
                        .filter(m -> m.unit().equals("/min"))
                        .findFirst();
        if (rate.isEmpty() || !s.at(i).number() || !s.free(i) || !(unit || (at && !other))) {
            return Optional.empty();
        }
        int last = i + 1;
        while (s.like(last, "bpm|beats|per|a|min|minute|/|/min") && last < i + 4) {
            last++;
        }
        claim.take(p.to(), last);
        return Optional.of(order.measuring(rate.get().id(), s.at(i).doubleValue()));
    }

    /** "long QT of 520 ms": a finding whose name ends with what is measured. */
    Optional<StudyOrder> sized(StudyOrder order, Place p) {
        int i = s.like(p.to(), "of|at|,|\\(|=|:") ? p.to() + 1 : p.to();
        if (!s.at(i).number() || !s.free(i) || claim.used(i)) {
            return Optional.empty();
        }
        String last = s.word(p.to() - 1);
        for (StudyKind.Measurement m : p.term().kind().measurements()) {
            boolean said =
                    m.names().stream()
                            .map(
                                    n ->
                                            m.unit().equals("deg")
                                                    ? n.substring(n.lastIndexOf(' ') + 1)
                                                    : n)
                            .anyMatch(last::equalsIgnoreCase);
            double factor = claim.factor(m.unit(), i + 1);
            if (said && factor > 0) {
                claim.take(p.to(), claim.end(i + 1));
                return Optional.of(order.measuring(m.id(), s.at(i).doubleValue() * factor));
            }
        }
        return Optional.empty();
    }
}
