package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
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
            }
        }
    }

    private void value(Sentence.Named n) {
        int at = n.to();
        while (s.word(at).matches("to|at|=|:|is|now|should|be|down|up|of|instead|then|rather")) {
            at++;
        }
        Optional<Measurand> m = Measurands.bundled().find(n.concept().id());
        boolean mean = s.word(n.from() - 1).matches("mean|average|median|sd|of|for|in");
        if (m.isEmpty() || mean || !s.at(at).number() || !s.free(n.from(), at + 1)) {
            return;
        }
        Optional<Quantity.Unit> unit = Quantity.unit(s, at);
        double typed = s.at(at).doubleValue();
        double value = unit.flatMap(u -> m.get().toCanonical(typed, u.ucum())).orElse(typed);
        int to = unit.map(Quantity.Unit::to).orElse(at + 1);
        boolean ends = s.word(to).matches("|[.,;!]|and|please|then|instead|now|for|in|but|rather");
        boolean plausible = m.get().plausible().filter(p -> p.contains(value)).isPresent();
        if (!ends || !plausible || !s.free(at, to)) {
            return;
        }
        String id = n.concept().id();
        if (set(id)) {
            draft.edit(new Edit.AddOverwrite(new Overwrite.SetValue(id, value)), n.from(), to);
        } else if (mean(id)) {
            draft.edit(new Edit.AddConstraint(new Constraint.Mean(id, value)), n.from(), to);
        }
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
