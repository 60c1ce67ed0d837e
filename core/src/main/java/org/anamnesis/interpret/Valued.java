package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/** A wish with another number than the one offered: "850" behind "770, 840 or 1,050 patients?". */
public final class Valued {
    private Valued() {}

    /**
     * Empty where the wish has no number, or cannot have this one.
     *
     * @param value in the unit of the wish
     * @param percent whether the number was said to be a share
     */
    public static Optional<Edit> of(Edit wish, double value, boolean percent) {
        if (wish instanceof Edit.SetCount) {
            boolean people = !percent && value >= 1 && value == Math.rint(value);
            return people ? Optional.of(new Edit.SetCount((long) value)) : Optional.empty();
        }
        if (wish instanceof Edit.AddOwn o
                && o.own() instanceof Own.Quantity q
                && q.link().isPresent()) {
            boolean link = !percent && Math.abs(value) < 1;
            var now = new Own.Link(q.link().get().with(), value);
            return link ? Optional.of(new Edit.AddOwn(q.with(now))) : Optional.empty();
        }
        return wish instanceof Edit.AddConstraint a
                ? of(a.constraint(), value, percent).map(Edit.AddConstraint::new)
                : Optional.empty();
    }

    private static Optional<Constraint> of(Constraint wish, double value, boolean percent) {
        if (wish instanceof Constraint.Share s) {
            return value >= 0 && value <= 100
                    ? Optional.of(new Constraint.Share(s.criterion(), value))
                    : Optional.empty();
        }
        if (percent) {
            return Optional.empty();
        }
        if (wish instanceof Constraint.Correlation c) {
            return Math.abs(value) < 1
                    ? Optional.of(new Constraint.Correlation(c.first(), c.second(), value))
                    : Optional.empty();
        }
        if (wish instanceof Constraint.Mean m) {
            return Optional.of(new Constraint.Mean(m.observation(), value));
        }
        return wish instanceof Constraint.Require r
                ? of(r.criterion(), value).map(Constraint.Require::new)
                : Optional.empty();
    }

    private static Optional<Criterion> of(Criterion wish, double value) {
        if (wish instanceof AgeBetween a) {
            boolean year = value == Math.rint(value) && value >= 0 && value <= AgeWords.OLDEST;
            boolean low =
                    a.minYears() > 0
                            && (a.maxYears() >= AgeWords.OLDEST
                                    || Math.abs(value - a.minYears())
                                            <= Math.abs(value - a.maxYears()));
            int min = low ? (int) value : a.minYears();
            int max = low ? a.maxYears() : (int) value;
            return year && min <= max ? Optional.of(new AgeBetween(min, max)) : Optional.empty();
        }
        return wish instanceof ObservationWithin o ? limit(o, value) : Optional.empty();
    }

    private static Optional<Criterion> limit(ObservationWithin wish, double value) {
        QuantityRange r = wish.range();
        boolean low = Double.isFinite(r.low());
        boolean one = low != Double.isFinite(r.high());
        boolean possible =
                Measurands.bundled()
                        .find(wish.observation())
                        .flatMap(m -> m.plausible())
                        .filter(p -> p.contains(value))
                        .isPresent();
        return one && possible
                ? Optional.of(
                        new ObservationWithin(
                                wish.observation(),
                                new QuantityRange(
                                        low ? value : r.low(), low ? r.high() : value, r.unit())))
                : Optional.empty();
    }
}
