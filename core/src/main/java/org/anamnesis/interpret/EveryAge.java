package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Edit;

/**
 * Children beside the others, and not alone: "250 patients including children", "adults and
 * children", "all ages, kids too". Without a word on children a cohort is one of adults.
 */
final class EveryAge {
    private static final String YOUNG =
            "children|kids|minors|adolescents|teenagers|teens|infants|babies|toddlers|newborns|neonates|paediatrics|pediatrics|child";
    private static final String GROWN = "adults|grown-ups|grownups|elderly|seniors";
    private static final String WITH = "including|incl|incl\\.|include|includes|plus|also|even";
    private static final String TOO = "included|too|also|incl";
    private static final String JOINT = "and|&|\\+|plus|with|,|/|as";

    private EveryAge() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (!s.like(i, YOUNG) || !s.free(i)) {
                continue;
            }
            int to = listed(s, i);
            int from = before(s, i);
            boolean behind = s.like(to, TOO) || (s.word(to).equals("as") && s.like(to + 1, "well"));
            to = behind ? to + (s.word(to).equals("as") ? 2 : 1) : to;
            boolean grown = grown(s, i, to);
            if (from == i && !behind && !grown && to > i + 1) {
                young(draft, i, to);
                return;
            }
            if ((from < i || behind || grown) && s.free(from, to)) {
                if (Last.asked(current, "age")) {
                    draft.edit(new Edit.Forget("age"), from, to);
                }
                int start = grown ? Math.min(from, first(s, i)) : from;
                int end = grown ? Math.max(to, last(s, to)) : to;
                draft.edit(
                        new Edit.AddConstraint(
                                new Constraint.Require(new AgeBetween(0, AgeWords.OLDEST))),
                        start,
                        end);
                return;
            }
        }
    }

    /** "Kids and teenagers": from the youngest to the oldest of these. */
    private static void young(Draft draft, int from, int to) {
        int min = AgeWords.OLDEST;
        int max = 0;
        for (int i = from; i < to; i++) {
            Optional<AgeGroups.Group> group =
                    Optional.ofNullable(AgeGroups.of(draft.sentence.word(i)));
            min = Math.min(min, group.map(AgeGroups.Group::min).orElse(min));
            max = Math.max(max, group.map(AgeGroups.Group::max).orElse(max));
        }
        if (min <= max && !exclusion(draft.sentence, from)) {
            draft.edit(
                    new Edit.AddConstraint(new Constraint.Require(new AgeBetween(min, max))),
                    from,
                    to);
        }
    }

    /** One past "children and teenagers". */
    private static int listed(Sentence s, int i) {
        int at = i + 1;
        while (s.like(at, JOINT) && s.like(at + 1, YOUNG) && s.free(at + 1)) {
            at += 2;
        }
        return at;
    }

    /** Where "including (also) the" begins, or the place itself. */
    private static int before(Sentence s, int i) {
        int at = i;
        while (s.like(at - 1, "the|some|also|few|of|\\.") && at > 1 && !s.like(at - 1, WITH)) {
            at--;
        }
        return s.like(at - 1, WITH) && s.free(at - 1) && !exclusion(s, at - 1) ? at - 1 : i;
    }

    /** "Only also", "do not include". */
    private static boolean exclusion(Sentence s, int at) {
        return s.like(at - 1, "not|dont|never|no|without|cannot");
    }

    private static boolean grown(Sentence s, int i, int to) {
        return first(s, i) < i || last(s, to) > to;
    }

    /** Where "adults and" begins before. */
    private static int first(Sentence s, int i) {
        return s.like(i - 1, JOINT) && s.like(i - 2, GROWN) && s.free(i - 2) ? i - 2 : i;
    }

    /** One past "and adults" behind. */
    private static int last(Sentence s, int to) {
        return s.like(to, JOINT) && s.like(to + 1, GROWN) && s.free(to + 1) ? to + 2 : to;
    }
}
