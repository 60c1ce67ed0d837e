package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * Another number for a value that all were given, or for a mean that was asked: "bicarbonate to 20"
 * after "set bicarbonate to 18".
 */
final class SetAgain {
    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private SetAgain(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        SetAgain again = new SetAgain(draft, current);
        for (Sentence.Named n : again.s.named()) {
            if (n.is(Concept.Kind.OBSERVATION) && again.s.free(n.from(), n.to())) {
                again.value(n);
                again.before(n);
            }
        }
    }

    private void value(Sentence.Named n) {
        int at = n.to();
        while (s.like(at, "to|at|=|:|is|now|should|be|down|up|of|instead|then|rather")) {
            at++;
        }
        Optional<Measurand> m = Measurands.bundled().find(n.concept().id());
        boolean mean = s.like(n.from() - 1, "mean|average|median|sd|of|for|in");
        boolean limit = s.word(n.to()).equals("up") && s.word(n.to() + 1).equals("to");
        if (limit && s.like(n.from() - 1, "|,|\\.|and|but|;|now|ok|then")) {
            return; // "BMI up to 45" is a limit
        }
        if (m.isEmpty() || mean || !s.at(at).number() || !s.free(n.from(), at + 1)) {
            return;
        }
        Quantity.Value value = Quantity.of(s, at, m.get());
        int to = value.to();
        boolean ends = s.like(to, "|[.,;!]|and|please|then|instead|now|for|in|but|rather");
        boolean known = set(n.concept().id()) || mean(n.concept().id());
        if (known && ends && s.free(at, to)) {
            edit(m.get(), value.canonical(), n.from(), to);
        }
    }

    /** "5.1 for the potassium". */
    private void before(Sentence.Named n) {
        int at = n.from() - 1;
        while (s.like(at, "the|my|our|of|mean|target|value")) {
            at--;
        }
        int number = s.like(at, "for|as|on|with") ? at - 1 : -1;
        while (number > 0 && !s.at(number).number() && number > at - 3) {
            number--; // its unit
        }
        String id = n.concept().id();
        boolean limit = limit(id).isPresent();
        boolean asked = number >= 0 && s.at(number).number() && (set(id) || mean(id) || limit);
        boolean only = number == 0 || s.like(number - 1, "[,.;]|no|then|now|and|make|use");
        boolean ends = s.like(n.to(), "|[.,;!]|please|then|instead|now|rather|target|mean");
        if (asked && only && ends && s.free(number, n.to())) {
            edit(Measurands.bundled().get(id), s.at(number).doubleValue(), number, n.to());
        }
    }

    private void edit(Measurand m, double value, int from, int to) {
        if (!m.mayBe(value)) {
            return;
        }
        if (set(m.id())) {
            draft.edit(new Edit.AddOverwrite(new Overwrite.SetValue(m.id(), value)), from, to);
        } else if (mean(m.id())) {
            draft.edit(new Edit.AddConstraint(new Constraint.Mean(m.id(), value)), from, to);
        } else {
            limit(m.id()).map(o -> moved(m, o, value)).ifPresent(e -> draft.edit(e, from, to));
        }
    }

    /** A limit with one end. */
    private Optional<ObservationWithin> limit(String id) {
        return current.constraints().stream()
                .filter(c -> c instanceof Constraint.Require)
                .map(c -> ((Constraint.Require) c).criterion())
                .filter(c -> c instanceof ObservationWithin o && o.observation().equals(id))
                .map(c -> (ObservationWithin) c)
                .filter(
                        o ->
                                Double.isInfinite(o.range().low())
                                        != Double.isInfinite(o.range().high()))
                .findFirst();
    }

    private static Edit moved(Measurand m, ObservationWithin old, double value) {
        boolean top = Double.isInfinite(old.range().low());
        double end =
                LimitEdits.edge(
                        top ? old.range().high() : old.range().low(), value, m, top ? 1 : -1);
        QuantityRange now =
                top
                        ? new QuantityRange(Double.NEGATIVE_INFINITY, end, m.unit())
                        : new QuantityRange(end, Double.POSITIVE_INFINITY, m.unit());
        return new Edit.AddConstraint(new Constraint.Require(new ObservationWithin(m.id(), now)));
    }

    private boolean set(String id) {
        return current.beyond().overwrites().stream()
                .anyMatch(o -> o instanceof Overwrite.SetValue && o.observation().equals(id));
    }

    private boolean mean(String id) {
        return current.constraints().stream()
                .anyMatch(c -> c instanceof Constraint.Mean x && x.observation().equals(id));
    }
}
