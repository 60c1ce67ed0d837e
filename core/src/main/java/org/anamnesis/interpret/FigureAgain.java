package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * A figure without its name: "sd 12" and "a bit older: 40" after "mean age 35", "mean 14" after
 * "PHQ-9 at least 10". It is of what was asked last.
 */
final class FigureAgain {
    private static final String BEFORE =
            "and|with|an?|the|of|make|it|its|but|ok|okay|please|no|,|rather|set|now|then|also|let|be|at|to"
                    + "|again|still|even|further|yet|bit|little|somewhat|slightly|much|them|:|is|should|target|for|say|about|around";

    private final Sentence s;
    private final CohortSpec current;

    private FigureAgain(Sentence s, CohortSpec current) {
        this.s = s;
        this.current = current;
    }

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        if (s.foreign() || s.size() > 10) {
            return s;
        }
        return new FigureAgain(s, current)
                .said()
                .map(plain -> s.exchanged(List.of(new Exchange(0, s.size(), plain)), vocabulary))
                .orElse(s);
    }

    private Optional<String> said() {
        int n = 0;
        String kind = "";
        while (n < s.size() && !s.at(n).number()) {
            String now =
                    s.like(n, "sd|stdev|std")
                            ? "sd of"
                            : s.like(n, "mean|average|avg")
                                    ? "mean"
                                    : s.like(n, "older|younger") ? "older" : "";
            if (now.isEmpty() ? !s.like(n, BEFORE) : !kind.isEmpty()) {
                return Optional.empty();
            }
            kind = now.isEmpty() ? kind : now;
            n++;
        }
        boolean years = s.like(n + 1, "years?");
        int to = years ? n + 2 : n + 1;
        boolean end =
                n < s.size()
                        && s.like(to, "|[.!]|please|then|instead|rather|now")
                        && to + 1 >= s.size();
        if (!end || s.inConcept(n)) {
            return Optional.empty();
        }
        String number = s.english(n, n + 1);
        Optional<Constraint> last = Last.of(current);
        boolean age =
                last.filter(c -> c instanceof Constraint.Mean m && m.observation().equals("age"))
                        .isPresent();
        if (kind.equals("older") || (kind.isEmpty() && years)) {
            return age ? Optional.of("mean age " + number) : Optional.empty();
        }
        if (kind.isEmpty() || (years && !age)) {
            return Optional.empty();
        }
        boolean limit = last.flatMap(Last::criterion).filter(this::valued).isPresent();
        boolean mean = last.filter(c -> c instanceof Constraint.Mean).isPresent();
        String of = kind;
        return mean || limit
                ? name(last.get()).map(x -> of + " " + x + " " + number)
                : Optional.empty();
    }

    private boolean valued(Criterion c) {
        return c instanceof Criterion.ObservationWithin || c instanceof Criterion.AgeBetween;
    }

    private static Optional<String> name(Constraint c) {
        boolean age =
                Last.subject(c).equals("age")
                        || (c instanceof Constraint.Mean m && m.observation().equals("age"));
        return age
                ? Optional.of("age")
                : Catalogue.bundled().find(Last.concept(c)).map(Concept::name);
    }
}
