package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Found;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Edit;

/**
 * "40 % Black women", "10 % with both CKD and heart failure", "5 % on insulin but not on
 * metformin": a share of those who are both, and nothing that is asked of everyone.
 */
final class JointShares {
    private static final String BOTH = "both";
    private static final String EXCEPT = "but|without";
    private static final String LINK =
            "with|on|and|a|an|the|taking|have|having|but|no|not|without|who|are";

    private final Sentence s;
    private final Optional<String> main;

    private JointShares(Sentence s, CohortSpec current) {
        this.s = s;
        this.main = current.condition();
    }

    /** The items, those of both as one. */
    static List<Item> united(Draft draft, List<Item> items, CohortSpec current) {
        var shares = new JointShares(draft.sentence, current);
        List<Item> all = new ArrayList<>();
        for (int k = 0; k < items.size(); k++) {
            Item first = items.get(k);
            Optional<Item> next =
                    k + 1 < items.size() ? Optional.of(items.get(k + 1)) : Optional.empty();
            int at = k;
            boolean more = next.filter(n -> shares.joint(first, n, at)).isPresent();
            if (!more && next.filter(n -> shares.either(first, n, at)).isPresent()) {
                more = shares.main.isPresent();
                shares.ask(draft, first, next.get(), more);
            }
            if (more) {
                all.add(both(first, items.get(k + 1)));
                k++;
            } else {
                all.add(first);
            }
        }
        return all;
    }

    private static Item both(Item first, Item second) {
        var criterion = Criterion.AtLeast.all(List.of(first.criterion(), second.criterion()));
        var found = new Found(Topic.CATEGORY, criterion, first.found().from(), second.found().to());
        return new Item(
                found,
                first.percent().isPresent() ? first.percent() : second.percent(),
                false,
                false,
                first.from(),
                Math.max(first.to(), second.to()));
    }

    /** "30 % women over 65": are all of them over 65? */
    private boolean either(Item first, Item second, int at) {
        if (second.found().from() < first.found().to()) {
            return false;
        }
        Criterion c = second.criterion();
        boolean known =
                !(c instanceof HasCondition h)
                        || ((main.isPresent() || at > 0)
                                && !main.filter(h.condition()::equals).isPresent());
        boolean plain = second.percent().isEmpty() && !second.not() && !second.unmet();
        boolean links = true;
        for (int i = first.found().to(); i < second.found().from(); i++) {
            links &= s.like(i, "with|on|taking|who|are|have|has|take|aged|of|an?|the");
        }
        String gap =
                s.english()
                        .substring(
                                s.at(first.found().to() - 1).end(),
                                s.at(second.found().from()).start());
        return share(first)
                && gap.matches("[ \\p{L}]*")
                && person(first)
                && !s.like(first.found().to() - 1, "male|female|woman|man")
                && plain
                && known
                && links
                && !(c instanceof CategoryIn);
    }

    private boolean share(Item first) {
        boolean said = false; // a number of patients is no share
        for (int i = first.from(); i < first.found().from(); i++) {
            said |= s.like(i, "%|percent|pct|cent") || s.at(i).kind() == Token.Kind.FRACTION;
        }
        return said && first.percent().isPresent() && !first.not() && !first.unmet();
    }

    /**
     * @param joint whether that is the usual reading: of a cohort that is there
     */
    private void ask(Draft draft, Item first, Item second, boolean joint) {
        double percent = first.percent().getAsDouble();
        var one =
                new Clarification.Choice(
                        "a share of those who are both",
                        List.of(
                                new Edit.AddConstraint(
                                        new Constraint.Share(
                                                both(first, second).criterion(), percent))),
                        "\"%s\" is taken as a share of those who are both."
                                .formatted(quote(first, second)));
        var two =
                new Clarification.Choice(
                        "a share, and the rest of everyone",
                        List.of(
                                new Edit.AddConstraint(
                                        new Constraint.Share(first.criterion(), percent)),
                                new Edit.AddConstraint(new Constraint.Require(second.criterion()))),
                        "\"%s\" is taken as a share, and the rest as asked of everyone."
                                .formatted(quote(first, second)));
        draft.clarify(
                new Clarification(
                        quote(first, second),
                        "A share of those who are both, or a share and the rest of everyone?",
                        joint ? List.of(one, two) : List.of(two, one)));
    }

    private String quote(Item first, Item second) {
        return s.quote(first.from(), Math.max(first.to(), second.to()));
    }

    private boolean joint(Item first, Item second, int at) {
        if (behind(first, second)) {
            return true;
        }
        if (!share(first) || second.unmet()) {
            return false;
        }
        return touching(first, second)
                || together(first, second)
                || ((main.isPresent() || at > 0) && except(first, second));
    }

    /** "Black women 40 %", "obese smokers: 20 %". */
    private boolean behind(Item first, Item second) {
        boolean share = second.percent().isPresent() && second.from() == second.found().from();
        boolean plain = first.percent().isEmpty() && !first.not() && !first.unmet();
        return share && plain && touching(first, second.shared(OptionalDouble.empty()));
    }

    /** "Black women", "obese smokers": one word behind the other, of different things. */
    private boolean touching(Item first, Item second) {
        boolean beside = first.found().to() == second.found().from() && !second.not();
        boolean trait =
                first.criterion() instanceof CategoryIn
                        || first.criterion() instanceof HasCondition
                        || (first.criterion() instanceof AgeBetween && adjective(first));
        return beside
                && trait
                && second.percent().isEmpty()
                && second.criterion() instanceof CategoryIn c
                && person(second)
                && !(first.criterion() instanceof CategoryIn f
                        && f.variable().equals(c.variable()));
    }

    /** "older men", not "over 65 men". */
    private boolean adjective(Item age) {
        return s.like(age.found().to() - 1, "elderly|geriatric|older|young|younger");
    }

    /** Whether it names people. */
    private boolean person(Item item) {
        return s.like(
                item.found().to() - 1,
                "women|men|woman|man|females?|males?|ladies|smokers?|nonsmokers|girls|boys");
    }

    /** "both CKD and heart failure". */
    private boolean together(Item first, Item second) {
        boolean both = false;
        for (int i = first.from(); i < first.found().from(); i++) {
            both |= s.like(i, BOTH);
        }
        boolean same = second.percent().isEmpty() || second.percent().equals(first.percent());
        return both && same && !second.not() && linked(first, second, "and");
    }

    /** "on insulin but not on metformin", "with CKD without hypertension". */
    private boolean except(Item first, Item second) {
        boolean category = first.criterion() instanceof CategoryIn;
        return second.not()
                && second.percent().isEmpty()
                && linked(first, second, category ? "but" : EXCEPT);
    }

    /** Whether nothing but links stands between, and one of these words. */
    private boolean linked(Item first, Item second, String word) {
        boolean said = false;
        for (int i = first.found().to(); i < second.found().from(); i++) {
            if (!s.like(i, LINK)) {
                return false;
            }
            said |= s.like(i, word);
        }
        return said;
    }
}
