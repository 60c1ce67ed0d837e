package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.UnitSystem;

/**
 * One change of a specification. A message becomes a list of edits, so that a conversation can
 * show, undo and replay them.
 */
public sealed interface Edit {
    /** The specification after this edit. */
    CohortSpec apply(CohortSpec before);

    record SetCount(long count) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withCount(count);
        }
    }

    /** The condition that every patient has. */
    record SetCondition(String condition) implements Edit {
        public SetCondition {
            requireNonNull(condition, "condition");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withCondition(Optional.of(condition));
        }
    }

    /** No condition that every patient has: anyone of the population. */
    record DropCondition() implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withCondition(Optional.empty());
        }
    }

    record SetPopulation(String population) implements Edit {
        public SetPopulation {
            requireNonNull(population, "population");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withPopulation(population);
        }
    }

    record AddConstraint(Constraint constraint) implements Edit {
        public AddConstraint {
            requireNonNull(constraint, "constraint");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            List<Constraint> all = new ArrayList<>(before.constraints());
            if (!all.contains(constraint)) {
                all.add(constraint);
            }
            return before.withConstraints(all);
        }
    }

    /** Nothing is asked any more about age, a category, an observation, a condition or a drug. */
    record Forget(String subject) implements Edit {
        public Forget {
            requireNonNull(subject, "subject");
        }

        /** About one share of several of a variable: "30 % Hispanic" beside "20 % Black". */
        public static Forget share(Criterion.CategoryIn of) {
            return new Forget(Subject.level(of));
        }

        /** About whatever the constraint is about. */
        public static Forget about(Constraint constraint) {
            return new Forget(Subject.of(constraint));
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withConstraints(
                            before.constraints().stream()
                                    .filter(c -> !Subject.of(c).equals(subject))
                                    .filter(c -> !Subject.level(c).equals(subject))
                                    .toList())
                    .withBeyond(before.beyond().without(subject));
        }
    }

    /**
     * The mean of an observation, or of {@code age}, is moved: from the asked one if there is one,
     * else from what it would be.
     *
     * @param factor above 0
     * @param plus in the measurand's canonical unit
     */
    record MoveMean(String observation, double factor, double plus) implements Edit {
        public MoveMean {
            requireNonNull(observation, "observation");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            List<Constraint> all = new ArrayList<>();
            Constraint moved = new Constraint.Shift(observation, factor, plus);
            for (Constraint c : before.constraints()) {
                if (c instanceof Constraint.Mean m && m.observation().equals(observation)) {
                    moved = new Constraint.Mean(observation, factor * m.value() + plus);
                } else if (c instanceof Constraint.Shift s && s.observation().equals(observation)) {
                    moved =
                            new Constraint.Shift(
                                    observation, factor * s.factor(), factor * s.plus() + plus);
                } else {
                    all.add(c);
                }
            }
            all.add(moved);
            return before.withConstraints(all);
        }
    }

    /** Finished values are changed. */
    record AddOverwrite(Overwrite overwrite) implements Edit {
        public AddOverwrite {
            requireNonNull(overwrite, "overwrite");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(before.beyond().with(overwrite));
        }
    }

    /** A variable or condition with the user's own numbers. */
    record AddOwn(Own own) implements Edit {
        public AddOwn {
            requireNonNull(own, "own");
        }

        /** Its mean is no target any more, nor is it left out. */
        @Override
        public CohortSpec apply(CohortSpec before) {
            ObservationChoice o = before.observations();
            List<String> dropped = new ArrayList<>(o.dropped());
            dropped.remove(own.id());
            return before.withConstraints(
                            before.constraints().stream()
                                    .filter(
                                            c ->
                                                    !(c instanceof Constraint.Mean
                                                                    || c
                                                                            instanceof
                                                                            Constraint.Shift)
                                                            || !Subject.of(c).equals(own.id()))
                                    .toList())
                    .withObservations(new ObservationChoice(o.count(), o.named(), dropped))
                    .withBeyond(before.beyond().with(own));
        }
    }

    /** The unit in which the files show one observation. */
    record UseUnit(String observation, String unit) implements Edit {
        public UseUnit {
            requireNonNull(observation, "observation");
            requireNonNull(unit, "unit");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            Units units = before.beyond().units().with(new Units.Wanted(observation, unit));
            return before.withBeyond(before.beyond().with(units));
        }
    }

    /** The units of all observations; empty: canonical ones. */
    record UseUnits(Optional<UnitSystem> system) implements Edit {
        public UseUnits {
            requireNonNull(system, "system");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(before.beyond().with(new Units(system, List.of())));
        }
    }

    /** Patients get made-up names and addresses in the files, or none. */
    record NamePatients(boolean named) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(before.beyond().withNames(named));
        }
    }

    /** Values and visits are missing as in practice, or all are there. */
    record GapsAsInPractice(boolean asked) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(before.beyond().withGaps(asked));
        }
    }

    /**
     * Recordings or images: more is asked of a kind, or another.
     *
     * @param people whether it says anew who has them
     */
    record OrderStudies(StudyOrder order, boolean people) implements Edit {
        public OrderStudies {
            requireNonNull(order, "order");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            StudyOrder now =
                    before.beyond()
                            .study(order.kind())
                            .map(old -> old.then(order, people))
                            .orElse(order);
            return before.withBeyond(before.beyond().with(now));
        }
    }

    /** No recordings or images of a kind any more. */
    record DropStudies(String kind) implements Edit {
        public DropStudies {
            requireNonNull(kind, "kind");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(before.beyond().withoutStudy(kind));
        }
    }

    /** A span of history, or how often patients come; what is not said stays. */
    record SetTimeline(double years, double visitsPerYear) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            Timeline spanning = years > 0 ? now.lasting(years) : now;
            return before.withBeyond(
                    before.beyond()
                            .with(visitsPerYear > 0 ? spanning.visited(visitsPerYear) : spanning));
        }
    }

    /** The day on which records end. */
    record SetIndexDate(LocalDate day) implements Edit {
        public SetIndexDate {
            requireNonNull(day, "day");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withIndexDate(day);
        }
    }

    /** A history of these days, both counted; the cohort is looked at on the last. */
    record SetCalendar(LocalDate first, LocalDate last) implements Edit {
        public SetCalendar {
            if (first.isAfter(last)) {
                throw new IllegalArgumentException("from " + first + " to " + last);
            }
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            return before.withIndexDate(last)
                    .withBeyond(before.beyond().with(now.from(new Timeline.On(first))));
        }
    }

    /** A history from the onset of the condition that everyone has. */
    record SinceDiagnosis() implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            return before.withBeyond(before.beyond().with(now.from(Timeline.DIAGNOSIS)));
        }
    }

    /** A history of whole lives. */
    record SinceBirth() implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            return before.withBeyond(before.beyond().with(now.from(Timeline.BIRTH)));
        }
    }

    /** Histories without something, or with it again; the span may be said before or after. */
    record LeaveOut(Timeline.Absence what, boolean out) implements Edit {
        public LeaveOut {
            requireNonNull(what, "what");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            return before.withBeyond(
                    before.beyond().with(out ? now.leaving(what) : now.keeping(what)));
        }
    }

    /**
     * How often something comes, whatever practice has.
     *
     * @param of as in {@link Phase}
     * @param first the parts that it begins with, if it changes within the history
     * @param then how often a year after them, 0 for as practice has it
     * @param column whether it is an observation, which is then there
     */
    record Pace(String of, List<Phase> first, double then, boolean column) implements Edit {
        public Pace {
            requireNonNull(of, "of");
            first = List.copyOf(first);
        }

        /** An observation, all along. */
        public static Pace measured(String observation, double perYear) {
            return new Pace(observation, List.of(), perYear, true);
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            CohortSpec there =
                    column ? before.withObservations(before.observations().holding(of)) : before;
            return there.withBeyond(before.beyond().with(now.pacing(of, first, then)));
        }
    }

    /** Each patient has so many contacts of a kind. */
    record CountContacts(ContactCount count) implements Edit {
        public CountContacts {
            requireNonNull(count, "count");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            Timeline now = before.beyond().timeline().orElse(new Timeline(0, 0));
            return before.withBeyond(before.beyond().with(now.counting(count)));
        }
    }

    /** No history any more: one record a patient, at the index date. */
    record DropTimeline() implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(before.beyond().withoutTimeline());
        }
    }

    /**
     * The cohort consists of these groups; of none, if there are none. A share of the cohort that
     * is one of the groups is not asked twice.
     */
    record SetGroups(Groups groups) implements Edit {
        public SetGroups {
            requireNonNull(groups, "groups");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            List<Constraint> left =
                    before.constraints().stream().filter(c -> !groups.isShare(c)).toList();
            return before.withConstraints(left).withBeyond(before.beyond().with(groups));
        }
    }

    /** A group gets another share of the patients. */
    record ResizeGroup(String name, double percent) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(
                    before.beyond().with(before.beyond().groups().resized(name, percent)));
        }
    }

    /** More is asked of one group. */
    record AskGroup(String name, List<Constraint> constraints) implements Edit {
        public AskGroup {
            constraints = List.copyOf(constraints);
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withBeyond(
                    before.beyond().with(before.beyond().groups().asking(name, constraints)));
        }
    }

    /** The distribution of these is the same in all groups; of nothing, if nothing is named. */
    record MatchGroups(List<String> variables) implements Edit {
        public MatchGroups {
            variables = List.copyOf(variables);
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            Groups g = before.beyond().groups();
            return before.withBeyond(
                    before.beyond()
                            .with(
                                    variables.isEmpty()
                                            ? new Groups(g.all(), List.of())
                                            : g.matchedOn(variables)));
        }
    }

    /**
     * A what-if begins: what is asked now stays as the baseline. One that is there already is gone
     * back to, unless the new one comes on top.
     */
    record Suppose(boolean onTop) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            Optional<Baseline> is = before.beyond().baseline();
            if (is.isPresent() && onTop) {
                return before;
            }
            CohortSpec from = is.map(Baseline::spec).orElse(before);
            Said said = is.map(Baseline::said).orElse(Said.NOTHING);
            return from.withBeyond(
                    from.beyond().withBaseline(Optional.of(new Baseline(from, said))));
        }
    }

    /** A what-if ends: the variant stays, or the baseline does. */
    record EndWhatIf(boolean keepVariant) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return keepVariant
                    ? before.withBeyond(before.beyond().withBaseline(Optional.empty()))
                    : before.beyond().baseline().map(Baseline::spec).orElse(before);
        }
    }

    record SetObservations(ObservationChoice observations) implements Edit {
        public SetObservations {
            requireNonNull(observations, "observations");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withObservations(observations);
        }
    }

    record SetSeed(long seed) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withSeed(seed);
        }
    }

    record SetEngine(String engine) implements Edit {
        public SetEngine {
            requireNonNull(engine, "engine");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withEngine(engine);
        }
    }

    record SetFormats(List<String> formats) implements Edit {
        public SetFormats {
            formats = List.copyOf(formats);
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withFormats(formats);
        }
    }
}
