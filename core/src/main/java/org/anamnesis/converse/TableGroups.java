package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Groups side by side in the language of conditions and targets of a learned table.
 *
 * @param all in the order in which they were named, then the rest if their shares leave one
 * @param same columns that are distributed alike in all of them
 */
record TableGroups(List<Group> all, List<TableColumn> same) {
    static final TableGroups NONE = new TableGroups(List.of(), List.of());

    /** What rows in none of the groups are called. */
    private static final String REST = "rest";

    /**
     * One group.
     *
     * @param percent of all rows
     * @param where what each of its rows meets, that it is in no other group included
     * @param targets what its rows meet together
     */
    record Group(String name, double percent, List<String> where, List<String> targets) {}

    boolean isEmpty() {
        return all.isEmpty();
    }

    static TableGroups of(CohortSpec spec, LearnedTable table, List<Problem> problems) {
        Groups asked = spec.beyond().groups();
        if (asked.isEmpty()) {
            return NONE;
        }
        List<StudyGroup> groups = new ArrayList<>(asked.all());
        if (asked.leavesRest()) {
            groups.add(new StudyGroup(REST, 100 - asked.percent(), List.of()));
        }
        List<List<String>> own = new ArrayList<>();
        List<List<String>> targets = new ArrayList<>();
        for (StudyGroup g : groups) {
            List<Problem> wrong = new ArrayList<>();
            var criteria = new TableCriteria(table, wrong);
            own.add(required(g, criteria));
            targets.add(targets(g, criteria, wrong));
            wrong.forEach(p -> problems.add(of(g.name(), p)));
        }
        List<Group> all = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            List<String> where = new ArrayList<>(own.get(g));
            for (int o = 0; o < groups.size(); o++) {
                boolean open = !apart(groups.get(g).required(), groups.get(o).required());
                if (open && !own.get(g).containsAll(own.get(o))) {
                    where.add("not (" + String.join(" and ", own.get(o)) + ")");
                }
            }
            StudyGroup group = groups.get(g);
            all.add(new Group(group.name(), group.percent(), where, targets.get(g)));
        }
        List<TableColumn> same = new ArrayList<>();
        for (String id : asked.same()) {
            Optional<TableColumn> column =
                    table.column(id).filter(c -> c.kind() != TableColumn.Kind.OTHER);
            column.ifPresent(same::add);
            if (column.isEmpty()) {
                problems.add(TableAsked.none("same " + Words.named(id), table));
            }
        }
        return new TableGroups(all, same);
    }

    /** Whether what defines two groups says that nobody is in both. */
    private static boolean apart(List<Criterion> some, List<Criterion> others) {
        return some.stream().anyMatch(a -> others.stream().anyMatch(b -> apart(a, b)));
    }

    private static boolean apart(Criterion a, Criterion b) {
        boolean answers =
                a instanceof Criterion.CategoryIn x
                        && b instanceof Criterion.CategoryIn y
                        && x.variable().equals(y.variable())
                        && x.levels().stream().noneMatch(y.levels()::contains);
        return answers || negated(a).equals(b) || negated(b).equals(a);
    }

    private static Criterion negated(Criterion c) {
        return c instanceof Criterion.Not n ? n.inner() : new Criterion.Not(c);
    }

    static Problem of(String group, Problem p) {
        return new Problem(
                p.code(), "group %s: %s".formatted(group, p.where()), p.message(), p.suggestion());
    }

    private static List<String> required(StudyGroup group, TableCriteria criteria) {
        List<String> where = new ArrayList<>();
        group.required().forEach(c -> criteria.of(c).ifPresent(where::add));
        return where;
    }

    private static List<String> targets(
            StudyGroup group, TableCriteria criteria, List<Problem> problems) {
        List<String> targets = new ArrayList<>();
        for (Constraint c : group.constraints()) {
            if (c instanceof Constraint.Shift) {
                problems.add(
                        new Problem(
                                "sample.words.groups.moved",
                                Words.of(c),
                                "What is asked of one group of a learned table has a value of its own.",
                                "a mean in place of a difference"));
            } else if (!(c instanceof Constraint.Require)) {
                TableAsked.target(c, criteria).ifPresent(targets::add);
            }
        }
        return targets;
    }
}
