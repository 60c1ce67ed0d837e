package org.anamnesis.interpret;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/** One end of a limit moved: "raise the upper limit to 200", "loosen the BMI to 40". */
final class LimitEdits {
    private static final Set<String> MOVES =
            Set.of(
                    "raise",
                    "lower",
                    "loosen",
                    "tighten",
                    "relax",
                    "increase",
                    "reduce",
                    "decrease",
                    "extend",
                    "widen",
                    "narrow",
                    "move",
                    "bump",
                    "push",
                    "shift",
                    "change",
                    "set",
                    "make",
                    "put");
    private static final Set<String> TOP =
            Set.of("upper", "maximum", "max", "top", "ceiling", "cap");
    private static final Set<String> BOTTOM = Set.of("minimum", "min", "bottom", "floor");
    private static final Set<String> BETWEEN =
            Set.of(
                    "the",
                    "limit",
                    "limits",
                    "threshold",
                    "cutoff",
                    "cut",
                    "-",
                    "off",
                    "criterion",
                    "bound",
                    "range",
                    "of",
                    "on",
                    "for",
                    "a",
                    "bit",
                    "end",
                    "it",
                    "that",
                    "up",
                    "down",
                    "value");

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private LimitEdits(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        LimitEdits edits = new LimitEdits(draft, current);
        for (int i = 0; i < edits.s.size(); i++) {
            if (MOVES.contains(edits.s.word(i)) && edits.s.free(i)) {
                edits.move(i);
            }
        }
    }

    private void move(int verb) {
        Optional<String> named = Optional.empty();
        int end = 0;
        int at = verb + 1;
        boolean lower = s.word(verb).equals("lower");
        boolean limit = !s.like(verb, "set|make|put"); // a value can be set, too
        while (at < verb + 10 && !s.word(at).equals("to")) {
            String w = s.word(at);
            Optional<Sentence.Named> n = s.namedAt(at, Concept.Kind.OBSERVATION);
            if (n.isPresent() && named.isEmpty()) {
                named = Optional.of(n.get().concept().id());
                at = n.get().to();
                continue;
            }
            limit |= s.like(at, "limits?|threshold|cutoff|off|criterion|bound");
            end = TOP.contains(w) ? 1 : BOTTOM.contains(w) || w.equals("lower") ? -1 : end;
            if (!BETWEEN.contains(w)
                    && !TOP.contains(w)
                    && !BOTTOM.contains(w)
                    && !w.equals("lower")) {
                return;
            }
            at++;
        }
        int n = at + 1;
        boolean range = s.like(n + 1, "to|-|and") && s.at(n + 2).number();
        if (!limit || !s.word(at).equals("to") || !s.at(n).number() || !s.free(n) || range) {
            return;
        }
        Optional<ObservationWithin> old = limit(current, named);
        if (old.isEmpty() && named.isPresent() && end != 0) {
            anew(named.get(), end > 0, verb, n);
            return;
        }
        if (old.isEmpty() || (named.isEmpty() && end == 0 && !lower)) {
            return;
        }
        Measurand m = Measurands.bundled().get(old.get().observation());
        Comparison.Read said = Comparison.at(s, n).orElseThrow();
        OptionalDouble canonical = new LimitValues(draft).canonical(m, said, n, verb);
        if (canonical.isEmpty()) {
            return;
        }
        double value = canonical.getAsDouble();
        QuantityRange r = old.get().range();
        boolean top = end > 0 || (end == 0 && !Double.isFinite(r.low()));
        top |= end == 0 && Double.isFinite(r.high()) && value > (r.low() + r.high()) / 2;
        double low = top ? r.low() : edge(r.low(), value, m, -1);
        double high = top ? edge(r.high(), value, m, 1) : r.high();
        if (m.mayBe(value) && low <= high) {
            var now = new ObservationWithin(m.id(), new QuantityRange(low, high, m.unit()));
            draft.edit(new Edit.AddConstraint(new Constraint.Require(now)), verb, said.to());
        }
    }

    /** "eGFR ceiling 45" where nothing was asked of it before. */
    private void anew(String id, boolean top, int verb, int n) {
        Optional<Measurand> m = Measurands.bundled().find(id);
        Optional<Quantity.Value> said = m.map(x -> Quantity.of(s, n, x));
        if (said.isPresent() && m.get().mayBe(said.get().canonical())) {
            double value = said.get().canonical();
            double low = top ? Double.NEGATIVE_INFINITY : value;
            double high = top ? value : Double.POSITIVE_INFINITY;
            var now = new ObservationWithin(id, new QuantityRange(low, high, m.get().unit()));
            draft.edit(new Edit.AddConstraint(new Constraint.Require(now)), verb, said.get().to());
        }
    }

    /** The number itself within a range of two ends; beside it where "above" was said before. */
    static double edge(double old, double value, Measurand m, int outward) {
        double step = Math.pow(10, -m.decimals());
        boolean round = Math.round(value / step) % 5 == 0; // "let it reach 59" is 59
        boolean open = round && Double.isFinite(old) && beyond(old, step, outward);
        double moved = open ? value - outward * step : value;
        return Math.round(moved * 1e6) / 1e6;
    }

    private static boolean beyond(double old, double step, int outward) {
        long here = Math.round(old / step);
        long next = Math.round(old / step + outward);
        return (next % 10 == 0 && here % 10 != 0) || (next % 5 == 0 && here % 5 != 0);
    }

    /** The limit that was asked last, or last of an observation. */
    static Optional<ObservationWithin> limit(CohortSpec current, Optional<String> named) {
        Optional<ObservationWithin> last = Optional.empty();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Require r
                    && r.criterion() instanceof ObservationWithin o
                    && named.filter(id -> !id.equals(o.observation())).isEmpty()
                    && Measurands.bundled().find(o.observation()).isPresent()) {
                last = Optional.of(o);
            }
        }
        return last;
    }
}
