package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * "the correlation to 0.35, and 300 patients": of the correlation that was asked last; "the first
 * one 0.25" of several by its place.
 */
final class CorrelationAgain {
    private static final String LINK =
            "to|at|of|is|be|should|=|:|now|down|up|about|around|rather|must|by|a|only|value|coefficient|r|rho|set|goes|go|one|pair|make|put|change";

    private final Draft draft;
    private final Sentence s;
    private final List<Constraint.Correlation> all;

    /** Whether a correlation was asked last, of which "the first one" can be one. */
    private final boolean latest;

    private CorrelationAgain(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.all =
                current.constraints().stream()
                        .filter(Constraint.Correlation.class::isInstance)
                        .map(Constraint.Correlation.class::cast)
                        .toList();
        this.latest = Last.of(current).filter(Constraint.Correlation.class::isInstance).isPresent();
    }

    static void find(Draft draft, CohortSpec current) {
        CorrelationAgain again = new CorrelationAgain(draft, current);
        boolean found = again.all.isEmpty();
        for (int i = 0; i < draft.sentence.size() && !found; i++) {
            found = again.at(i);
        }
        if (!found) {
            again.named();
        }
    }

    /** ".25 for uric acid and BMI", and nothing else: of the one correlation that they have. */
    private void named() {
        List<String> ids = new ArrayList<>();
        int number = -1;
        int i = 0;
        while (i < s.size()) {
            var name = s.namedAt(i, Concept.Kind.OBSERVATION);
            boolean which = s.at(i).doubleValue() == 1 && s.like(i + 1, "with|between|of|for");
            boolean first = s.at(i).number() && number < 0 && !which;
            boolean other = name.isPresent() || first;
            boolean one = s.at(i).number() && !first; // "the one with HDL"
            if (other ? !s.free(i) : !(beside(i) || one)) {
                return;
            }
            name.ifPresent(n -> ids.add(n.concept().id()));
            number = first ? i : number;
            i = name.map(Sentence.Named::to).orElse(i + 1);
        }
        var of = all.stream().filter(c -> List.of(c.first(), c.second()).containsAll(ids)).toList();
        if (number >= 0
                && Math.abs(s.at(number).doubleValue()) < 1
                && !ids.isEmpty()
                && of.size() == 1) {
            var c = of.get(0);
            var now = new Constraint.Correlation(c.first(), c.second(), s.at(number).doubleValue());
            draft.edit(new Edit.AddConstraint(now), 0, s.size());
        }
    }

    private boolean beside(int i) {
        return s.like(i, LINK + "|for|between|and|with|the|[,.;!-]|that|this|correlation|corr")
                || FillerWords.ALL.contains(s.word(i));
    }

    private boolean at(int i) {
        boolean word = s.like(i, "correlation|corr");
        int place = word ? place(i - 1) : latest && all.size() > 1 ? place(i) : -1;
        boolean said = (word || place >= 0) && s.free(i);
        boolean named = s.like(i + 1, "of|between") && s.inConcept(i + 2);
        int at = i + 1;
        at = !word && s.like(at, "one.*|pair|correlation|corr") ? at + 1 : at;
        while (said && s.like(at, LINK)) {
            at++;
        }
        double value = s.at(at).doubleValue();
        boolean ends = s.like(at + 1, "|[.,;!]|and|please|then|instead|now|too|rather|but");
        boolean moved = s.like(i + 1, "by") || s.like(at - 1, "by");
        if (!said || named || moved || !s.at(at).number() || !ends || Math.abs(value) >= 1) {
            return false;
        }
        var c = all.get(place >= 0 ? place : all.size() - 1);
        int verb = word && place >= 0 ? i - 1 : i;
        while (s.like(verb - 1, "the|that|this|set|put|change|make|take|bring|raise|lower|move")) {
            verb--;
        }
        var now = new Constraint.Correlation(c.first(), c.second(), value);
        int to = s.like(at + 1, "instead|please|now|then|rather") ? at + 2 : at + 1;
        draft.edit(new Edit.AddConstraint(now), verb, to);
        return true;
    }

    /** Which of them an ordinal means; -1 if it is none. */
    private int place(int i) {
        int k =
                switch (s.word(i)) {
                    case "first", "former" -> 0;
                    case "second" -> 1;
                    case "third" -> 2;
                    case "last", "latter" -> all.size() - 1;
                    default -> -1;
                };
        return k < all.size() ? k : -1;
    }
}
