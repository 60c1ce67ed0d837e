package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * One thing in the place of another that was asked: "asthma instead of COPD", "change ramipril to
 * losartan", "losartan out, valsartan in", "not the women, the men".
 */
final class ReplacedWords {
    private static final List<String> OF =
            List.of(
                    "instead of",
                    "rather than",
                    "in place of",
                    "in lieu of",
                    "in exchange for",
                    "as opposed to",
                    "as a replacement for",
                    "as a substitute for");
    private static final Set<String> ENDS = Set.of(",", ".", ";", "with", "and", "but", "!", "?");
    private static final int LONGEST_NAME = 6;
    private static final String SEXES = "women|woman|females?|girls|men|man|males?|boys";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ReplacedWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        ReplacedWords words = new ReplacedWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            words.insteadOf(i);
            words.replace(i);
            words.change(i);
            words.substitute(i);
            words.out(i);
            words.not(i);
        }
    }

    /** "asthma instead of COPD". */
    private void insteadOf(int i) {
        int from = -1;
        for (String phrase : OF) {
            from = Math.max(from, s.after(i, phrase));
        }
        int name = s.like(from, "the|my") ? from + 1 : from;
        boolean column =
                s.namedAt(name, Concept.Kind.OBSERVATION)
                        .filter(n -> !Last.asked(current, n.concept().id()))
                        .isPresent(); // that is one of a list
        if (from > 0 && s.free(i, from) && !column) {
            int end = from;
            while (end < s.size() && end < from + LONGEST_NAME && !ENDS.contains(s.word(end))) {
                end++;
            }
            given(from, end);
            s.use(i, end);
        }
    }

    /** "replace COPD with asthma", "swap X for Y". */
    private void replace(int i) {
        if (!Set.of("replace", "swap", "exchange", "trade").contains(s.word(i)) || !s.free(i)) {
            return;
        }
        int end = i + 1;
        while (end < s.size() && !Set.of("with", "by", "for", "against").contains(s.word(end))) {
            end++;
        }
        if (end < s.size()) {
            given(i + 1, end);
            s.use(i, end + 1);
        }
    }

    /** "change ramipril to losartan", "switch them from COPD to asthma". */
    private void change(int i) {
        if (!s.like(i, "change|switch|turn|convert|move|swap|go") || !s.free(i)) {
            return;
        }
        Optional<Sentence.Named> old = asked(i + 1, i + 6);
        if (old.isEmpty() || !s.like(old.get().to(), "to|into|for|over")) {
            return;
        }
        int to = old.get().to() + (s.after(old.get().to(), "over to") > 0 ? 2 : 1);
        boolean alike =
                s.named().stream()
                        .anyMatch(n -> n.from() >= to && n.from() <= to + 2 && alike(n, old.get()));
        if (alike) {
            given(old.get().from(), old.get().to());
            s.use(i, to);
        }
    }

    /** "substitute candesartan for enalapril", "substitute enalapril with candesartan". */
    private void substitute(int i) {
        if (!s.like(i, "substitute|put|use|take") || !s.free(i)) {
            return;
        }
        int link = i + 1;
        while (link < s.size() && !s.like(link, "for|with|by")) {
            link++;
        }
        boolean first = s.word(i).equals("substitute") && s.like(link, "with|by");
        Optional<Sentence.Named> old = first ? asked(i + 1, link) : asked(link + 1, link + 4);
        Optional<Sentence.Named> other = first ? any(link + 1, link + 4) : any(i + 1, link);
        boolean both = old.isPresent() && other.isPresent() && alike(old.get(), other.get());
        if (link < s.size() && both && (first || s.word(link).equals("for"))) {
            given(old.get().from(), old.get().to());
            s.use(i, i + 1);
            s.use(link, first ? link + 1 : old.get().to());
            s.use(old.get().from(), old.get().to());
        }
    }

    /** "losartan out, valsartan in". */
    private void out(int i) {
        boolean out = s.word(i).equals("out") && s.free(i);
        Optional<Sentence.Named> old = out ? endingAt(i) : Optional.empty();
        if (old.isEmpty() || !isAsked(old.get())) {
            return;
        }
        for (Sentence.Named n : s.named()) {
            boolean in = n.from() > i && s.word(n.to()).equals("in") && alike(n, old.get());
            if (in) {
                given(old.get().from(), old.get().to());
                s.use(old.get().from(), i + 1);
                s.use(n.to(), n.to() + 1);
                return;
            }
        }
    }

    /** "not asthma, COPD", "men, not women": what is asked now is named beside something alike. */
    private void not(int i) {
        if (!s.word(i).equals("not") || !s.free(i)) {
            return;
        }
        int at = s.like(i + 1, "the|a|an|on") ? i + 2 : i + 1;
        Optional<Sentence.Named> old = asked(at, at + 1);
        if (old.isPresent()) {
            boolean other =
                    s.named().stream().anyMatch(n -> alike(n, old.get()) && !same(n, old.get()));
            boolean end = ends(old.get().to());
            if (other && end) {
                given(old.get().from(), old.get().to());
                s.use(i, Math.min(s.size(), old.get().to() + 1));
            }
            return;
        }
        boolean sex = s.like(at, SEXES) && ends(at + 1) && Last.asked(current, "sex");
        boolean other = false;
        for (int k = 0; sex && k < s.size(); k++) {
            other |= k != at && s.like(k, SEXES) && female(k) != female(at);
        }
        if (other) {
            s.use(i, Math.min(s.size(), at + 2));
        } else {
            category(i, at);
        }
    }

    /** "former smokers, not never smokers": of one kind only the others are asked. */
    private void category(int not, int at) {
        List<CategoryWords.Place> all = CategoryWords.places(s);
        for (CategoryWords.Place old : all) {
            boolean here = old.from() == at && ends(old.to());
            boolean other =
                    here
                            && all.stream()
                                    .filter(p -> p.to() <= not || p.from() >= old.to())
                                    .filter(p -> !s.like(p.from() - 1, "not|no|without"))
                                    .map(CategoryWords.Place::asked)
                                    .anyMatch(p -> apart(p, old.asked()));
            if (other) {
                s.use(not, Math.min(s.size(), old.to() + 1));
                return;
            }
        }
    }

    private static boolean apart(Criterion.CategoryIn a, Criterion.CategoryIn b) {
        return a.variable().equals(b.variable())
                && a.levels().stream().noneMatch(b.levels()::contains);
    }

    private boolean female(int i) {
        return s.like(i, "women|woman|females?|girls");
    }

    private boolean ends(int i) {
        return i >= s.size() || s.like(i, "[,.;:!]|but|-|please|and|rather");
    }

    /** What stands here is not asked any more; what comes instead is asked of as many. */
    private void given(int from, int to) {
        boolean first = true;
        for (Sentence.Named n : s.named()) {
            boolean here = n.from() >= from && n.to() <= to;
            if (here && Last.asked(current, n.concept().id())) {
                draft.edit(new Edit.Forget(n.concept().id()), n.from(), n.to());
                if (first) {
                    share(n);
                    beside(n);
                }
                first = false;
            }
        }
    }

    private void share(Sentence.Named old) {
        List<Sentence.Named> others =
                s.named().stream()
                        .filter(n -> alike(n, old) && !same(n, old) && s.free(n.from(), n.to()))
                        .toList();
        Optional<Constraint.Share> now =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c)
                        .filter(c -> Last.concept(c).equals(old.concept().id()))
                        .filter(c -> !(c.criterion() instanceof Criterion.Not))
                        .findFirst();
        if (others.size() != 1 || now.isEmpty() || shared() || !drug(old)) {
            return;
        }
        Sentence.Named other = others.get(0);
        var takes = new Criterion.TakesMedication(other.concept().id());
        draft.edit(
                new Edit.AddConstraint(new Constraint.Share(takes, now.get().percent())),
                other.from(),
                other.to());
    }

    /** Of a condition beside the main one: the other one is asked as it was. */
    private void beside(Sentence.Named old) {
        List<Sentence.Named> others =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.CONDITION) && !same(n, old))
                        .filter(n -> s.free(n.from(), n.to()))
                        .toList();
        boolean condition = old.is(Concept.Kind.CONDITION) && current.condition().isPresent();
        if (!condition || others.size() != 1 || shared()) {
            return;
        }
        Sentence.Named other = others.get(0);
        var has = new Criterion.HasCondition(other.concept().id(), Optional.empty());
        for (Constraint c : current.constraints()) {
            boolean asked =
                    Last.concept(c).equals(old.concept().id())
                            && Last.criterion(c)
                                    .filter(x -> x instanceof Criterion.HasCondition)
                                    .isPresent();
            if (asked) {
                Constraint now =
                        c instanceof Constraint.Share h
                                ? new Constraint.Share(has, h.percent())
                                : new Constraint.Require(has);
                draft.edit(new Edit.AddConstraint(now), other.from(), other.to());
                return;
            }
        }
    }

    private boolean shared() {
        for (int i = 0; i < s.size(); i++) {
            boolean all = s.like(i, "all|everyone|everybody|nobody|none|%|percent");
            if (all || s.at(i).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    private Optional<Sentence.Named> asked(int from, int to) {
        return any(from, to).filter(this::isAsked);
    }

    private Optional<Sentence.Named> any(int from, int to) {
        return s.named().stream()
                .filter(n -> n.from() >= from && n.from() < to)
                .filter(n -> drug(n) || n.is(Concept.Kind.CONDITION))
                .findFirst();
    }

    private Optional<Sentence.Named> endingAt(int i) {
        return s.named().stream()
                .filter(n -> n.to() == i && (drug(n) || n.is(Concept.Kind.CONDITION)))
                .findFirst();
    }

    private boolean isAsked(Sentence.Named n) {
        boolean main = current.condition().filter(n.concept().id()::equals).isPresent();
        return main || Last.asked(current, n.concept().id());
    }

    private static boolean drug(Sentence.Named n) {
        return n.is(Concept.Kind.INGREDIENT) || n.is(Concept.Kind.DRUG_CLASS);
    }

    private static boolean alike(Sentence.Named a, Sentence.Named b) {
        return drug(a) ? drug(b) : a.concept().kind() == b.concept().kind();
    }

    private static boolean same(Sentence.Named a, Sentence.Named b) {
        return a.concept().id().equals(b.concept().id());
    }
}
