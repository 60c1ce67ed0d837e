package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/** Turns criteria of a specification into tests on rows of a population, or says why it cannot. */
final class Criteria implements Criterion.Cases<Optional<RowTest>> {
    private final ReferencePopulation people;
    private final List<Problem> problems;

    Criteria(ReferencePopulation people, List<Problem> problems) {
        this.people = people;
        this.problems = problems;
    }

    @Override
    public Optional<RowTest> age(Criterion.AgeBetween asked) {
        return Optional.of(RowTest.between("age", asked.minYears(), asked.maxYears()));
    }

    @Override
    public Optional<RowTest> category(Criterion.CategoryIn asked) {
        if (!people.has(asked.variable())) {
            return none("plan.variable.unknown", asked.variable(), "is not known for these people");
        }
        List<String> levels = people.variable(asked.variable()).levels();
        Set<Integer> wanted = new TreeSet<>();
        for (String level : asked.levels()) {
            int at = levels.indexOf(level);
            if (at < 0) {
                problems.add(
                        new Problem(
                                "plan.level.unknown",
                                level,
                                "%s has no level \"%s\"".formatted(asked.variable(), level),
                                "one of " + String.join(", ", levels)));
                return Optional.empty();
            }
            wanted.add(at);
        }
        return Optional.of(RowTest.level(asked.variable(), wanted));
    }

    @Override
    public Optional<RowTest> condition(Criterion.HasCondition asked) {
        if (asked.stage().isPresent()) {
            Optional<RowTest> stage =
                    ConditionRows.stage(asked.condition(), asked.stage().get())
                            .filter(t -> t.columns().stream().allMatch(people::has));
            if (stage.isEmpty()) {
                return none(
                        "plan.stage.unknown",
                        asked.condition() + " stage " + asked.stage().get(),
                        "no stage of that name can be told apart in the reference population");
            }
            return stage;
        }
        Optional<ConditionRows> rows = ConditionRows.of(asked.condition());
        if (rows.isEmpty() || !rows.get().test().columns().stream().allMatch(people::has)) {
            return none(
                    "plan.condition.nodata",
                    asked.condition(),
                    "the reference population does not tell who has this condition beside another one");
        }
        return Optional.of(rows.get().test());
    }

    @Override
    public Optional<RowTest> observation(Criterion.ObservationWithin asked) {
        if (!people.has(asked.observation())) {
            return none(
                    "plan.observation.nodata",
                    asked.observation(),
                    "the reference population has no values of this observation");
        }
        QuantityRange r = asked.range();
        return Optional.of(RowTest.between(asked.observation(), r.low(), r.high()));
    }

    @Override
    public Optional<RowTest> medication(Criterion.TakesMedication asked) {
        List<RowTest> family =
                Catalogue.bundled().classesWithin(asked.medication()).stream()
                        .flatMap(c -> DrugColumns.columnOf(c.id()).stream())
                        .filter(people::has)
                        .map(RowTest::yes)
                        .toList();
        if (!family.isEmpty()) {
            return Optional.of(RowTest.any(family));
        }
        Optional<String> column = DrugColumns.columnOf(asked.medication());
        if (column.isEmpty() || !people.has(column.get())) {
            return none(
                    "plan.medication.nodata",
                    asked.medication(),
                    "the reference population does not tell who takes this");
        }
        return Optional.of(RowTest.yes(column.get()));
    }

    @Override
    public Optional<RowTest> not(Criterion.Not asked) {
        boolean one =
                asked.inner() instanceof Criterion.TakesMedication t
                        && DrugColumns.oneOfSeveral(t.medication());
        if (one) { // others of the class may be taken: see AskedIngredients
            return Optional.of(RowTest.all(List.of()));
        }
        if (asked.inner() instanceof Criterion.HasCondition h
                && RecordOnly.find(h.condition()).isPresent()) {
            return Optional.of(RowTest.all(List.of())); // histories leave it out
        }
        return asked.inner().match(this).map(RowTest::not);
    }

    @Override
    public Optional<RowTest> atLeast(Criterion.AtLeast asked) {
        List<RowTest> tests = new ArrayList<>();
        for (Criterion one : asked.of()) {
            Criterion plain = one instanceof Criterion.Not n ? n.inner() : one;
            if (plain instanceof Criterion.TakesMedication t
                    && DrugColumns.oneOfSeveral(t.medication())) {
                return none(
                        "plan.medication.nodata",
                        Words.of(plain),
                        "who takes this drug of its class is not told where it is one of several things asked");
            }
            Optional<RowTest> test = one.match(this);
            if (test.isEmpty()) {
                return test;
            }
            tests.add(test.get());
        }
        return Optional.of(RowTest.atLeast(asked.count(), tests));
    }

    private Optional<RowTest> none(String code, String where, String message) {
        problems.add(
                new Problem(
                        code,
                        where,
                        message,
                        "leave it out, or ask for what the list of known things offers"));
        return Optional.empty();
    }
}
