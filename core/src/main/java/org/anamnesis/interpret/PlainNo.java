package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;

/**
 * "no over twenty" after "BMI above 25": a correction, spoken or typed without its comma, where the
 * limit asked last has that end.
 */
final class PlainNo {
    private static final String ABOVE = "over|above|beyond|past";
    private static final String BELOW = "under|below|beneath";

    private PlainNo() {}

    static Sentence corrected(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        boolean over = s.like(1, ABOVE);
        boolean said =
                s.word(0).equals("no")
                        && (over || s.like(1, BELOW))
                        && s.at(2).number()
                        && s.like(3, "|[.!,]|please|then|rather|instead");
        boolean same =
                said
                        && Last.of(current)
                                .flatMap(Last::criterion)
                                .filter(c -> ends(c, over))
                                .isPresent();
        return same ? s.exchanged(List.of(new Exchange(0, 1, "no,")), vocabulary) : s;
    }

    /** Whether the only end of a limit is this one. */
    private static boolean ends(Criterion c, boolean low) {
        Optional<double[]> range = Optional.empty();
        if (c instanceof Criterion.ObservationWithin o) {
            range = Optional.of(new double[] {o.range().low(), o.range().high()});
        } else if (c instanceof Criterion.AgeBetween a) {
            double high = a.maxYears() < AgeWords.OLDEST ? a.maxYears() : Double.POSITIVE_INFINITY;
            double first = a.minYears() > 0 ? a.minYears() : Double.NEGATIVE_INFINITY;
            range = Optional.of(new double[] {first, high});
        }
        return range.filter(r -> Double.isFinite(r[0]) == low && Double.isFinite(r[1]) != low)
                .isPresent();
    }
}
