package org.anamnesis.interpret;

import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * What a word such as "hyperkalaemic" or "low" asks of an observation: the limit that is said
 * beside it, or an end of the reference range, which is told to the user.
 */
final class BeyondRange {
    private final Draft draft;

    BeyondRange(Draft draft) {
        this.draft = draft;
    }

    /** The ends of a limit in numbers; the low one above the high one if it is reversed. */
    LimitEnds said(Measurand m, Read r) {
        double first = Quantity.of(draft.sentence, r.first(), m).canonical();
        double second = Quantity.of(draft.sentence, r.second(), m).canonical();
        return LimitEnds.of(m, r.sign(), first, second);
    }

    /** Asks for values past an end of the reference range. */
    void reference(Measurand m, boolean below, double edge, int from, int to) {
        draft.assume(
                "\"%s\" is taken as %s %s its reference range, %s %s (unverified)."
                        .formatted(
                                draft.sentence.quote(from, to),
                                m.name(),
                                below ? "below" : "above",
                                LimitValues.plain(edge),
                                m.unit()));
        found(m, LimitEnds.of(m, below ? Sign.BELOW : Sign.ABOVE, edge, edge), from, to);
    }

    void found(Measurand m, LimitEnds ends, int from, int to) {
        var range = new QuantityRange(ends.low(), ends.high(), m.unit());
        draft.found(Draft.Topic.LIMIT, new ObservationWithin(m.id(), range), from, to);
    }
}
