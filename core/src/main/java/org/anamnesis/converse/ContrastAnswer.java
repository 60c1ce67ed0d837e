package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Question;
import org.anamnesis.population.ReferencePopulation;

/** The same figure of two groups, beside each other, and how far they lie apart. */
final class ContrastAnswer {
    private final StatisticAnswer statistics;

    ContrastAnswer(Evidence evidence, ReferencePopulation adults) {
        this.statistics = new StatisticAnswer(evidence, adults);
    }

    /**
     * @throws org.anamnesis.problem.RequestException if one of the figures is not known
     */
    Answer answer(Question.Contrast q) {
        List<Answer> both = q.groups().stream().map(statistics::answer).toList();
        List<String> lines = new ArrayList<>();
        double first = ((Number) both.get(0).json().get("figure")).doubleValue();
        double second = ((Number) both.get(1).json().get("figure")).doubleValue();
        String unit = String.valueOf(both.get(0).json().get("unit"));
        lines.add(both.get(0).text());
        lines.addAll(both.get(0).lines());
        lines.add(both.get(1).text());
        lines.addAll(both.get(1).lines());
        List<String> names =
                q.groups().stream().map(g -> GroupName.of(g.condition(), g.filters())).toList();
        boolean more = first > second;
        String text =
                first == second
                        ? "The same in %s and in %s: %s"
                                .formatted(names.get(0), names.get(1), Amounts.of(first, unit))
                        : "Higher in %s than in %s, by %s: %s against %s"
                                .formatted(
                                        names.get(more ? 0 : 1),
                                        names.get(more ? 1 : 0),
                                        Amounts.of(Math.abs(first - second), unit),
                                        Amounts.of(Math.max(first, second), unit),
                                        Amounts.of(Math.min(first, second), unit));
        return new Answer(
                text,
                lines,
                Typed.object(
                        "kind",
                        "contrast",
                        "observation",
                        q.groups().get(0).observation(),
                        "figures",
                        List.of(first, second),
                        "unit",
                        unit));
    }
}
