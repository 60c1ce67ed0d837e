package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * What is asked of one group as tests on rows.
 *
 * <p>Groups are disjoint by definition, too: whoever meets all that defines another group is not in
 * this one, unless this group's definition contains the other's ("metformin" and "metformin with
 * insulin").
 *
 * @param asked its name, share and targets
 * @param wishes what each of its patients meets, exclusions included
 * @param excluded names of groups whose people it leaves out although nobody said so
 */
record AskedGroup(StudyGroup asked, List<Selection.Wish> wishes, List<String> excluded) {
    /** What patients in none of the groups are called. */
    static final String REST = "rest";

    /**
     * @param groups without what is dealt
     */
    static List<AskedGroup> of(
            Groups groups, AssignedDrugs drugs, ReferencePopulation people, Remarks remarks) {
        List<StudyGroup> all = new ArrayList<>(groups.all());
        if (groups.leavesRest()) {
            all.add(new StudyGroup(REST, 100 - groups.percent(), List.of()));
        }
        List<AskedGroup> out = new ArrayList<>();
        for (StudyGroup g : all) {
            List<Selection.Wish> wishes = new ArrayList<>();
            for (Criterion c : g.required()) {
                test(c, people, remarks)
                        .ifPresent(t -> wishes.add(new Selection.Wish(Words.of(c), c, t)));
            }
            List<String> excluded = new ArrayList<>();
            for (StudyGroup other : all) {
                if (drugs.apart(g.name(), other.name())) {
                    continue;
                }
                other(g, other, people, remarks)
                        .ifPresent(
                                wish -> {
                                    wishes.add(wish);
                                    excluded.add(other.name());
                                });
            }
            out.add(new AskedGroup(g, wishes, excluded));
        }
        return out;
    }

    /** Not to be in another group; empty if what defines this group says so, or cannot. */
    private static Optional<Selection.Wish> other(
            StudyGroup g, StudyGroup other, ReferencePopulation people, Remarks remarks) {
        Set<Criterion> mine = new HashSet<>(g.required());
        List<Criterion> theirs = other.required();
        boolean contained = mine.containsAll(theirs);
        boolean opposite =
                theirs.stream().anyMatch(c -> mine.contains(negated(c)) || apart(c, mine));
        if (contained || opposite) {
            return Optional.empty();
        }
        List<RowTest> tests = new ArrayList<>();
        theirs.forEach(c -> test(c, people, remarks).ifPresent(tests::add));
        if (tests.size() < theirs.size()) { // no data tells who is in it: nobody is left out
            return Optional.empty();
        }
        String words = "not in group " + other.name();
        return Optional.of(
                new Selection.Wish(
                        words, new Criterion.Not(theirs.get(0)), RowTest.not(RowTest.all(tests))));
    }

    private static Criterion negated(Criterion c) {
        return c instanceof Criterion.Not n ? n.inner() : new Criterion.Not(c);
    }

    /** Two levels of one category, two drugs of a class, two ages or ranges that do not meet. */
    private static boolean apart(Criterion c, Set<Criterion> mine) {
        for (Criterion m : mine) {
            boolean levels =
                    c instanceof Criterion.CategoryIn a
                            && m instanceof Criterion.CategoryIn b
                            && a.variable().equals(b.variable())
                            && a.levels().stream().noneMatch(b.levels()::contains);
            boolean ages =
                    c instanceof Criterion.AgeBetween a
                            && m instanceof Criterion.AgeBetween b
                            && (a.maxYears() < b.minYears() || b.maxYears() < a.minYears());
            boolean values =
                    c instanceof Criterion.ObservationWithin a
                            && m instanceof Criterion.ObservationWithin b
                            && a.observation().equals(b.observation())
                            && (a.range().high() < b.range().low()
                                    || b.range().high() < a.range().low());
            boolean drugs = AskedIngredients.apart(c, m);
            if (levels || ages || values || drugs) {
                return true;
            }
        }
        return false;
    }

    /**
     * Of one of several drugs of a class the survey tells only the class: who must not take the
     * drug that another group takes takes none of the class.
     */
    private static Optional<RowTest> test(
            Criterion c, ReferencePopulation people, Remarks remarks) {
        boolean drug =
                c instanceof Criterion.Not n
                        && n.inner() instanceof Criterion.TakesMedication t
                        && DrugColumns.oneOfSeveral(t.medication());
        var criteria = new Criteria(people, remarks.problems());
        return drug
                ? ((Criterion.Not) c).inner().match(criteria).map(RowTest::not)
                : c.match(criteria);
    }

    /** What is asked of a group and concerns a figure that no row has cannot be met. */
    static void onlyOfRows(Groups groups, PublishedShapes shapes, Remarks remarks) {
        for (StudyGroup g : groups.all()) {
            for (Constraint c : g.constraints()) {
                boolean shaped =
                        (c instanceof Constraint.Mean m && shapes.has(m.observation()))
                                || (c instanceof Constraint.Require r
                                        && r.criterion() instanceof Criterion.ObservationWithin o
                                        && shapes.has(o.observation()));
                if (shaped || c instanceof Constraint.Correlation) {
                    remarks.problems()
                            .add(
                                    new Problem(
                                            "plan.group.nodata",
                                            "group " + g.name() + ": " + Words.of(c),
                                            "this can be asked of the whole cohort only",
                                            "ask it of everyone, or leave it out"));
                }
            }
        }
    }
}
