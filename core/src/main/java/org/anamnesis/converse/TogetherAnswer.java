package org.anamnesis.converse;

import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.Words;
import org.anamnesis.population.ReferencePopulation;

/** How two observations go together in a group of the built-in population. */
final class TogetherAnswer {
    private final ReferencePopulation adults;
    private final Citations citations;

    TogetherAnswer(Evidence evidence, ReferencePopulation adults) {
        this.adults = adults;
        this.citations = new Citations(evidence);
    }

    /**
     * @throws org.anamnesis.problem.RequestException if the two are not known of the same people
     */
    Answer answer(Question.Together q) {
        var counted = new Counted(adults, q.condition(), q.filters());
        String two = Words.named(q.first()) + " and " + Words.named(q.second());
        double rho =
                counted.correlation(q.first(), q.second())
                        .orElseThrow(
                                () ->
                                        NoFigure.of(
                                                two,
                                                "the two are not known of the same people here",
                                                "two observations that the survey measured"));
        Standing standing = citations.of(counted, GroupName.of(q.condition(), q.filters()));
        String way =
                Math.abs(rho) < 0.1 ? "hardly" : rho > 0 ? "together" : "in opposite directions";
        return new FigureAnswer("correlation", rho, "1", standing)
                .put("first", q.first())
                .put("second", q.second())
                .line("rank correlation (Spearman): 1 would be always together, -1 always opposite")
                .said(
                        "%s in %s move %s: rank correlation %s"
                                .formatted(two, standing.population(), way, Amounts.number(rho)));
    }
}
