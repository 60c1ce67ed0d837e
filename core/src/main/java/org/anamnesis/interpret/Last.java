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
        return current.constraints().stream()
                        .anyMatch(c -> id.equals(concept(c)) || id.equals(subject(c)))
                || current.beyond().overwrites().stream().anyMatch(o -> o.observation().equals(id))
                || current.beyond().groups().same().contains(id);
    }

    /** "FEV1" where only the FEV1 in % of the predicted was asked about: that; else itself. */
    static String meant(CohortSpec current, String id) {
        List<String> kinds =
                current.constraints().stream()
                        .map(Last::subject)
                        .filter(k -> k.startsWith(id + "_"))
                        .distinct()
                        .toList();
        return asked(current, id) || kinds.size() != 1 ? id : kinds.get(0);
    }

    /** What is asked of patients one by one; empty for means and correlations. */
    static Optional<Criterion> criterion(Constraint c) {
        if (c instanceof Constraint.Require r) {
            return Optional.of(r.criterion());
        }
        return c instanceof Constraint.Share s ? Optional.of(s.criterion()) : Optional.empty();
    }

    /** What {@code Forget} calls it. */
    static String subject(Constraint c) {
        if (c instanceof Constraint.Correlation x) {
            boolean order = x.first().compareTo(x.second()) < 0;
            return order ? x.first() + "~" + x.second() : x.second() + "~" + x.first();
        }
        Optional<Criterion> of =
                criterion(c).map(x -> x instanceof Criterion.Not n ? n.inner() : x);
        if (of.isPresent() && of.get() instanceof Criterion.CategoryIn x) {
            return x.variable();
        }
        return of.isPresent() && of.get() instanceof Criterion.AgeBetween ? "age" : concept(c);
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
