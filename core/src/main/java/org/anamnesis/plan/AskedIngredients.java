package org.anamnesis.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.TakesMedication;
import org.anamnesis.spec.StudyGroup;

/**
 * Single drugs that were asked for or excluded. The census tells who takes a class; which of its
 * ingredients is chosen here, so that everyone of the class takes the one that was asked for.
 */
final class AskedIngredients {
    private final Map<String, Set<String>> only = new HashMap<>();
    private final Map<String, Set<String>> never = new HashMap<>();

    AskedIngredients(CohortSpec spec, Remarks remarks) {
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require r) {
                add(r.criterion(), true);
            } else if (c instanceof Constraint.Share s) {
                add(s.criterion(), s.percent() > 0);
            }
        }
        only.forEach((column, ids) -> explain(ids, remarks));
        ofGroups(spec.beyond().groups().all(), remarks);
    }

    /** Each group may have a drug of its own; whoever is in none takes none of the class. */
    private void ofGroups(List<StudyGroup> groups, Remarks remarks) {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (StudyGroup g : groups) {
            of(g).forEach(
                            (column, id) ->
                                    asked.computeIfAbsent(column, k -> new TreeSet<>()).add(id));
        }
        asked.forEach(
                (column, ids) -> {
                    if (only.containsKey(column)) { // of everyone, too
                        ids.addAll(only.get(column));
                        explain(ids, remarks);
                    } else if (ids.size() == 1) {
                        explain(ids, remarks);
                    }
                    only.computeIfAbsent(column, k -> new HashSet<>()).addAll(ids);
                });
    }

    /** By drug column, the ingredient of the class that everyone in the group takes. */
    static Map<String, String> of(StudyGroup group) {
        Map<String, String> drugs = new TreeMap<>();
        for (Criterion c : group.required()) {
            if (c instanceof TakesMedication t && DrugColumns.oneOfSeveral(t.medication())) {
                drugs.put(DrugColumns.columnOf(t.medication()).orElseThrow(), t.medication());
            }
        }
        return drugs;
    }

    /** Two drugs of one class, of which a patient takes one here. */
    static boolean apart(Criterion a, Criterion b) {
        return a instanceof TakesMedication x
                && b instanceof TakesMedication y
                && !x.medication().equals(y.medication())
                && DrugColumns.oneOfSeveral(x.medication())
                && DrugColumns.oneOfSeveral(y.medication())
                && DrugColumns.columnOf(x.medication())
                        .equals(DrugColumns.columnOf(y.medication()));
    }

    private void add(Criterion criterion, boolean some) {
        boolean not = criterion instanceof Criterion.Not;
        Criterion of = criterion instanceof Criterion.Not n ? n.inner() : criterion;
        if (of instanceof TakesMedication t && DrugColumns.oneOfSeveral(t.medication())) {
            String column = DrugColumns.columnOf(t.medication()).orElseThrow();
            (not || !some ? never : only)
                    .computeIfAbsent(column, k -> new HashSet<>())
                    .add(t.medication());
        }
    }

    private static void explain(Set<String> ids, Remarks remarks) {
        List<String> names = ids.stream().sorted().map(Words::name).toList();
        if (ids.size() > 1) {
            remarks.problems()
                    .add(
                            new Problem(
                                    "plan.medication.class",
                                    String.join(" and ", names),
                                    "these belong to one class of drugs, of which a patient takes one here",
                                    "one of them, or the class"));
            return;
        }
        remarks.explain(
                "of %s the survey tells only who takes its class of drugs: everyone of the class takes it here"
                        .formatted(names.get(0)));
    }

    /** Whether an ingredient of the class may be chosen. */
    boolean allows(String column, String ingredient) {
        boolean asked = only.getOrDefault(column, Set.of(ingredient)).contains(ingredient);
        return asked && !never.getOrDefault(column, Set.of()).contains(ingredient);
    }
}
