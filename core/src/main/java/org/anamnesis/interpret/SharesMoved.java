package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * "insured up to 90 and only FHIR files", "women down to 40" where a share of them is asked:
 * another share, and no age.
 */
final class SharesMoved {
    private static final String MOVES =
            "goes|go|comes|come|should|share|percentage|now|moved?|back|rises?|falls?|drops?|,";

    /** A share of women is moved by no more; "women up to 90" may be ages. */
    private static final double NEAR = 25;

    private SharesMoved() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        boolean shares =
                current.constraints().stream().anyMatch(c -> c instanceof Constraint.Share);
        if (s.foreign() || !shares) {
            return s;
        }
        for (int i = 1; i + 2 < s.size(); i++) {
            boolean way = s.like(i, "up|down") && s.word(i + 1).equals("to");
            if (way && s.at(i + 2).number()) {
                Optional<Exchange> moved = moved(s, i, current);
                if (moved.isPresent()) {
                    return s.exchanged(List.of(moved.get()), vocabulary);
                }
            }
        }
        return s;
    }

    private static Optional<Exchange> moved(Sentence s, int way, CohortSpec current) {
        int before = way;
        while (s.like(before - 1, MOVES)) {
            before--;
        }
        int name = before;
        boolean said = s.like(way + 3, "%|percent") || before < way;
        int to = s.like(way + 3, "%|percent") ? way + 4 : way + 3;
        boolean ends = s.like(to, "|[,;.!]|and|but|please|now|then|instead");
        double now = s.at(way + 2).doubleValue();
        return CategoryWords.places(s).stream()
                .filter(p -> ends && p.to() == name)
                .filter(p -> standing(p.asked(), now, said, current))
                .findFirst()
                .map(
                        p ->
                                new Exchange(
                                        p.from(),
                                        to,
                                        s.english(way + 2, way + 3)
                                                + " % "
                                                + s.english(p.from(), p.to())));
    }

    private static boolean standing(
            Criterion.CategoryIn who, double now, boolean said, CohortSpec current) {
        return current.constraints().stream()
                .filter(c -> c instanceof Constraint.Share)
                .map(c -> (Constraint.Share) c)
                .filter(c -> c.criterion().equals(who) && now <= 100)
                .anyMatch(
                        c ->
                                said
                                        || !who.variable().equals("sex")
                                        || Math.abs(c.percent() - now) <= NEAR);
    }
}
