package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Places.Kind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Regions;

/**
 * "and the Midwest" after "in the Northeast": both, as "and" adds; "and sodium to 130" after "set
 * potassium to 6": a value for everyone, too.
 */
final class AlsoThere {
    private AlsoThere() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        int at = 0;
        while (s.like(at, "and|also|plus|add|include|,|people|those|from|in|the|as|well")
                && at < 6) {
            at++;
        }
        boolean also = at > 0 && s.like(0, "and|also|plus|add|include");
        Optional<Places.Named> place =
                also
                        ? Places.at(s, at).filter(p -> p.place().kind() == Kind.REGION)
                        : Optional.empty();
        boolean alone =
                place.isPresent() && s.like(place.get().to(), "|[.!]|please|too|as|region|also");
        List<String> asked = alone ? asked(current) : List.of();
        if (set(s, current)) {
            return s.exchanged(List.of(new Exchange(0, 1, "set")), vocabulary);
        }
        return asked.isEmpty() || asked.contains(place.get().place().name())
                ? s
                : s.exchanged(
                        List.of(
                                new Exchange(
                                        0,
                                        at,
                                        "the " + String.join(" and the ", asked) + " and the")),
                        vocabulary);
    }

    /** Whether another value is set behind the one that was set last. */
    private static boolean set(Sentence s, CohortSpec current) {
        List<Overwrite> all = current.beyond().overwrites();
        int name = s.like(1, "the|also") ? 2 : 1;
        int to = s.namedAt(name, Concept.Kind.OBSERVATION).map(Sentence.Named::to).orElse(s.size());
        boolean mean = Last.of(current).filter(c -> c instanceof Constraint.Mean).isPresent();
        return s.like(0, "and|also|plus")
                && !mean
                && !all.isEmpty()
                && all.get(all.size() - 1) instanceof Overwrite.SetValue
                && s.like(to, "to|at")
                && s.at(to + 1).number();
    }

    /** The regions that everyone lives in. */
    private static List<String> asked(CohortSpec current) {
        for (Constraint c : current.constraints()) {
            boolean region =
                    c instanceof Constraint.Require r
                            && r.criterion() instanceof Criterion.CategoryIn in
                            && in.variable().equals(Regions.NAME);
            if (region) {
                return ((Criterion.CategoryIn) ((Constraint.Require) c).criterion()).levels();
            }
        }
        return List.of();
    }
}
