package org.anamnesis.interpret;

import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/** Numbers that name nothing, of the years since a diagnosis that were asked last. */
final class BareDuration {
    private final Draft draft;
    private final Sentence s;

    BareDuration(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** "let's say five years", of the only end. */
    void years(ObservationWithin last, int at) {
        int to = s.like(at + 1, "years?") ? at + 2 : at + 1;
        boolean low = Double.isFinite(last.range().low());
        boolean one = low != Double.isFinite(last.range().high());
        double value = s.at(at).doubleValue();
        if (one && s.at(at).number() && value <= AgeWords.OLDEST && FillerWords.alone(s, at, to)) {
            edit(low ? value : last.range().low(), low ? last.range().high() : value, at, to);
        }
    }

    /** "between 0 and 12", "above 5". */
    void limit(Read r, int at) {
        boolean years = s.at(r.second()).doubleValue() <= AgeWords.OLDEST;
        double a = s.at(r.first()).doubleValue();
        boolean up = r.sign() == Sign.ABOVE || r.sign() == Sign.AT_LEAST;
        boolean within = r.sign() == Sign.WITHIN;
        double low = up || within ? a : Double.NEGATIVE_INFINITY;
        double high = within ? s.at(r.second()).doubleValue() : up ? Double.POSITIVE_INFINITY : a;
        if (years && low <= high) {
            edit(low, high, at, r.to());
        }
    }

    private void edit(double low, double high, int from, int to) {
        var lasting = new ObservationWithin(OnsetWords.DURATION, new QuantityRange(low, high, "a"));
        draft.edit(new Edit.AddConstraint(new Constraint.Require(lasting)), from, to);
        s.use(0, s.size()); // the rest says nothing
    }
}
