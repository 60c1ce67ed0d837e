package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Found;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.HasCondition;

/** "CKD or heart failure", "at least two of CKD, stroke and heart failure": some of several. */
final class Alternatives {
    /** May stand between "at least two of" and the first of them. */
    private static final Set<String> LEADING =
            Set.of("the following these those conditions diseases drugs : , a an".split(" "));

    private static final String ACE_INHIBITOR = "class:ace-inhibitor";
    private static final String ARB = "class:arb";

    private static final int LONGEST_LEAD = 5;

    /** Words between two of them. */
    private static final int FAR = 4;

    private final Sentence s;
    private final boolean hasMain;

    /**
     * @param hasMain whether the cohort has a condition already
     */
    private Alternatives(Sentence s, boolean hasMain) {
        this.s = s;
        this.hasMain = hasMain;
    }

    /** Claims "at least two of" before names, which is no age. */
    static void claim(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int of = behindCount(s, i);
            if (of > 0 && s.free(i, of) && named(s, behindLead(s, of))) {
                s.use(i, of);
            }
        }
    }

    private static boolean named(Sentence s, int i) {
        return s.inConcept(i) || CategoryWords.named(s, i);
    }

    /**
     * "montelukast or theophylline": the other one is none of ours, and neither is asked alone. The
     * cohort's own condition is: "atrial fibrillation or flutter".
     */
    static boolean stranger(Sentence s, Found f, boolean own) {
        boolean named = (f.topic() == Topic.CONDITION && !own) || f.topic() == Topic.MEDICATION;
        int at = s.like(f.to() + 1, "an?|the|any") ? f.to() + 2 : f.to() + 1;
        String w = s.word(at);
        boolean word = s.at(at).kind() == Token.Kind.WORD && w.length() > 3 && s.free(at);
        boolean plain =
                Words.FILLER.contains(w)
                        || Words.LINKS.contains(w)
                        || Words.NEUTRAL.contains(w)
                        || Words.PERSONS.contains(w)
                        || s.like(
                                at,
                                "older|worse|higher|lower|whatever|similar|something|anything|later|greater"
                                        + "|earlier|better|grade|stage|without|whether|neither|perhaps|maybe");
        boolean stated = s.inConcept(at) || CategoryWords.named(s, at);
        return named && s.word(f.to()).equals("or") && word && !plain && !stated;
    }

    /** Items of which one or more must hold as one item. */
    static List<Item> united(Sentence s, List<Item> items, boolean hasMain) {
        return new Alternatives(s, hasMain).united(items);
    }

    private List<Item> united(List<Item> items) {
        List<Item> all = new ArrayList<>(items);
        for (int i = all.size() - 1; i > 0; i--) {
            int first = counted(all, i) >= 0 ? counted(all, i) : alternatives(all, i);
            if (first < 0) {
                continue;
            }
            if (several(all, first, i)) {
                all.set(i, all.get(i).leftUnmet());
                i = first;
                continue;
            }
            int from = countBefore(all.get(first));
            int count = from < 0 ? 1 : count(from);
            List<Item> run = List.copyOf(all.subList(first, i + 1));
            if (count < run.size()) {
                all.subList(first, i + 1).clear();
                all.add(first, one(run, count, from));
                i = first;
            }
        }
        return all;
    }

    private Item one(List<Item> run, int count, int from) {
        Item first = run.get(0);
        Item last = run.get(run.size() - 1);
        Criterion of = some(run.stream().map(Item::criterion).toList(), count);
        int start = from < 0 ? first.from() : Math.min(from, first.from());
        s.use(s.word(start - 1).equals("either") ? start - 1 : start, last.found().to());
        var found = new Found(Topic.CONDITION, of, start, last.found().to());
        var percent = first.percent().isPresent() ? first.percent() : last.percent();
        return new Item(found, percent, false, false, start, last.to());
    }

    private static Criterion some(List<Criterion> all, int count) {
        Set<String> variables = new HashSet<>();
        List<String> levels = new ArrayList<>();
        for (Criterion c : all) {
            boolean category = c instanceof Criterion.CategoryIn;
            variables.add(category ? ((Criterion.CategoryIn) c).variable() : "");
            levels.addAll(category ? ((Criterion.CategoryIn) c).levels() : List.of());
        }
        String variable = variables.iterator().next();
        boolean one = variables.size() == 1 && !variable.isEmpty() && count == 1;
        return one
                ? new Criterion.CategoryIn(variable, levels) // "uninsured or on Medicaid"
                : new Criterion.AtLeast(count, all);
    }

    /** First item of those of which the one here is the last, joined by "or"; -1 if it is not. */
    private int alternatives(List<Item> all, int last) {
        Item b = all.get(last);
        boolean behind = // "ACEi or ARB in 80 %"
                (b.from() == b.found().from() && all.get(last - 1).percent().isEmpty())
                        || neverBoth(all.get(last - 1), b);
        if (!or(all.get(last - 1), b) || (b.percent().isPresent() && !behind)) {
            return -1;
        }
        int first = last - 1;
        while (first > 0 && listed(all.get(first - 1), all.get(first))) {
            first--;
        }
        boolean main =
                !hasMain
                        && first < last - 1
                        && !s.like(all.get(first).from() - 1, "with|have|has|having|had|either")
                        && condition(all.get(first))
                        && all.subList(0, first).stream().noneMatch(Alternatives::condition);
        first += main ? 1 : 0; // "type 2 diabetes, CKD or stroke": the first is had by all, unless
        // with "people with"
        boolean not = all.subList(first, last + 1).stream().anyMatch(Item::not);
        return not || same(all.get(first), all.get(last)) ? -1 : first;
    }

    /** "women over 50 or men over 60": each is more than one thing, which has no form. */
    private boolean several(List<Item> all, int first, int last) {
        boolean before =
                first > 0 && all.get(first - 1).found().to() == all.get(first).found().from();
        boolean behind =
                last + 1 < all.size()
                        && all.get(last).found().to() == all.get(last + 1).found().from();
        return before && behind;
    }

    /** The same for "at least two of", whatever joins them. */
    private int counted(List<Item> all, int last) {
        for (int first = last; first >= 0; first--) {
            if (countBefore(all.get(first)) >= 0) {
                return first < last ? first : -1;
            }
            if (first == 0
                    || !Lists.joined(s, all.get(first - 1).found().to(), all.get(first).from())) {
                return -1;
            }
        }
        return -1;
    }

    /** Only "or" and words that link stand between them: "over 65 or with CKD". */
    private boolean or(Item before, Item item) {
        int end = before.found().to();
        if (neverBoth(before, item) && s.word(end).equals("/") && item.found().from() == end + 1) {
            return true;
        }
        boolean close = item.from() > end && item.from() - end <= FAR;
        for (int i = end; i < item.from() && close; i++) {
            close = Lists.link(s, i) || Words.LINKS.contains(s.word(i));
        }
        return close && Lists.or(s, end, item.from());
    }

    /** "ACEi/ARB": one of the two, which guidelines advise against taking together. */
    private static boolean neverBoth(Item a, Item b) {
        return Set.of(ACE_INHIBITOR, ARB).equals(Set.copyOf(List.of(drug(a), drug(b))));
    }

    private static String drug(Item item) {
        return item.found().criterion() instanceof Criterion.TakesMedication t
                ? t.medication()
                : "";
    }

    /** Things of one kind with a comma between. */
    private boolean listed(Item before, Item item) {
        int end = before.found().to();
        return end + 1 == item.from()
                && s.word(end).equals(",")
                && before.found().topic() == item.found().topic()
                && item.percent().isEmpty();
    }

    private static boolean condition(Item item) {
        return item.found().criterion() instanceof HasCondition
                && !item.not()
                && item.percent().isEmpty();
    }

    /** "women or men", "aged 40 or 50" are no alternatives of different things. */
    private static boolean same(Item a, Item b) {
        boolean levels =
                a.found().criterion() instanceof Criterion.CategoryIn x
                        && b.found().criterion() instanceof Criterion.CategoryIn y
                        && x.variable().equals(y.variable())
                        && x.variable().equals("sex");
        boolean ages = a.found().topic() == Topic.AGE && b.found().topic() == Topic.AGE;
        return levels || (ages && !apart(a, b)) || a.criterion().equals(b.criterion());
    }

    /** "under 30 or over 65": two ranges with a gap between them, no slip of the tongue. */
    private static boolean apart(Item a, Item b) {
        return a.found().criterion() instanceof Criterion.AgeBetween x
                && b.found().criterion() instanceof Criterion.AgeBetween y
                && x.minYears() < x.maxYears()
                && y.minYears() < y.maxYears()
                && (x.maxYears() + 1 < y.minYears() || y.maxYears() + 1 < x.minYears());
    }

    /** Where "at least two of" begins before an item; -1 if it does not stand there. */
    private int countBefore(Item item) {
        for (int i = item.from(); i >= Math.max(0, item.from() - LONGEST_LEAD - 3); i--) {
            int of = behindCount(s, i);
            int name = item.found().from();
            name = s.like(name, "an?") ? name + 1 : name;
            if (of > 0 && of <= item.from() && behindLead(s, of) == name) {
                return i;
            }
        }
        return -1;
    }

    private int count(int from) {
        int number =
                s.word(from).equals("at") ? from + 2 : s.word(from).equals("any") ? from + 1 : from;
        return (int) s.at(number).doubleValue();
    }

    /**
     * One past "at least two of", "two or more of", "any two of"; -1 if that does not stand here.
     */
    private static int behindCount(Sentence s, int i) {
        boolean least = s.after(i, "at least") > 0;
        boolean any = s.word(i).equals("any");
        int number = least ? i + 2 : any ? i + 1 : i;
        boolean small =
                s.at(number).number()
                        && s.at(number).doubleValue() >= 1
                        && s.at(number).doubleValue() <= 9
                        && s.at(number).doubleValue() == Math.rint(s.at(number).doubleValue());
        int more = s.after(number + 1, "or more");
        boolean counts = least || any || more > 0 || s.at(number).doubleValue() == 1;
        int of = more > 0 ? more : number + 1;
        return small && counts && s.word(of).equals("of") ? of + 1 : -1;
    }

    private static int behindLead(Sentence s, int of) {
        int at = of;
        while (at < of + LONGEST_LEAD && (LEADING.contains(s.word(at)) || counted(s, at))) {
            at++;
        }
        return at;
    }

    /** "of the following three:", "of these 4:". */
    private static boolean counted(Sentence s, int at) {
        return s.like(at - 1, "following|these|those|the") && s.at(at).number();
    }
}
