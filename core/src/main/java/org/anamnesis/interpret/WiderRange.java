package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;

/**
 * "extend to 60", "go down to 20" after "ages 30 to 50": the end of the range asked last that the
 * number lies beyond.
 */
final class WiderRange {
    private static final String WIDEN =
            "extend|widen|stretch|expand|broaden|enlarge|open|go|get|move|reach";
    private static final String BETWEEN =
            "it|that|them|the|range|ages?|limits?|window|up|down|out|as|far|low|high|interval|span|years|further";

    /** A number so much larger than the range is of something else. */
    private static final double FAR = 3;

    private WiderRange() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        int verb = s.like(0, "please|and|now|then|also") ? 1 : 0;
        int at = verb + 1;
        while (s.like(at, BETWEEN) && at < verb + 6) {
            at++;
        }
        int n = at + 1;
        boolean said =
                s.like(verb, WIDEN)
                        && s.like(at, "to|until|till")
                        && s.at(n).number()
                        && s.like(n + 1, "|[.!,]|years?|please|now|then|instead|too|as");
        Optional<double[]> range =
                said
                        ? Last.of(current).flatMap(Last::criterion).flatMap(WiderRange::range)
                        : Optional.empty();
        if (range.isEmpty()) {
            return s;
        }
        double value = s.at(n).doubleValue();
        boolean up = value > range.get()[1] && value <= FAR * range.get()[1];
        boolean down = value < range.get()[0];
        return up || down
                ? s.exchanged(
                        List.of(new Exchange(verb, n, up ? "upper limit" : "lower limit")),
                        vocabulary)
                : s;
    }

    /** Both ends of a range. */
    private static Optional<double[]> range(Criterion c) {
        if (c instanceof Criterion.ObservationWithin o) {
            boolean both = Double.isFinite(o.range().low()) && Double.isFinite(o.range().high());
            return both
                    ? Optional.of(new double[] {o.range().low(), o.range().high()})
                    : Optional.empty();
        }
        return c instanceof Criterion.AgeBetween a
                        && a.minYears() > 0
                        && a.maxYears() < AgeWords.OLDEST
                ? Optional.of(new double[] {a.minYears(), a.maxYears()})
                : Optional.empty();
    }
}
