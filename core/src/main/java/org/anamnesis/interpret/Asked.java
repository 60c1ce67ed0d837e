package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.interpret.Draft.Found;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.interpret.Token.Kind;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.Not;

/**
 * What is asked of each criterion found: that all meet it, that none does, or that a share does.
 */
final class Asked {
    /**
     * A criterion with what is asked of it.
     *
     * @param percent the share, or empty when it holds for everyone
     * @param not whether the words before it negate it
     * @param unmet "or" before it, or a vague "mostly": a specification cannot hold that
     */
    record Item(Found found, OptionalDouble percent, boolean not, boolean unmet, int from, int to) {
        /** Excluded instead. */
        Item denied() {
            return new Item(found, OptionalDouble.empty(), true, false, from, to);
        }

        /** The same of a share, where that can be held. */
        Item shared(OptionalDouble of) {
            return new Item(found, of, not, false, from, to);
        }

        /** The same as what a specification cannot hold. */
        Item leftUnmet() {
            return new Item(found, percent, not, true, from, to);
        }

        Criterion criterion() {
            if (not && found.criterion() instanceof Criterion.AgeBetween a) {
                return otherAges(a);
            }
            if (not && found.criterion() instanceof Criterion.ObservationWithin o) {
                return LimitEnds.others(o).map(x -> (Criterion) x).orElseGet(() -> new Not(o));
            }
            boolean covered =
                    found.criterion() instanceof Criterion.CategoryIn c
                            && c.variable().equals("insurance")
                            && c.levels().equals(List.of("insured"));
            if (not && covered) {
                return new Criterion.CategoryIn("insurance", List.of("uninsured"));
            }
            return not ? new Not(found.criterion()) : found.criterion();
        }

        /** "nobody older than 75" are those up to 75. */
        private static Criterion otherAges(Criterion.AgeBetween a) {
            boolean open = a.maxYears() >= AgeWords.OLDEST && a.minYears() > 0;
            boolean young = a.minYears() <= 0 && a.maxYears() < AgeWords.OLDEST;
            return open
                    ? new Criterion.AgeBetween(0, a.minYears() - 1)
                    : young
                            ? new Criterion.AgeBetween(a.maxYears() + 1, AgeWords.OLDEST)
                            : new Not(a);
        }
    }

    private static final Set<String> VAGUE =
            Set.of("mostly mainly predominantly some few many several majority mix".split(" "));

    /** Begin another thought. */
    private static final Set<String> CLAUSE =
            Set.of(
                    ("and or but then plus only while whereas so because make add "
                                    + "set give generate create need want mean average median cohort "
                                    + "if like instead rest other")
                            .split(" "));

    /** May stand between a name and its share. */
    private static final Set<String> BEFORE_SHARE =
            Set.of(
                    (": = ( \" at make up in are for please say about around roughly"
                                    + " is should be present found to among affects affecting occurs there")
                            .split(" "));

    private static final Set<String> VERBS =
            Set.of("are is have has take takes smoke should use".split(" "));

    /** So many unknown words may stand between a share or a negation and what it is about. */
    private static final int STRANGE = 2;

    /** So many words may stand between what is asked of people and the share behind it. */
    private static final int FAR = 7;

    private final Draft draft;
    private final Sentence s;
    private final Exclusions excluded;

    private Asked(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
        this.excluded = new Exclusions(s);
    }

    static List<Item> of(Draft draft) {
        return new Asked(draft).items();
    }

    private List<Item> items() {
        List<Found> found = draft.found();
        List<Item> items = new ArrayList<>();
        for (Found f : found) {
            Item last = items.isEmpty() ? null : items.get(items.size() - 1);
            boolean yes = YesNo.behind(s, f).filter(YesNo.Answer::yes).isPresent();
            boolean own = yes || CohortHeads.is(s, f, items);
            Item item = item(f);
            boolean open = !own && !item.not() && !item.unmet() && item.percent().isEmpty();
            item = open && Alternatives.stranger(s, f, items.isEmpty()) ? item.leftUnmet() : item;
            open &= !item.unmet();
            boolean given = open && last != null && last.not() && ShareWords.closing(s, f.to());
            if (given) { // "no insulin, metformin 40 %": its own share is told of it
                items.add(item);
                continue;
            }
            if (open && (ExclusionLists.reach(s, f) || denied(found, items))) {
                item = item.denied();
            } else if (open && last != null && same(last.found(), f)) {
                item = continued(last, item);
            }
            items.add(item);
        }
        List<Item> all = DeniedLists.carried(s, items);
        return new SexPairs(s)
                .united(
                        RestShares.of(
                                s, SharedLists.carried(s, new NumberLists(s).read(behind(all)))));
    }

    /** Whether what is denied before goes on, or two ends of one pair: "no BP above 180/110". */
    private boolean denied(List<Found> found, List<Item> items) {
        int at = items.size();
        Item last = at == 0 ? null : items.get(at - 1);
        boolean pair = last != null && last.not() && last.found().from() == found.get(at).from();
        return pair || (last != null && DeniedLists.reach(s, found, at, last));
    }

    private static boolean same(Found a, Found b) {
        boolean concepts = a.topic().compareTo(Topic.CONDITION) >= 0;
        return a.topic() == b.topic() || (concepts && b.topic().compareTo(Topic.CONDITION) >= 0);
    }

    private Item continued(Item last, Item item) {
        int end = last.found().to();
        int start = item.from();
        if (SampleWords.between(s, end, start)) {
            return new Item(
                    item.found(), last.percent(), last.not(), false, item.from(), item.to());
        }
        if (last.not() && Lists.joined(s, end, start)) {
            return new Item(item.found(), last.percent(), true, false, item.from(), item.to());
        }
        boolean category = item.found().topic() == Topic.CATEGORY;
        boolean or = Lists.joined(s, end, start) && Lists.or(s, end, start);
        if (or) {
            return item.leftUnmet();
        }
        if (last.percent().isPresent() && !category && Lists.anded(s, end, start)) {
            boolean both = s.like(last.found().from() - 1, "both");
            if (!both) { // else a share of both together
                draft.assume(
                        "\"%s\" is taken as a share of each of these, not of both together."
                                .formatted(s.quote(last.from(), item.to())));
            }
            return new Item(item.found(), last.percent(), false, false, item.from(), item.to());
        }
        return item;
    }

    /** Looks back over linking words for a negation and for a share. */
    private Item item(Found f) {
        int at = f.from() - 1;
        int from = f.from();
        Optional<YesNo.Answer> told = YesNo.behind(s, f);
        int before = YesNo.before(s, f);
        boolean naive =
                s.like(f.to(), "naive|naïve")
                        || before >= 0
                        || told.filter(x -> !x.yes()).isPresent();
        boolean all = told.filter(YesNo.Answer::yes).isPresent();
        s.use(
                f.to(),
                s.like(f.to(), "naive|naïve")
                        ? f.to() + 1
                        : told.map(YesNo.Answer::to).orElse(f.to()));
        s.use(before, before >= 0 ? f.from() : before);
        int nobody = naive || all ? -1 : SaidBehind.nobody(s, f.to());
        int everybody = naive || all ? -1 : SaidBehind.everybody(s, f.to());
        s.use(f.to(), Math.max(f.to(), Math.max(nobody, everybody)));
        boolean not =
                naive
                        || nobody > 0
                        || (!all && excluded.has(f.from()) && !ShareWords.closing(s, f.to()));
        boolean verb = VERBS.contains(s.word(f.from()));
        int passed = 0;
        boolean nor = false;
        while (s.free(at) && at >= 0) {
            String w = s.word(at);
            boolean more = w.equals("more") || w.equals("longer");
            if (SomeWords.wanted(s, at)) {
                break;
            }
            int sample = SampleWords.noun(s, at);
            if (sample < at) { // "nobody on drugs like sevelamer"
                s.use(sample, at + 1);
                at = sample - 1;
                continue;
            }
            boolean negation = Words.NEGATION.contains(w) && !more && !ExclusionLists.idle(s, at);
            if (negation && not && (passed > 0 || nor)) {
                break; // "no COPD, no AF no smokers"
            } else if (negation && SomeWords.some(s, at)) {
                return new Item(f, OptionalDouble.empty(), not, true, at + 1, f.to());
            } else if (negation) {
                not = !not;
                nor = w.equals("nor");
                s.use(at, at + 1);
                from = at;
            } else if (w.equals("off") && at == f.from() - 1 && f.topic() == Topic.MEDICATION) {
                not = true;
                s.use(at, at + 1);
                from = at;
            } else if (w.equals("of") && s.word(at - 1).equals("free")) {
                not = true;
                s.use(at - 1, at + 1);
                from = at - 1;
                at--;
            } else if (ShareWords.endingAt(s, at).isPresent()) {
                ShareWords.Percent p = ShareWords.endingAt(s, at).get();
                s.use(p.from(), p.to());
                return checked(f, p, not, p.from());
            } else if (w.equals("or") && between(at)) {
                at--;
                continue;
            } else if (VAGUE.contains(w)
                    || (at == f.from() - 1
                            && SomeWords.amount(s, at)
                            && f.topic() != Topic.LIMIT)) {
                return new Item(f, OptionalDouble.empty(), not, true, at + 1, f.to());
            } else if (!Words.LINKS.contains(w)) {
                passed++; // "80 % have private insurance", "no known heart failure"
                if (passed > STRANGE || !strange(at)) {
                    break;
                }
            }
            verb |= VERBS.contains(w);
            at--;
        }
        boolean name = f.topic().compareTo(Topic.CONDITION) >= 0;
        int list = not || !name ? -1 : Lists.negated(s, at);
        if (list >= 0) {
            return new Item(f, OptionalDouble.empty(), true, false, from, f.to());
        }
        Optional<ShareWords.Percent> far = verb ? farShare(at) : Optional.empty();
        if (far.isPresent()) {
            s.use(far.get().from(), far.get().to());
            return checked(f, far.get(), not, far.get().from());
        }
        return new Item(f, OptionalDouble.empty(), not, false, from, f.to());
    }

    /** "no diagnosis or treatment for COPD". */
    private boolean between(int or) {
        return Words.LINKS.contains(s.word(or - 1)) && Words.LINKS.contains(s.word(or + 1));
    }

    /** A word that nobody knows, and neither a link of clauses nor of a list. */
    private boolean strange(int i) {
        return s.at(i).kind() == Kind.WORD
                && !CLAUSE.contains(s.word(i))
                && !Words.PERSONS.contains(s.word(i))
                && !s.inConcept(i);
    }

    /** "a third of 900 COPD patients are smokers": the share before those of whom it is one. */
    private Optional<ShareWords.Percent> farShare(int before) {
        for (int at = before; at > 0; at--) {
            boolean of = s.word(at).equals("of") && s.free(at);
            Optional<ShareWords.Percent> p = of ? ShareWords.endingAt(s, at - 1) : Optional.empty();
            if (p.isPresent() && s.free(at - 1)) {
                return p;
            }
            boolean passed = !s.free(at) || s.at(at).number() || Words.LINKS.contains(s.word(at));
            if (!passed && !Words.PERSONS.contains(s.word(at))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Item checked(Found f, ShareWords.Percent p, boolean not, int from) {
        if (p.value() < 0 || p.value() > 100) {
            draft.problem(
                    "request.share.range",
                    p.from(),
                    Math.max(f.to(), p.to()),
                    "A share lies between 0 and 100 %.",
                    "a share from 0 to 100 %");
            return new Item(f, OptionalDouble.of(100), not, false, from, f.to());
        }
        return new Item(f, OptionalDouble.of(p.value()), not, false, from, f.to());
    }

    /** "women: 60 %", "smokers (20 %)": a share behind its criterion, when none stands before. */
    private List<Item> behind(List<Item> items) {
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            int at = item.found().to();
            while (s.free(at)
                    && (BEFORE_SHARE.contains(s.word(at)) || Words.PERSONS.contains(s.word(at)))) {
                at++;
            }
            boolean number = s.free(at) && s.at(at).number();
            int last = number ? at + 1 : at;
            if (item.percent().isEmpty() && s.free(last)) {
                int start = at;
                var p =
                        ShareWords.endingAt(s, last)
                                .filter(
                                        x ->
                                                x.from() == start
                                                        || s.at(last).kind() == Kind.FRACTION);
                if (p.isPresent()) {
                    s.use(item.found().to(), last + 1);
                    Item with = checked(item.found(), p.get(), item.not(), item.from());
                    all.add(
                            new Item(
                                    with.found(),
                                    with.percent(),
                                    with.not(),
                                    false,
                                    with.from(),
                                    last + 1));
                    continue;
                }
            }
            all.add(item.percent().isEmpty() && !item.unmet() ? further(item) : item);
        }
        return all;
    }

    /**
     * "women making up 65 percent", "osteoporosis should be present in 15 %": a share that nobody
     * took belongs to what stands before it in the same clause.
     */
    private Item further(Item item) {
        int at = item.found().to();
        while (at < item.found().to() + FAR && s.free(at) && passes(at)) {
            at++;
        }
        int start = at;
        boolean number = s.free(at) && s.at(at).number();
        boolean other = other(item.found().to(), at);
        Optional<ShareWords.Percent> share =
                ShareWords.endingAt(s, number ? at + 1 : at)
                        .filter(p -> !other && p.from() >= start && s.free(p.from(), p.to()))
                        .filter(p -> !s.like(p.to(), "of|are|is|have|take|on|with"));
        if (share.isEmpty()) {
            return item;
        }
        ShareWords.Percent p = share.get();
        s.use(item.found().to(), p.to());
        Item with = checked(item.found(), p, item.not(), item.from());
        return new Item(with.found(), with.percent(), with.not(), false, with.from(), p.to());
    }

    /** "asthma patients with eczema in 5 %": something that nobody knows has the share. */
    private boolean other(int from, int to) {
        boolean had = false;
        for (int i = from; i < to; i++) {
            boolean plain = Words.LINKS.contains(s.word(i)) || BEFORE_SHARE.contains(s.word(i));
            if (had && !plain && !Words.FILLER.contains(s.word(i))) {
                return true;
            }
            had |= s.like(i, "with|having|has|have");
        }
        return false;
    }

    private boolean passes(int i) {
        return s.at(i).kind() == Kind.WORD
                && (!CLAUSE.contains(s.word(i)) || s.after(i, "make up") > 0)
                && !Words.NEGATION.contains(s.word(i))
                && !VAGUE.contains(s.word(i))
                && !s.inConcept(i);
    }
}
