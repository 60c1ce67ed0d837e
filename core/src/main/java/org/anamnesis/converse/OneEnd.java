package org.anamnesis.converse;

import java.util.List;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** A limit said again with another number: the end that this does not touch is as it is now. */
final class OneEnd {
    private OneEnd() {}

    /**
     * @param old what the message asked with the old number
     * @param edit what it asks with the new one
     */
    static Edit moved(CohortSpec now, List<Edit> old, Edit edit) {
        if (!(edit instanceof Edit.AddConstraint a)
                || !(a.constraint() instanceof Constraint.Require r)) {
            return edit;
        }
        String subject = Edit.Forget.about(r).subject();
        for (Constraint c : now.constraints()) {
            if (c instanceof Constraint.Require there
                    && Edit.Forget.about(c).subject().equals(subject)) {
                for (Edit e : old) {
                    if (e instanceof Edit.AddConstraint b
                            && b.constraint() instanceof Constraint.Require before
                            && Edit.Forget.about(before).subject().equals(subject)) {
                        return new Edit.AddConstraint(
                                new Constraint.Require(
                                        moved(
                                                there.criterion(),
                                                before.criterion(),
                                                r.criterion())));
                    }
                }
            }
        }
        return edit;
    }

    private static Criterion moved(Criterion there, Criterion old, Criterion now) {
        if (there instanceof Criterion.AgeBetween t
                && old instanceof Criterion.AgeBetween o
                && now instanceof Criterion.AgeBetween n) {
            int min = n.minYears() == o.minYears() ? t.minYears() : n.minYears();
            int max = n.maxYears() == o.maxYears() ? t.maxYears() : n.maxYears();
            return min <= max ? new Criterion.AgeBetween(min, max) : now;
        }
        if (there instanceof Criterion.ObservationWithin t
                && old instanceof Criterion.ObservationWithin o
                && now instanceof Criterion.ObservationWithin n) {
            double low = n.range().low() == o.range().low() ? t.range().low() : n.range().low();
            double high =
                    n.range().high() == o.range().high() ? t.range().high() : n.range().high();
            return low <= high
                    ? new Criterion.ObservationWithin(
                            n.observation(), new QuantityRange(low, high, n.range().unit()))
                    : now;
        }
        return now;
    }
}
