package org.anamnesis.converse;

import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.Words;

/** How much more often an outcome comes with a condition. */
final class OddsAnswer {
    private final Evidence evidence;

    OddsAnswer(Evidence evidence) {
        this.evidence = evidence;
    }

    Answer answer(Question.OddsRatio q) {
        Optional<Fact> fact =
                evidence.conditions().contains(q.exposure())
                        ? evidence
                                .condition(q.exposure())
                                .facts(Fact.Kind.ODDS_RATIO, q.outcome())
                                .stream()
                                .findFirst()
                        : Optional.empty();
        String outcome = Amounts.lower(Words.named(q.outcome()));
        String exposure = Amounts.lower(Words.named(q.exposure()));
        Fact f =
                fact.orElseThrow(
                        () ->
                                NoFigure.of(
                                        outcome + " with " + exposure,
                                        "no odds ratio of these two is in the evidence",
                                        "the odds ratio of two conditions, or the share of one of"
                                                + " them among people with the other"));
        return new FigureAnswer(
                        "odds ratio", f.value(), "odds ratio", new Citations(evidence).of(f))
                .limits(f)
                .put("outcome", q.outcome())
                .put("exposure", q.exposure())
                .said(
                        "Odds ratio of %s with %s, in %s: %s"
                                .formatted(
                                        outcome,
                                        exposure,
                                        f.population(),
                                        Amounts.number(f.value())));
    }
}
