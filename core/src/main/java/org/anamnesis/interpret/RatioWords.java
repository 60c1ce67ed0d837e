package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;

/**
 * Two kinds of people against each other: "2:1 women to men", "a male to female ratio of 60/40",
 * "two women for every man", "twice as many women as men".
 */
final class RatioWords {
    private static final Set<String> BETWEEN =
            Set.of(
                    "ratio", "of", "is", "=", ":", "at", "in", "a", "the", "with", "split", "be",
                    "should", "mix", "(", ",", "as", "balance", "sex", "gender", "to", "by",
                    "about");
    private static final Set<String> AGAINST =
            Set.of(
                    "to", ":", "/", ">", "and", "vs", "versus", "per", "for", "against", "or",
                    "each");
    private static final Set<String> EACH = Set.of("for", "per", "to", "every", "each", "against");
    private static final int FAR = 5;

    /** From here on "40 to 60" may be ages. */
    private static final int YOUNG = 15;

    private final Draft draft;
    private final Sentence s;

    /** Two categories of one variable that exclude each other, side by side. */
    private record Pair(CategoryWords.Place first, CategoryWords.Place second) {}

    private record Parts(double first, double second, int from, int to) {}

    private RatioWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        RatioWords ratios = new RatioWords(draft);
        List<CategoryWords.Place> places = CategoryWords.places(draft.sentence);
        for (int k = 0; k + 1 < places.size(); k++) {
            CategoryWords.Place a = places.get(k);
            CategoryWords.Place b = places.get(k + 1);
            if (apart(a.asked(), b.asked())) {
                ratios.read(new Pair(a, b));
            }
        }
    }

    private static boolean apart(CategoryIn a, CategoryIn b) {
        return a.variable().equals(b.variable())
                && a.levels().stream().noneMatch(b.levels()::contains);
    }

    private void read(Pair pair) {
        if (s.word(pair.first().to()).equals("than")
                && pair.second().from() == pair.first().to() + 1
                && s.like(pair.first().from() - 1, "more|fewer|less")) {
            than(pair);
            return;
        }
        if (s.like(pair.first().to(), "outnumber|outnumbering|outnumbered")) {
            outnumber(pair);
            return;
        }
        Optional<Parts> parts = counted(pair).or(() -> asMany(pair));
        if (parts.isEmpty() && against(pair)) {
            parts = before(pair.first().from()).or(() -> behind(pair.second().to()));
        }
        parts.filter(p -> p.first() > 0 && p.second() > 0).ifPresent(p -> share(pair, p));
    }

    /** "more women than men, 55/45"; without numbers it is not said how many more. */
    private void than(Pair pair) {
        Optional<Parts> parts = behind(pair.second().to());
        if (parts.isPresent()) {
            share(pair, parts.get());
            s.use(pair.first().from() - 1, pair.first().from());
        } else {
            draft.unread(pair.first().from() - 1, pair.second().to());
        }
    }

    /** "men outnumber the women 2 to 1", "women outnumbered by men three to one". */
    private void outnumber(Pair pair) {
        boolean by = s.like(pair.first().to() + 1, "by");
        CategoryWords.Place more = by ? pair.second() : pair.first();
        Optional<Parts> parts = behind(pair.second().to());
        int from = pair.first().from();
        if (parts.isPresent()) {
            Parts p = parts.get();
            double percent = 100 * p.first() / (p.first() + p.second());
            var share = new Constraint.Share(more.asked(), percent);
            draft.edit(new Edit.AddConstraint(share), from, p.to());
        } else {
            draft.unread(from, pair.second().to());
        }
    }

    private void share(Pair pair, Parts p) {
        double percent = 100 * p.first() / (p.first() + p.second());
        draft.edit(
                new Edit.AddConstraint(new Constraint.Share(pair.first().asked(), percent)),
                Math.min(p.from(), pair.first().from()),
                Math.max(p.to(), pair.second().to()));
    }

    /** Only "to", "and" or a sign stands between the two. */
    private boolean against(Pair pair) {
        int gap = pair.second().from() - pair.first().to();
        return gap == 0 || (gap == 1 && AGAINST.contains(s.word(pair.first().to())));
    }

    private Optional<Parts> before(int at) {
        int to = at;
        while (to > at - FAR && BETWEEN.contains(s.word(to - 1)) && s.free(to - 1)) {
            to--;
        }
        for (int from = to - 3; from >= Math.max(0, to - 4); from--) {
            Optional<Parts> here = parts(from);
            if (here.isPresent() && here.get().to() == to) {
                return here;
            }
        }
        return Optional.empty();
    }

    private Optional<Parts> behind(int at) {
        int from = at;
        while (from < at + FAR && BETWEEN.contains(s.word(from)) && s.free(from)) {
            from++;
        }
        return parts(from);
    }

    /** "2:1", "60/40", "60 % to 40 %", "two to one". */
    private Optional<Parts> parts(int from) {
        int link = percent(from + 1);
        boolean sign = Set.of(":", "/", "to", "-").contains(s.word(link));
        if (!number(from) || !sign || !number(link + 1)) {
            return Optional.empty();
        }
        int to = percent(link + 2);
        boolean ages = s.like(link, "-|to") && s.at(from).doubleValue() >= YOUNG;
        if (ages && to == link + 2 && !s.like(to, "ratio|split|mix")) {
            return Optional.empty(); // "men and women 40-69"
        }
        return Optional.of(
                new Parts(s.at(from).doubleValue(), s.at(link + 1).doubleValue(), from, to));
    }

    private int percent(int i) {
        return s.like(i, "%|percent") ? i + 1 : i;
    }

    private boolean number(int i) {
        return s.at(i).number() && s.free(i);
    }

    /** "two women for every man", "3 men per woman". */
    private Optional<Parts> counted(Pair pair) {
        int at = pair.first().to();
        int n = pair.first().from() - 1;
        List<String> between = new ArrayList<>();
        double other = 1;
        for (int i = at; i < pair.second().from(); i++) {
            if (number(i)) {
                other = s.at(i).doubleValue();
            } else {
                between.add(s.word(i));
            }
        }
        boolean each = !between.isEmpty() && EACH.containsAll(between);
        boolean every =
                between.contains("every")
                        || between.contains("per")
                        || between.contains("each")
                        || other != 1;
        boolean one = s.like(n, "one|a");
        if (!each || !every || !(number(n) || one) || between.size() > 2) {
            return Optional.empty();
        }
        double first = one ? 1 : s.at(n).doubleValue();
        return first > 20
                ? Optional.empty()
                : Optional.of(new Parts(first, other, n, pair.second().to()));
    }

    /** "twice as many women as men", "three times as many men as women". */
    private Optional<Parts> asMany(Pair pair) {
        boolean as =
                s.word(pair.first().to()).equals("as")
                        && pair.second().from() == pair.first().to() + 1;
        int many = pair.first().from() - 2;
        if (!as || s.after(many, "as many") < 0) {
            return Optional.empty();
        }
        Token t = s.at(many - 1);
        if (t.text().equals("times") && number(many - 2)) {
            double n = s.at(many - 2).doubleValue();
            return Optional.of(new Parts(n, 1, many - 2, pair.second().to()));
        }
        return RelativeWords.factor(t)
                .map(f -> new Parts(f, 1, many - 1, pair.second().to()))
                .or(() -> Optional.of(new Parts(1, 1, many, pair.second().to())));
    }
}
