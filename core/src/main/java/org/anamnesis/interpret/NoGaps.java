package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** "forget the missing values", "no outliers after all": what was asked of all observations. */
final class NoGaps {
    private NoGaps() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean verb =
                    s.like(
                            i,
                            "forget|remove|drop|no|without|delete|undo|cancel|lift|scrap|skip|fill");
            int at = i + 1;
            while (s.like(at, "the|all|any|more|those|these|in|of|about")) {
                at++;
            }
            Optional<Sentence.Named> first = s.namedAt(at, Concept.Kind.OBSERVATION);
            at = first.map(Sentence.Named::to).orElse(at); // "the FEV1 outliers"
            boolean missing = s.like(at, "missing|missingness|gaps?|blanks?");
            boolean outliers = s.like(at, "outliers?");
            int to = s.like(at + 1, "values?|data|ones|results|entries") ? at + 2 : at + 1;
            int behind = s.like(to, "in|of|for|from|among") ? to + 1 : to;
            behind = s.like(behind, "the|their") ? behind + 1 : behind;
            Optional<Sentence.Named> of =
                    first.isPresent() || behind == to
                            ? first
                            : s.namedAt(behind, Concept.Kind.OBSERVATION);
            boolean asked = of.filter(n -> asked(current, n, missing)).isPresent();
            to = asked && first.isEmpty() ? of.get().to() : to;
            to = asked && s.like(to, "values?|column|results?|data") ? to + 1 : to;
            boolean all = s.like(to, "|[,.;!]|please|again|after|now|at|altogether");
            boolean one = asked || first.isEmpty();
            if (verb && one && s.free(i, to) && all && (missing || outliers)) {
                forget(draft, current, missing, i, to, of.map(n -> n.concept().id()));
                return;
            }
        }
    }

    /** Whether gaps or outliers of the named one are asked. */
    private static boolean asked(CohortSpec current, Sentence.Named of, boolean missing) {
        return current.beyond().overwrites().stream()
                .filter(o -> o.observation().equals(of.concept().id()))
                .anyMatch(
                        o ->
                                missing
                                        ? o instanceof Overwrite.Missing
                                        : o instanceof Overwrite.Outliers);
    }

    static void forget(Draft draft, CohortSpec current, boolean missing, int from, int to) {
        forget(draft, current, missing, from, to, Optional.empty());
    }

    /**
     * @param of the one observation of which they are not asked any more; empty for all
     */
    private static void forget(
            Draft draft,
            CohortSpec current,
            boolean missing,
            int from,
            int to,
            Optional<String> of) {
        List<Overwrite> old = current.beyond().overwrites();
        if (missing && of.isEmpty() && current.beyond().gaps()) {
            draft.edit(new Edit.GapsAsInPractice(false), from, to);
            return;
        }
        boolean none =
                old.stream()
                        .noneMatch(
                                o ->
                                        missing
                                                ? o instanceof Overwrite.Missing
                                                : o instanceof Overwrite.Outliers);
        if (none && current.equals(CohortSpec.DEFAULT)) {
            draft.sentence.use(from, to);
        } else if (none) {
            draft.edit(new Edit.Forget(missing ? "missing values" : "outliers"), from, to);
        }
        for (Overwrite o : old) {
            boolean gone =
                    missing ? o instanceof Overwrite.Missing : o instanceof Overwrite.Outliers;
            if (!gone || of.filter(id -> !id.equals(o.observation())).isPresent()) {
                continue;
            }
            draft.edit(new Edit.Forget(o.observation()), from, to);
            for (Constraint c : current.constraints()) { // what else is asked of it stays
                if (Last.concept(c).equals(o.observation())) {
                    draft.edit(new Edit.AddConstraint(c), from, to);
                }
            }
            old.stream()
                    .filter(x -> !x.equals(o) && x.observation().equals(o.observation()))
                    .filter(x -> missing == !(x instanceof Overwrite.Missing))
                    .forEach(x -> draft.edit(new Edit.AddOverwrite(x), from, to));
        }
    }
}
