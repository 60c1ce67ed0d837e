package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * One observation in the place of another of which something was asked: "I meant sodium 132, not
 * potassium", "HDL instead of LDL". The other one is asked the same way.
 */
final class ReplacedObservations {
    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ReplacedObservations(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        new ReplacedObservations(draft, current).find();
    }

    private void find() {
        List<Sentence.Named> all =
                s.named().stream().filter(n -> n.is(Concept.Kind.OBSERVATION)).toList();
        if (all.size() != 2) {
            return;
        }
        for (int k = 0; k < 2; k++) {
            Sentence.Named old = all.get(k);
            Sentence.Named other = all.get(1 - k);
            int from = given(old);
            boolean two = !old.concept().id().equals(other.concept().id());
            if (from >= 0 && two && s.free(from, old.to())) {
                replace(old, from, other);
                return;
            }
        }
    }

    /** First word of "not potassium", "instead of the LDL"; -1 if it is not given up. */
    private int given(Sentence.Named n) {
        int at = n.from() - 1;
        at = s.like(at, "the|my|on|for|of") && at > 0 ? at - 1 : at;
        boolean ends = s.like(n.to(), "|[.,;!]|but|please|rather|sorry|-|—");
        if (s.word(at).equals("not") && ends) {
            return at;
        }
        for (String of : List.of("instead of", "rather than", "in place of")) {
            if (at >= 1 && s.after(at - 1, of) == at + 1) {
                return at - 1;
            }
            if (at >= 2 && s.after(at - 2, of) == at + 1) {
                return at - 2;
            }
        }
        return -1;
    }

    private void replace(Sentence.Named old, int from, Sentence.Named other) {
        String id = old.concept().id();
        int at = other.to();
        while (s.like(at, "to|at|=|:|is|of|should|be")) {
            at++;
        }
        boolean value = s.at(at).number() && s.free(at) && !s.inConcept(at);
        boolean alone = value || s.like(at, "|[.,;!]|not|instead|rather|in|please|-|—");
        Optional<Double> now =
                value ? Optional.of(s.at(at).doubleValue()) : Optional.<Double>empty();
        Optional<Edit> same = alone ? same(id, other.concept().id(), now) : Optional.empty();
        if (same.isPresent()) {
            draft.edit(new Edit.Forget(id), from, old.to());
            draft.edit(same.get(), other.from(), value ? at + 1 : other.to());
        } else if (Last.asked(current, id) && !alone) { // "sodium above 142, not potassium"
            draft.edit(new Edit.Forget(id), from, old.to());
        }
    }

    /** What was asked of the one, of the other. */
    private Optional<Edit> same(String id, String other, Optional<Double> now) {
        for (Overwrite o : current.beyond().overwrites()) {
            if (o.observation().equals(id) && o instanceof Overwrite.SetValue v) {
                double value = now.orElse(v.value());
                return BareWords.plausible(other, value)
                        ? Optional.of(new Edit.AddOverwrite(new Overwrite.SetValue(other, value)))
                        : Optional.empty();
            }
        }
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Mean m && m.observation().equals(id)) {
                double value = now.orElse(m.value());
                return BareWords.plausible(other, value)
                        ? Optional.of(new Edit.AddConstraint(new Constraint.Mean(other, value)))
                        : Optional.empty();
            }
            if (now.isEmpty()
                    && c instanceof Constraint.Require r
                    && r.criterion() instanceof ObservationWithin o
                    && o.observation().equals(id)) {
                return within(o, other);
            }
        }
        return Optional.empty();
    }

    private static Optional<Edit> within(ObservationWithin old, String other) {
        double low = old.range().low();
        double high = old.range().high();
        boolean fits =
                (Double.isInfinite(low) || BareWords.plausible(other, low))
                        && (Double.isInfinite(high) || BareWords.plausible(other, high));
        boolean unit =
                Measurands.bundled()
                        .find(other)
                        .filter(m -> m.unit().equals(old.range().unit()))
                        .isPresent();
        return fits && unit
                ? Optional.of(
                        new Edit.AddConstraint(
                                new Constraint.Require(new ObservationWithin(other, old.range()))))
                : Optional.empty();
    }
}
