package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/**
 * A group of the reference population by condition and criteria, as plans and answers select it.
 */
public final class Group {
    private Group() {}

    /**
     * Rows with the condition (anyone, if none is asked) that meet all filters; empty with problems
     * if one cannot be told.
     */
    public static int[] rows(
            ReferencePopulation people,
            Optional<String> condition,
            List<Criterion> filters,
            List<Problem> problems) {
        List<RowTest> tests = new ArrayList<>();
        condition
                .filter(c -> !c.equals("general-population"))
                .ifPresent(
                        c ->
                                test(
                                                people,
                                                new Criterion.HasCondition(c, Optional.empty()),
                                                problems)
                                        .ifPresent(tests::add));
        filters.forEach(f -> test(people, f, problems).ifPresent(tests::add));
        return problems.isEmpty() ? people.select(RowTest.all(tests)) : new int[0];
    }

    /** Weighted share in % of rows that meet all criteria, among those of whom it is known. */
    public static Optional<Double> share(
            ReferencePopulation people, int[] rows, List<Criterion> what, List<Problem> problems) {
        List<RowTest> tests = new ArrayList<>();
        what.forEach(c -> test(people, c, problems).ifPresent(tests::add));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        byte[] answers = people.answers(RowTest.all(tests));
        double yes = 0;
        double all = 0;
        for (int row : rows) {
            if (answers[row] != ReferencePopulation.UNKNOWN) {
                all += people.weights()[row];
                yes += answers[row] * people.weights()[row];
            }
        }
        return all > 0 ? Optional.of(100 * yes / all) : Optional.empty();
    }

    private static Optional<RowTest> test(
            ReferencePopulation people, Criterion criterion, List<Problem> problems) {
        if (criterion instanceof Criterion.HasCondition h
                && h.stage().isEmpty()
                && ConditionRows.of(h.condition()).filter(ConditionRows::isProxy).isPresent()) {
            problems.add(
                    new Problem(
                            "ask.proxy",
                            Words.named(h.condition()),
                            "the built-in population knows only a proxy of this condition: "
                                    + ConditionRows.of(h.condition()).get().proxy(),
                            "what is published of them: how common it is, their mean age or which data is used"));
            return Optional.empty();
        }
        return criterion.match(new Criteria(people, problems));
    }
}
