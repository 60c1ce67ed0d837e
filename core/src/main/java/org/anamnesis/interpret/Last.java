package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/** What was asked last, for messages that name nothing: "30 %", "above 9 then", "9 instead". */
final class Last {
    private Last() {}

    static Optional<Constraint> of(CohortSpec current) {
        List<Constraint> all = current.constraints();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether anything is asked about the concept. */
    static boolean asked(CohortSpec current, String id) {
        return current.constraints().stream().anyMatch(c -> id.equals(concept(c)))
                || current.beyond().overwrites().stream().anyMatch(o -> o.observation().equals(id));
    }

    static String concept(Constraint c) {
        if (c instanceof Constraint.Require r) {
            return concept(r.criterion());
        }
        if (c instanceof Constraint.Share s) {
            return concept(s.criterion());
        }
        if (c instanceof Constraint.Shift s) {
            return s.observation();
        }
        return c instanceof Constraint.Mean m ? m.observation() : "";
    }

    private static String concept(Criterion c) {
        if (c instanceof Criterion.Not n) {
            return concept(n.inner());
        }
        if (c instanceof Criterion.HasCondition h) {
            return h.condition();
        }
        if (c instanceof Criterion.TakesMedication t) {
            return t.medication();
        }
        return c instanceof Criterion.ObservationWithin o ? o.observation() : "";
    }
}
