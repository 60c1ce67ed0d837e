package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
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
        for (int i = 0; i < edits.s.size(); i++) {
            if (edits.s.like(i, TOP + "|" + BOTTOM) && edits.s.free(i)) {
                edits.gone(i);
            }
        }
        boolean named = edits.s.named().stream().anyMatch(n -> edits.s.free(n.from(), n.to()));
        for (int i = 0; i < edits.s.size() && !named; i++) {
            boolean end = edits.s.like(i, TOP + "|" + BOTTOM);
            if (end && edits.s.free(i)) {
                edits.end(i);
            }
        }
    }

    /** "no upper limit on the BMI", "drop the BMI's lower bound": that end is open again. */
    private void gone(int i) {
        if (!s.like(i + 1, "age|limit|bound|end|cutoff|boundary|threshold")) {
            return;
        }
        int verb = i;
        int behind = i + 2;
        Optional<Sentence.Named> name = Optional.empty();
        for (int k = 0; k < s.size() && name.isEmpty(); k++) {
            if (k > i && s.like(k, "[.;:]")) { // what is said of another end
                break;
            }
            name = s.namedAt(k, org.anamnesis.code.Concept.Kind.OBSERVATION);
        }
        for (int k = Math.max(0, i - 6); k < i; k++) {
            boolean away =
                    s.like(
                            k,
                            "no|without|drop|remove|lift|forget|delete|scrap|cancel|ditch|lose|waive|skip");
            verb = away && verb == i ? k : verb;
        }
        for (int k = behind; k < s.size() && !s.like(k, "[.;:]"); k++) {
            boolean number = s.at(k).number();
            verb = number ? i : verb;
        }
        if (verb == i || !s.free(verb, i + 1)) {
            return;
        }
        boolean top = s.like(i, TOP);
        boolean ages = s.text().toLowerCase(java.util.Locale.ROOT).matches(".*\\bage.*");
        List<Constraint> all = current.constraints();
        for (int k = all.size() - 1; k >= 0; k--) {
            Optional<Criterion> open = open(all.get(k), name.map(n -> n.concept().id()), ages, top);
            if (open.isPresent()) {
                draft.edit(Edit.Forget.about(all.get(k)), verb, verb);
                draft.edit(
                        new Edit.AddConstraint(new Constraint.Require(open.get())),
                        verb,
                        name.map(n -> Math.max(n.to(), behind)).orElse(behind));
                return;
            }
        }
    }

    /** The criterion of a range with two ends without the one of them. */
    private static Optional<Criterion> open(
            Constraint c, Optional<String> name, boolean ages, boolean top) {
        if (!(c instanceof Constraint.Require r)) {
            return Optional.empty();
        }
        boolean any = name.isEmpty();
        if (r.criterion() instanceof Criterion.AgeBetween a && any) {
            boolean both = a.minYears() > 0 && a.maxYears() < AgeWords.OLDEST;
            return both
                    ? Optional.of(
                            top
                                    ? new Criterion.AgeBetween(a.minYears(), AgeWords.OLDEST)
                                    : new Criterion.AgeBetween(0, a.maxYears()))
                    : Optional.empty();
        }
        if (!(r.criterion() instanceof ObservationWithin o)
                || ages
                || name.filter(n -> !n.equals(o.observation())).isPresent()) {
            return Optional.empty();
        }
        QuantityRange old = o.range();
        boolean both = Double.isFinite(old.low()) && Double.isFinite(old.high());
        QuantityRange one =
                top
                        ? new QuantityRange(old.low(), Double.POSITIVE_INFINITY, old.unit())
                        : new QuantityRange(Double.NEGATIVE_INFINITY, old.high(), old.unit());
        return both ? Optional.of(new ObservationWithin(o.observation(), one)) : Optional.empty();
    }

    private void end(int i) {
        int n = i + 1;
        while (s.like(n, LIMIT)) {
            n++;
        }
        boolean limit = n > i + 1 || s.like(i, "maximum|max|minimum|min|ceiling|floor|cap");
        if (!limit || !s.at(n).number() || !s.free(i, n + 1) || !alone(i, n + 1)) {
            return;
        }
        double value = s.at(n).doubleValue();
        List<Constraint> all = current.constraints();
        for (int k = all.size() - 1; k >= 0; k--) {
            if (all.get(k) instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.AgeBetween a
                    && value <= 120) {
                int years = (int) value;
                boolean top = s.like(i, TOP);
                int min = top ? a.minYears() : years;
                int max = top ? years : a.maxYears();
                if (min <= max) {
                    var now = new Constraint.Require(new Criterion.AgeBetween(min, max));
                    draft.edit(new Edit.AddConstraint(now), i, n + 1);
                    return;
                }
            }
            if (all.get(k) instanceof Constraint.Require r
                    && r.criterion() instanceof ObservationWithin o) {
                Optional<ObservationWithin> moved = moved(o, value, s.like(i, TOP));
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
