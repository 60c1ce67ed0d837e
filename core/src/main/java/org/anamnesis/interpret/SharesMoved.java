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
        Optional<Exchange> swapped = swapped(s, current);
        if (swapped.isPresent()) {
            return s.exchanged(List.of(swapped.get()), vocabulary);
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

    /** "swap ACE inhibitors and ARBs" where a share of each is asked: the other way round. */
    private static Optional<Exchange> swapped(Sentence s, CohortSpec current) {
        int verb = s.like(0, "please|no|now|then|and|oh|sorry|,") ? 1 : 0;
        List<Sentence.Named> two = s.named();
        boolean said =
                s.like(verb, "swap|switch|exchange|flip|reverse|invert|interchange")
                        && two.size() == 2
                        && s.like(two.get(0).to(), "and|with|&|,|/")
                        && two.get(1).from() == two.get(0).to() + 1
                        && s.like(two.get(1).to(), "|[.!]|please|shares?|around|round|now|then");
        if (!said) {
            return Optional.empty();
        }
        Sentence.Named a = two.get(0);
        Sentence.Named b = two.get(1);
        Optional<Constraint.Share> first = share(a, current);
        Optional<Constraint.Share> second = share(b, current);
        return first.flatMap(
                f ->
                        second.map(
                                g ->
                                        new Exchange(
                                                verb, s.size(), of(g, s, a) + ", " + of(f, s, b))));
    }

    private static Optional<Constraint.Share> share(Sentence.Named n, CohortSpec current) {
        return current.constraints().stream()
                .filter(c -> c instanceof Constraint.Share)
                .filter(c -> Last.concept(c).equals(n.concept().id()))
                .map(c -> (Constraint.Share) c)
                .findFirst();
    }

    private static String of(Constraint.Share share, Sentence s, Sentence.Named n) {
        boolean drug = share.criterion() instanceof Criterion.TakesMedication;
        return share.percent() + (drug ? " % on " : " % with ") + s.english(n.from(), n.to());
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
