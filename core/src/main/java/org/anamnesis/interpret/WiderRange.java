package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
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

    private static final String OTHER =
            "wider|narrower|broader|tighter|larger|smaller|looser|stricter|bigger|widen|narrow|broaden|tighten";

    private static final String BESIDE =
            "make|it|that|the|range|a|bit|little|to|from|between|[,:;.]|please|and|but|should|be|better|rather|now|limit|limits|window|somewhat|slightly|much|no|hm.*|ok|say|use";

    /** A number so much larger than the range is of something else. */
    private static final double FAR = 3;

    private WiderRange() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        Optional<Sentence> anew = anew(s, current, vocabulary);
        return anew.orElseGet(() -> end(s, current, vocabulary));
    }

    /** "make it wider, 4.5 to 6": of the range asked last, whatever was asked since. */
    private static Optional<Sentence> anew(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        int at = 0;
        boolean other = false;
        while (s.like(at, OTHER + "|" + BESIDE) && at < 9) {
            other |= s.like(at, OTHER);
            at++;
        }
        boolean range =
                s.at(at).number()
                        && s.like(at + 1, "to|-|–|and|until|till")
                        && s.at(at + 2).number();
        boolean ends = s.like(at + 3, "|[.!]|please|then|instead|now|years?");
        boolean last = range && !other && at > 0 && impossible(s, at, current);
        if (!(other || last) || !range || !ends || !s.named().isEmpty()) {
            return Optional.empty();
        }
        double low = s.at(at).doubleValue();
        double high = s.at(at + 2).doubleValue();
        String from = s.english(at, at + 1);
        String to = s.english(at + 2, at + 3);
        int end = at + 3;
        return current.constraints().stream()
                .filter(c -> c instanceof Constraint.Require)
                .filter(
                        c ->
                                Last.criterion(c)
                                        .flatMap(WiderRange::range)
                                        .filter(r -> low < r[1] && high > r[0] && low < high)
                                        .isPresent())
                .reduce((a, b) -> b)
                .flatMap(WiderRange::name)
                .map(n -> "%s %s to %s".formatted(n, from, to))
                .map(plain -> s.exchanged(List.of(new Exchange(0, end, plain)), vocabulary));
    }

    /** "no, 45 to 75" is no HbA1c, though one was asked last. */
    private static boolean impossible(Sentence s, int at, CohortSpec current) {
        return Last.of(current)
                .flatMap(Last::criterion)
                .filter(c -> c instanceof Criterion.ObservationWithin)
                .flatMap(
                        c ->
                                Measurands.bundled()
                                        .find(((Criterion.ObservationWithin) c).observation()))
                .flatMap(Measurand::plausible)
                .filter(
                        p ->
                                !p.contains(s.at(at).doubleValue())
                                        || !p.contains(s.at(at + 2).doubleValue()))
                .isPresent();
    }

    private static Optional<String> name(Constraint c) {
        return Last.subject(c).equals("age")
                ? Optional.of("age")
                : Catalogue.bundled().find(Last.concept(c)).map(Concept::name);
    }

    private static Sentence end(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        int verb = s.like(0, "please|and|now|then|also") ? 1 : 0;
        int at = verb + 1;
        Optional<Sentence.Named> named = Optional.empty();
        while ((s.like(at, BETWEEN) || s.namedAt(at, Concept.Kind.OBSERVATION).isPresent())
                && at < verb + 9) {
            Optional<Sentence.Named> here = s.namedAt(at, Concept.Kind.OBSERVATION);
            named = here.isPresent() ? here : named;
            at = here.map(Sentence.Named::to).orElse(at + 1);
        }
        Optional<String> id = named.map(x -> x.concept().id());
        int n = at + 1;
        boolean said =
                s.like(verb, WIDEN)
                        && s.like(at, "to|until|till")
                        && s.at(n).number()
                        && s.like(n + 1, "|[.!,]|years?|please|now|then|instead|too|as");
        Optional<double[]> range =
                said
                        ? (id.isEmpty() ? Last.of(current) : of(current, id.get()))
                                .flatMap(Last::criterion)
                                .flatMap(WiderRange::range)
                        : Optional.empty();
        if (range.isEmpty()) {
            return s;
        }
        double value = s.at(n).doubleValue();
        boolean up = value > range.get()[1] && value <= FAR * range.get()[1];
        boolean down = value < range.get()[0];
        String end =
                named.map(x -> x.concept().name() + " ").orElse("")
                        + (up ? "upper limit" : "lower limit");
        return up || down ? s.exchanged(List.of(new Exchange(verb, n, end)), vocabulary) : s;
    }

    private static Optional<Constraint> of(CohortSpec current, String id) {
        return current.constraints().stream()
                .filter(c -> c instanceof Constraint.Require && Last.concept(c).equals(id))
                .findFirst();
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
