package org.anamnesis.interpret;

import java.util.OptionalDouble;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.spec.Criterion.ObservationWithin;

/** "LVEF over 50 or under 30": two ranges of one observation, either of which will do. */
final class SecondRange {
    private SecondRange() {}

    /** Whether the range behind "or" lies outside of what ends before it. */
    static boolean apart(Draft draft, LimitValues values, Measurand m, int or, Read r) {
        boolean within = r.sign() == Sign.WITHIN;
        OptionalDouble a = values.canonical(m, r, r.first(), or);
        OptionalDouble b = within ? values.canonical(m, r, r.second(), or) : a;
        if (r.sign() == Sign.NONE || a.isEmpty() || b.isEmpty()) {
            return false;
        }
        LimitEnds ends = LimitEnds.of(m, r.sign(), a.getAsDouble(), b.getAsDouble());
        return draft.found().stream()
                .filter(f -> f.to() == or && f.criterion() instanceof ObservationWithin)
                .map(f -> ((ObservationWithin) f.criterion()).range())
                .allMatch(o -> ends.low() > o.high() || ends.high() < o.low());
    }
}
