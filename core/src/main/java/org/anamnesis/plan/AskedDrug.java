package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * What a request says of one drug or class of drugs.
 *
 * @param constraint that says it
 * @param medication concept id
 * @param home the class that it belongs to
 * @param ingredients the single drugs that it stands for
 * @param percent how many take it, 0 to 100
 * @param told whether the census tells who takes it, or at least who takes its class
 */
record AskedDrug(
        Constraint constraint,
        String medication,
        DrugHome home,
        List<String> ingredients,
        double percent,
        boolean told) {
    /** Empty if the constraint is about something else, or about a family of classes. */
    static Optional<AskedDrug> of(Constraint c, ReferencePopulation people) {
        if (c instanceof Constraint.Require r) {
            return of(c, r.criterion(), 100, people);
        }
        return c instanceof Constraint.Share s
                ? of(c, s.criterion(), s.percent(), people)
                : Optional.empty();
    }

    /** One of several drugs, none of which the census tells: as many take the one as the other. */
    static List<AskedDrug> either(Constraint c, ReferencePopulation people) {
        List<AskedDrug> all = new ArrayList<>();
        if (c instanceof Constraint.Require r
                && r.criterion() instanceof Criterion.AtLeast some
                && some.count() == 1) {
            double percent = 100.0 / some.of().size();
            for (Criterion one : some.of()) {
                if (one instanceof Criterion.TakesMedication t) {
                    of(c, t.medication(), percent, people)
                            .filter(d -> !d.told())
                            .filter(d -> all.stream().noneMatch(o -> o.overlaps(d)))
                            .ifPresent(all::add);
                }
            }
            return all.size() == some.of().size() ? all : List.of();
        }
        return List.of();
    }

    private boolean overlaps(AskedDrug other) {
        return ingredients.stream().anyMatch(other.ingredients::contains);
    }

    private static Optional<AskedDrug> of(
            Constraint c, Criterion criterion, double percent, ReferencePopulation people) {
        if (criterion instanceof Criterion.Not n) {
            return of(c, n.inner(), 100 - percent, people);
        }
        return criterion instanceof Criterion.TakesMedication t
                ? of(c, t.medication(), percent, people)
                : Optional.empty();
    }

    static Optional<AskedDrug> of(
            Constraint c, String medication, double percent, ReferencePopulation people) {
        List<String> ingredients = DrugHome.ingredients(medication);
        boolean family = !Catalogue.bundled().classesWithin(medication).isEmpty();
        if (family || ingredients.isEmpty()) {
            return Optional.empty();
        }
        boolean told = DrugColumns.columnOf(medication).filter(people::has).isPresent();
        return Optional.of(
                new AskedDrug(
                        c,
                        medication,
                        DrugHome.of(medication, people),
                        ingredients,
                        percent,
                        told));
    }

    /** How many take any of some classes, where a family of all of them is asked for, in %. */
    static OptionalDouble ofFamily(Constraint c, List<DrugHome> classes) {
        if (c instanceof Constraint.Require r) {
            return ofFamily(r.criterion(), 100, classes);
        }
        return c instanceof Constraint.Share s
                ? ofFamily(s.criterion(), s.percent(), classes)
                : OptionalDouble.empty();
    }

    private static OptionalDouble ofFamily(
            Criterion criterion, double percent, List<DrugHome> classes) {
        if (criterion instanceof Criterion.Not n) {
            return ofFamily(n.inner(), 100 - percent, classes);
        }
        if (!(criterion instanceof Criterion.TakesMedication t)) {
            return OptionalDouble.empty();
        }
        List<String> within =
                Catalogue.bundled().classesWithin(t.medication()).stream()
                        .map(Concept::id)
                        .toList();
        return percent < 100 && classes.stream().allMatch(h -> within.contains(h.id()))
                ? OptionalDouble.of(percent)
                : OptionalDouble.empty();
    }

    /**
     * That a class of the census is asked for by no drug of its own.
     *
     * @param nobody whether nobody takes it
     */
    static AskedDrug none(Constraint c, DrugHome home, boolean nobody) {
        List<String> drugs = nobody ? home.ofCensus() : List.of();
        return new AskedDrug(c, home.id(), home, drugs, 0, true);
    }

    AskedDrug alone() {
        return new AskedDrug(
                constraint, medication, DrugHome.alone(medication), ingredients, percent, told);
    }

    /** Whether it is all of the class as the census tells it. */
    boolean isCensusClass() {
        return told && ingredients.containsAll(home.ofCensus());
    }

    /** Whether this is one of several drugs that the other stands for. */
    boolean within(AskedDrug other) {
        boolean part =
                ingredients.size() < other.ingredients.size()
                        && other.ingredients.containsAll(ingredients);
        return part
                || (!medication.equals(other.medication)
                        && Catalogue.bundled().classesOf(medication).stream()
                                .anyMatch(c -> c.id().equals(other.medication)));
    }
}
