package org.anamnesis.interpret;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/** "raise that by 1", of the limit that was asked last; "below 11" with nothing to be below. */
final class MovedLimits {
    private static final String IT = "it|that|this|limit|threshold|cutoff|bound|one";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private MovedLimits(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        MovedLimits limits = new MovedLimits(draft, current);
        for (int i = 1; i + 2 < limits.s.size(); i++) {
            boolean by = limits.s.word(i + 1).equals("by") && limits.s.at(i + 2).number();
            if (by && limits.s.like(i, IT) && limits.s.free(i, i + 3)) {
                limits.by(i);
            }
        }
        limits.times();
    }

    /** After all others: a small number that nobody read. */
    static void unread(Draft draft, CohortSpec current) {
        new MovedLimits(draft, current).young();
    }

    /** "half that limit", "double the limit", of the one that was asked last. */
    private void times() {
        for (int i = 0; i + 2 < s.size(); i++) {
            Optional<Double> factor = RelativeWords.factor(s.at(i));
            boolean limit =
                    s.like(i + 1, "that|the|this") && s.like(i + 2, "limit|threshold|cutoff|bound");
            if (factor.isPresent() && limit && FillerWords.alone(s, i, i + 3)) {
                moved(end -> end * factor.get(), i, i + 3);
                return;
            }
        }
    }

    private void by(int it) {
        int verb = s.like(it - 1, "the|this|that") ? it - 2 : it - 1;
        int sign =
                s.like(verb, "raise|increase|lift|move|push|bump")
                        ? 1
                        : s.like(verb, "lower|reduce|decrease|drop") ? -1 : 0;
        if (sign == 0) {
            return;
        }
        double plus = sign * s.at(it + 2).doubleValue();
        int to = Quantity.unit(s, it + 2).map(Quantity.Unit::to).orElse(it + 3);
        to = s.like(to, "points?|units?") ? to + 1 : to;
        moved(end -> end + plus, verb, to);
    }

    /** The limit that was asked last, with its ends moved to where a patient can be. */
    private void moved(DoubleUnaryOperator change, int from, int to) {
        Optional<ObservationWithin> last =
                Last.of(current)
                        .filter(c -> c instanceof Constraint.Require)
                        .flatMap(Last::criterion)
                        .filter(c -> c instanceof ObservationWithin)
                        .map(c -> (ObservationWithin) c);
        Optional<Measurand> of = last.flatMap(l -> Measurands.bundled().find(l.observation()));
        if (of.isEmpty()) {
            return;
        }
        ObservationWithin old = last.get();
        Measurand m = of.get();
        double scale = Math.pow(10, m.decimals());
        var range =
                new QuantityRange(
                        end(old.range().low(), change, scale),
                        end(old.range().high(), change, scale),
                        old.range().unit());
        boolean possible =
                m.plausible()
                        .filter(
                                p ->
                                        (Double.isInfinite(range.low()) || p.contains(range.low()))
                                                && (Double.isInfinite(range.high())
                                                        || p.contains(range.high())))
                        .isPresent();
        if (possible) {
            var within = new ObservationWithin(old.observation(), range);
            draft.edit(new Edit.AddConstraint(new Constraint.Require(within)), from, to);
        }
    }

    private static double end(double old, DoubleUnaryOperator change, double scale) {
        return Double.isInfinite(old) ? old : Math.round(change.applyAsDouble(old) * scale) / scale;
    }

    /** "below 11" alone is no age where no ages were asked: it was said of something unread. */
    private void young() {
        boolean ages = current.constraints().stream().anyMatch(c -> Last.subject(c).equals("age"));
        for (int i = 0; i + 1 < s.size() && !ages; i++) {
            boolean below =
                    s.like(i, "below|under|<|<=")
                            && s.at(i + 1).number()
                            && s.at(i + 1).doubleValue() < 18;
            boolean alone = s.free(i, i + 2) && FillerWords.alone(s, i, i + 2);
            if (below && alone && !s.like(i + 2, "y.*")) {
                draft.unread(i, i + 2);
            }
        }
    }
}
