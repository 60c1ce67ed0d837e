package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/**
 * One end of the limit asked last, by its name alone: "upper limit 8.5 instead", "the minimum
 * should be 7".
 */
final class EndEdits {
    private static final String TOP = "upper|maximum|max|top|ceiling|cap|highest";
    private static final String BOTTOM = "lower|minimum|min|bottom|floor|lowest";
    private static final String LIMIT =
            "limit|bound|end|value|threshold|cutoff|boundary|edge|of|is|to|at|should|be|=|:|now";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private EndEdits(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        EndEdits edits = new EndEdits(draft, current);
        boolean named = edits.s.named().stream().anyMatch(n -> edits.s.free(n.from(), n.to()));
        for (int i = 0; i < edits.s.size() && !named; i++) {
            boolean end = edits.s.word(i).matches(TOP + "|" + BOTTOM);
            if (end && edits.s.free(i)) {
                edits.end(i);
            }
        }
    }

    private void end(int i) {
        int n = i + 1;
        while (s.word(n).matches(LIMIT)) {
            n++;
        }
        boolean limit = n > i + 1 || s.word(i).matches("maximum|max|minimum|min|ceiling|floor|cap");
        if (!limit || !s.at(n).number() || !s.free(i, n + 1) || !alone(i, n + 1)) {
            return;
        }
        double value = s.at(n).doubleValue();
        List<Constraint> all = current.constraints();
        for (int k = all.size() - 1; k >= 0; k--) {
            if (all.get(k) instanceof Constraint.Require r
                    && r.criterion() instanceof ObservationWithin o) {
                Optional<ObservationWithin> moved = moved(o, value, s.word(i).matches(TOP));
                if (moved.isPresent()) {
                    var now = new Constraint.Require(moved.get());
                    draft.edit(new Edit.AddConstraint(now), i, n + 1);
                    return;
                }
            }
        }
    }

    private static Optional<ObservationWithin> moved(
            ObservationWithin old, double value, boolean top) {
        Optional<Measurand> m = Measurands.bundled().find(old.observation());
        boolean plausible =
                m.flatMap(Measurand::plausible).filter(p -> p.contains(value)).isPresent();
        double low = top ? old.range().low() : value;
        double high = top ? value : old.range().high();
        return plausible && low <= high
                ? Optional.of(
                        new ObservationWithin(
                                old.observation(),
                                new QuantityRange(low, high, old.range().unit())))
                : Optional.empty();
    }

    private boolean alone(int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= from && i < to;
            boolean unit = i == to && Quantity.unit(s, to - 1).isPresent();
            if (!inside && !unit && s.free(i) && !FillerWords.ALL.contains(s.word(i))) {
                return false;
            }
        }
        return true;
    }
}
