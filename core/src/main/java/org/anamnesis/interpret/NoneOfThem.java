package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "no cancer", "without diabetes": whoever has none of a family has none of its kinds, and there is
 * nothing to ask.
 */
final class NoneOfThem {
    private static final List<List<String>> FAMILIES =
            List.of(List.of("type-2-diabetes", "type-1-diabetes"), VagueWords.CANCERS);

    private NoneOfThem() {}

    static void find(Draft draft, CohortSpec current) {
        draft.edits().forEach(q -> allowed(q, draft, current));
        for (Ambiguity family : draft.ambiguities()) {
            Criterion usual = family.readings().get(0).criterion();
            boolean kinds =
                    family.readings().stream()
                            .allMatch(w -> w.criterion() instanceof Criterion.HasCondition);
            List<Reading.Quoted> out =
                    draft.edits().stream()
                            .filter(q -> kinds && q.edit().equals(without(usual)))
                            .toList();
            for (Reading.Quoted q : out) {
                family.readings().stream()
                        .skip(1)
                        .forEach(w -> draft.more(without(w.criterion()), q));
            }
        }
    }

    /** "cancer is fine": none of its kinds is excluded any more. */
    private static void allowed(Reading.Quoted q, Draft draft, CohortSpec current) {
        boolean kind = q.quote().toLowerCase(Locale.ROOT).matches(".*(type|t[12]|breast).*");
        if (kind || !(q.edit() instanceof Edit.Forget forget)) {
            return;
        }
        FAMILIES.stream()
                .filter(f -> f.get(0).equals(forget.subject()))
                .flatMap(f -> f.stream().skip(1))
                .filter(id -> excluded(id, current))
                .forEach(id -> draft.more(new Edit.Forget(id), q));
    }

    private static boolean excluded(String id, CohortSpec current) {
        var out = new Criterion.Not(new Criterion.HasCondition(id, Optional.empty()));
        return current.constraints().contains(new Constraint.Require(out));
    }

    private static Edit without(Criterion c) {
        return new Edit.AddConstraint(new Constraint.Require(new Criterion.Not(c)));
    }
}
