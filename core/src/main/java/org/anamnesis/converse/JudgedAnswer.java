package org.anamnesis.converse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.ReferencePopulation;

/** Where a value stands: against the reference range, and among people of a group. */
final class JudgedAnswer {
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

    private static String against(double value, QuantityRange r) {
        return value < r.low()
                ? "below the reference range"
                : value > r.high() ? "above the reference range" : "within the reference range";
    }
}
