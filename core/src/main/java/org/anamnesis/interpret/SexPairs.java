package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;

/** Two sexes named side by side: equal numbers of both, whoever is one of them, or simply both. */
final class SexPairs {
    private final Sentence s;

    SexPairs(Sentence s) {
        this.s = s;
    }

    List<Item> united(List<Item> items) {
        return eitherSex(equalNumbers(items));
    }

    /** "split evenly by sex", "sex-balanced", "equal sexes": half of each. */
    static void balanced(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean by = s.word(i).equals("by") && s.like(i + 1, "sex|gender");
            boolean split = false;
            int from = i;
            for (int k = i - 1; by && k >= Math.max(0, i - 4); k--) {
                boolean even = s.like(k, "split|balanced|divided|evenly|equally|stratified");
                split |= even;
                from = even ? k : from;
            }
            boolean even = s.like(i + 2, "evenly|equally|half");
            boolean plain =
                    (s.like(i, "sex|gender") && s.word(i + 1).equals("balanced"))
                            || (s.word(i).equals("equal") && s.like(i + 1, "sexes|genders"));
            int to = plain || !even ? i + 2 : i + 3;
            boolean groups = s.like(from - 1, "groups|arms") || s.like(from, "stratified");
            if (((split && !groups) || plain) && s.free(from, to)) {
                var half = new CategoryIn("sex", List.of("female"));
                draft.edit(new Edit.AddConstraint(new Constraint.Share(half, 50)), from, to);
            }
        }
    }

    /** "equal numbers of men and women", "half men, half women", and plain "men and women". */
    private List<Item> equalNumbers(List<Item> items) {
        List<Item> all = new ArrayList<>(items);
        for (int i = 0; i + 1 < all.size(); i++) {
            Item a = all.get(i);
            Item b = all.get(i + 1);
            boolean pair = sex(a) && sex(b) && !a.criterion().equals(b.criterion());
            if (!pair || a.not() || b.not() || a.percent().isPresent() || b.percent().isPresent()) {
                continue;
            }
            if (!Lists.joined(s, a.found().to(), b.from())) {
                continue;
            }
            boolean behind =
                    s.like(b.to(), "equally|evenly")
                            || s.after(b.to(), "in equal") > 0
                            || s.after(b.to(), "half and half") > 0;
            int equal = behind ? a.from() : equal(a.from());
            all.remove(i + 1);
            if (equal >= 0) {
                s.use(equal, b.to());
                all.set(i, new Item(a.found(), OptionalDouble.of(50), false, false, equal, b.to()));
            } else {
                all.remove(i); // both sexes: nothing is asked
            }
        }
        return all;
    }

    /**
     * "women or females", "no men and women": one criterion, as {@link CategoryWords} makes of
     * other levels, once {@link #equalNumbers} has taken its own.
     */
    private List<Item> eitherSex(List<Item> items) {
        List<Item> all = new ArrayList<>();
        for (Item b : items) {
            Item a = all.isEmpty() ? b : all.get(all.size() - 1);
            boolean plain = a.percent().isEmpty() && b.percent().isEmpty() && a.not() == b.not();
            boolean one = plain && sex(a) && sex(b);
            if (one && Lists.joined(s, a.found().to(), b.found().from())) {
                Draft.Found both = CategoryWords.either(a.found(), b.found());
                all.remove(all.size() - 1);
                all.add(new Item(both, a.percent(), a.not(), false, a.from(), b.to()));
            } else {
                all.add(b);
            }
        }
        return all;
    }

    private int equal(int i) {
        for (int at = i - 1; at >= Math.max(0, i - 5); at--) {
            String w = s.word(at);
            boolean same =
                    w.equals("same") && s.like(at + 1, "numbers?|amounts?|shares?|proportions?");
            if (Set.of("equal", "equally", "balanced", "many").contains(w) || same) {
                return at;
            }
            boolean even =
                    w.equals("50") && s.word(at + 1).equals("/") && s.word(at + 2).equals("50");
            boolean ones =
                    w.equals("1") && s.word(at + 1).equals(":") && s.word(at + 2).equals("1");
            if (s.free(at) && (even || ones)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean sex(Item item) {
        return item.found().criterion() instanceof CategoryIn c && c.variable().equals("sex");
    }
}
