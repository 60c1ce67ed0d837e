package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * "above 8" and nothing else, behind a limit of HbA1c at 9 and something that is no limit: of the
 * limit whose number is nearest, and no age.
 */
final class LimitAgain {
    /** Nobody moves a limit to more than twice or less than half of it without naming it. */
    private static final double FAR = Math.log(2);

    /** Said to be too high or too low, it may be moved further. */
    private static final double MOST = Math.log(4);

    private static final String VERDICT =
            "thats?|that|its?|it|is|are|was|s|a|bit|little|too|way|far|much|no|,|wait|hm.*|oh|sorry|still|limit|cutoff|threshold|the|this";

    private LimitAgain() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        Optional<Sentence> other = tooHigh(s, current, vocabulary);
        return other.orElseGet(() -> compared(s, current, vocabulary));
    }

    /** "too high, 1000" behind an NT-proBNP from 2000: another limit, and no number of patients. */
    private static Optional<Sentence> tooHigh(
            Sentence s, CohortSpec current, Vocabulary vocabulary) {
        int at = 0;
        while (s.like(at, VERDICT) && at < 8) {
            at++;
        }
        boolean down = s.like(at, "high");
        int n = at + 2;
        while (s.like(n, "make|it|rather|say|to|at|better|use|take")) {
            n++;
        }
        boolean said =
                at > 0
                        && s.like(at - 1, "too")
                        && (down || s.like(at, "low"))
                        && s.like(at + 1, "[,;.:!—-]")
                        && s.at(n).number()
                        && s.like(n + 1, "|[.!]|please|then|instead|rather");
        if (!said) {
            return Optional.empty();
        }
        double value = s.at(n).doubleValue();
        String name = "";
        double best = MOST;
        for (Constraint c : current.constraints()) {
            for (boolean low : new boolean[] {true, false}) {
                boolean limit =
                        Last.criterion(c).filter(k -> k instanceof ObservationWithin).isPresent()
                                && c instanceof Constraint.Require;
                double end = limit ? end(c, low) : Double.NaN;
                double far = Math.abs(Math.log(value / end));
                if (value < end == down && far <= best) {
                    best = far;
                    name = Last.concept(c);
                }
            }
        }
        int from = n;
        return Catalogue.bundled()
                .find(name)
                .map(c -> "set the " + c.name() + " limit to")
                .map(w -> s.exchanged(List.of(new Exchange(0, from, w)), vocabulary));
    }

    private static Sentence compared(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        boolean share = Last.of(current).filter(c -> c instanceof Constraint.Share).isPresent();
        boolean drug =
                Last.of(current)
                        .filter(c -> c instanceof Constraint.Require && !valued(c))
                        .isPresent();
        if (!(share || drug) || s.size() > 8 || !s.named().isEmpty()) {
            return s;
        }
        for (int i = 0; i < s.size(); i++) {
            Optional<Comparison.Read> read = Comparison.at(s, i);
            boolean end =
                    read.filter(
                                    r ->
                                            r.sign() == Sign.ABOVE
                                                    || r.sign() == Sign.BELOW
                                                    || r.sign() == Sign.AT_LEAST
                                                    || r.sign() == Sign.AT_MOST)
                            .isPresent();
            if (end) {
                int at = i;
                int to = read.get().to();
                boolean more =
                        s.like(to, "%|percent|years?|y|yrs?") || Words.PERSONS.contains(s.word(to));
                boolean low = read.get().sign() == Sign.ABOVE || read.get().sign() == Sign.AT_LEAST;
                double value = s.at(read.get().first()).doubleValue();
                return more || !FillerWords.alone(s, i, to)
                        ? s
                        : nearest(current, low, value)
                                .map(
                                        n ->
                                                s.exchanged(
                                                        List.of(
                                                                new Exchange(
                                                                        at,
                                                                        at + 1,
                                                                        n
                                                                                + " "
                                                                                + s.english(
                                                                                        at,
                                                                                        at + 1))),
                                                        vocabulary))
                                .orElse(s);
            }
        }
        return s;
    }

    private static boolean valued(Constraint c) {
        return Last.criterion(c)
                .filter(k -> k instanceof ObservationWithin || k instanceof AgeBetween)
                .isPresent();
    }

    /** The name of what has the nearest end of this kind; empty if that is an age. */
    private static Optional<String> nearest(CohortSpec current, boolean low, double value) {
        String name = "";
        double best = FAR;
        for (Constraint c : current.constraints()) {
            double end = c instanceof Constraint.Require ? end(c, low) : Double.NaN;
            double far = Math.abs(Math.log(value / end));
            if (far <= best) { // never of a limit without this end
                best = far;
                name = Last.concept(c);
            }
        }
        return Catalogue.bundled().find(name).map(Concept::name);
    }

    private static double end(Constraint c, boolean low) {
        Object of = Last.criterion(c).orElseThrow();
        if (of instanceof ObservationWithin o) {
            double end = low ? o.range().low() : o.range().high();
            return Double.isFinite(end) ? end : Double.NaN;
        }
        if (!(of instanceof AgeBetween a)) {
            return Double.NaN;
        }
        return low ? a.minYears() : a.maxYears() < AgeWords.OLDEST ? a.maxYears() : Double.NaN;
    }
}
