package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.interpret.Question;

/** The same figure of two groups, beside each other, and how far they lie apart. */
final class ContrastAnswer {
    private final Function<Question, Answer> figures;

    /**
     * @param figures answers each of the two
     */
    ContrastAnswer(Function<Question, Answer> figures) {
        this.figures = figures;
    }

    /**
     * @throws org.anamnesis.problem.RequestException if one of the figures is not known
     */
    Answer answer(Question.Contrast q) {
        List<Answer> both = q.groups().stream().map(figures).toList();
        List<String> lines = new ArrayList<>();
        for (Answer one : both) {
            lines.add(one.text());
            lines.addAll(one.lines());
        }
        double first = figure(both.get(0));
        double second = figure(both.get(1));
        String unit = String.valueOf(both.get(0).json().get("unit"));
        List<String> names = q.groups().stream().map(ContrastAnswer::name).toList();
        boolean more = first > second;
        String text =
                first == second
                        ? "The same in %s and in %s: %s"
                                .formatted(names.get(0), names.get(1), Amounts.of(first, unit))
                        : "Higher in %s than in %s, by %s: %s against %s"
                                .formatted(
                                        names.get(more ? 0 : 1),
                                        names.get(more ? 1 : 0),
                                        apart(Math.abs(first - second), unit),
                                        Amounts.of(Math.max(first, second), unit),
                                        Amounts.of(Math.min(first, second), unit));
        return new Answer(
                text,
                lines,
                Typed.object(
                        "kind",
                        "contrast",
                        "figures",
                        List.of(first, second),
                        "unit",
                        unit,
                        "sides",
                        both.stream().map(Answer::json).toList()));
    }

    /** Two shares lie percentage points apart. */
    private static String apart(double difference, String unit) {
        return unit.equals("%")
                ? Amounts.number(difference) + " percentage points"
                : Amounts.of(difference, unit);
    }

    private static double figure(Answer one) {
        return ((Number) one.json().get("figure")).doubleValue();
    }

    private static String name(Question group) {
        if (group instanceof Question.Share s) {
            return GroupName.of(s.condition(), s.filters());
        }
        return group instanceof Question.Prevalence p
                ? GroupName.of(Optional.empty(), p.filters())
                : GroupName.of(
                        ((Question.Statistic) group).condition(),
                        ((Question.Statistic) group).filters());
    }
}
