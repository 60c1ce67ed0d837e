package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/** What is assumed at present: what a later message says is no assumption any more. */
final class Assumptions {
    private Assumptions() {}

    /**
     * @param before assumed so far
     * @param now assumed in this turn
     */
    static List<String> of(List<String> before, List<String> now, CohortSpec was, CohortSpec is) {
        List<String> all = new ArrayList<>(before);
        now.stream().filter(a -> !all.contains(a)).forEach(all::add);
        drop(all, "No number of patients", was.count() != is.count());
        drop(all, "No condition", is.condition().isPresent());
        drop(all, "No age", is.constraints().stream().anyMatch(Assumptions::age));
        drop(all, "No observations", !is.observations().equals(CohortSpec.DEFAULT.observations()));
        return all;
    }

    private static void drop(List<String> all, String beginning, boolean said) {
        all.removeIf(a -> said && a.startsWith(beginning));
    }

    private static boolean age(Constraint c) {
        return c instanceof Constraint.Require r && r.criterion() instanceof Criterion.AgeBetween;
    }
}
