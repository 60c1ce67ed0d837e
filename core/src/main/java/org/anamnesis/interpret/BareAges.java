package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;

/** "only those over 65" of a BMI from 30: people of an age, far from the limit's own end. */
final class BareAges {
    /** So many times as large as the limit, a number is no new end of it. */
    private static final double FAR = 1.8;

    private BareAges() {}

    /** Ends words for people: "those", "all", "they should all be". */
    private static boolean people(Sentence s, int i) {
        int at = i;
        while (s.like(at, "be|is|are|should|must|shall|only|just|also") && at > 0) {
            at--;
        }
        return s.like(at, "those|people|patients|ones|anyone|persons|all|everyone|everybody|they");
    }

    /**
     * @param last what was asked last
     */
    static boolean meant(Sentence s, Constraint last) {
        int i = 1;
        while (i < s.size() && !people(s, i - 1)) {
            i++;
        }
        Optional<Comparison.Read> r =
                Comparison.at(s, i).filter(q -> q.sign() != Comparison.Sign.NONE);
        if (r.isEmpty()
                || r.get().unit().isPresent()
                || !(last instanceof Constraint.Require q)
                || !(q.criterion() instanceof ObservationWithin o)) {
            return false;
        }
        double value = s.at(r.get().first()).doubleValue();
        QuantityRange range = o.range();
        double end = Double.isFinite(range.low()) ? range.low() : range.high();
        boolean whole = value == Math.rint(value) && value >= 18 && value <= 100;
        return whole && (value > FAR * end || value * FAR < end);
    }
}
