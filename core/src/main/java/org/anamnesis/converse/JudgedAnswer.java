package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.Words;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/** Where a value stands: against the reference range, and among people of a group. */
final class JudgedAnswer {
    /** Above this age the survey tells no more. */
    private static final double OLDEST = 80;

    private final ReferencePopulation adults;
    private final Citations citations;

    JudgedAnswer(Evidence evidence, ReferencePopulation adults) {
        this.adults = adults;
        this.citations = new Citations(evidence);
    }

    /**
     * @throws org.anamnesis.problem.RequestException if nothing is known to compare it with
     */
    Answer answer(Question.Judged q) {
        if (q.observation().equals("age")) {
            return age(q);
        }
        Measurand m = Measurands.bundled().get(q.observation());
        String value = Amounts.of(q.value(), m.unit());
        String against =
                m.reference().map(r -> against(q.value(), r)).orElse("no single reference range");
        var counted = new Counted(adults, q.condition(), List.of());
        Optional<Double> below = counted.below(q.observation(), q.value());
        Answer range = AskDesk.range(m);
        if (below.isEmpty()) {
            return new Answer(
                    "%s of %s: %s".formatted(m.name(), value, against),
                    range.lines(),
                    Typed.object("kind", "judged", "observation", m.id(), "value", q.value()));
        }
        Standing standing = citations.of(counted, GroupName.of(q.condition(), List.of()));
        FigureAnswer answer = new FigureAnswer("judged", below.get(), "%", standing);
        answer.put("observation", m.id());
        answer.put("value", q.value());
        range.lines().forEach(answer::line);
        return answer.said(
                String.format(
                        Locale.ROOT,
                        "%s of %s: %s; %s %% of %s have less",
                        m.name(),
                        value,
                        against,
                        Amounts.number(below.get()),
                        standing.population()));
    }

    /** NHANES writes 80 for whoever is older. */
    private Answer age(Question.Judged q) {
        var counted = new Counted(adults, q.condition(), List.of());
        double younger = counted.below("age", Math.min(q.value(), OLDEST)).orElse(0d);
        Standing standing = citations.of(counted, GroupName.of(q.condition(), List.of()));
        return new FigureAnswer("judged", younger, "%", standing)
                .put("observation", "age")
                .put("value", q.value())
                .line("the survey records ages above 80 as 80")
                .said(
                        "Age %s: %s %% of %s are younger than %s"
                                .formatted(
                                        Amounts.number(q.value()),
                                        Amounts.number(younger),
                                        standing.population(),
                                        Amounts.number(Math.min(q.value(), OLDEST))));
    }

    /** Whether a request leaves room for the value, as a line before the others. */
    static Answer within(Answer answer, Question.Judged q, CohortSpec spec) {
        List<String> lines = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require r) {
                within(r.criterion(), q)
                        .ifPresent(
                                in ->
                                        lines.add(
                                                (in
                                                                ? "the request allows it: %s"
                                                                : "the request excludes it: %s")
                                                        .formatted(Words.of(c))));
            }
        }
        lines.addAll(answer.lines());
        return new Answer(answer.text(), lines, answer.json());
    }

    private static Optional<Boolean> within(Criterion c, Question.Judged q) {
        if (c instanceof Criterion.ObservationWithin o && o.observation().equals(q.observation())) {
            return Optional.of(q.value() >= o.range().low() && q.value() <= o.range().high());
        }
        return c instanceof Criterion.AgeBetween a && q.observation().equals("age")
                ? Optional.of(q.value() >= a.minYears() && q.value() <= a.maxYears())
                : Optional.empty();
    }

    private static String against(double value, QuantityRange r) {
        return value < r.low()
                ? "below the reference range"
                : value > r.high() ? "above the reference range" : "within the reference range";
    }
}
