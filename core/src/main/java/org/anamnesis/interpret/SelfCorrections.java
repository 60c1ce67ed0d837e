package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;

/**
 * Second thoughts within one message: of "200 - no wait, make that 300 - people" and "women, sorry,
 * men" only what comes last counts; so it does of "not over 75, over 65" and "65, not 66".
 */
final class SelfCorrections {
    private static final Phrases MARKS =
            new Phrases(
                    Set.of(
                            "no wait",
                            "wait no",
                            "no sorry",
                            "sorry",
                            "wait",
                            "i mean",
                            "i meant",
                            "or rather",
                            "make that",
                            "no make that",
                            "no make it",
                            "scratch that",
                            "scrap that",
                            "forget that",
                            "strike that",
                            "correction",
                            "oops",
                            "actually no",
                            "no actually",
                            "actually make it",
                            "actually",
                            "better make it",
                            "better",
                            "hang on",
                            "hold on",
                            "er",
                            "uh no",
                            "my mistake",
                            "nah",
                            "nah make it",
                            "nope",
                            "nope make it",
                            "nope make that",
                            "nah make that",
                            "no"));
    private static final Phrases INSTEAD =
            new Phrases(
                    Set.of(
                            "make it",
                            "make that",
                            "better",
                            "rather",
                            "no",
                            "no make it",
                            "lets say",
                            "lets do",
                            "say"));
    private static final Set<String> ASIDES =
            Set.of(
                    "one more thing",
                    "greek to me",
                    "is greek",
                    "one more change",
                    "one last thing",
                    "one other thing",
                    "two more things",
                    "one thing",
                    "a couple of things",
                    "one second",
                    "one moment");
    private static final Set<String> LINKS =
            Set.of(
                    ",", ".", ":", "?", "(", ")", "make", "that", "it", "no", "wait", "-", "—", "!",
                    "rather", "just", "an", "a", "the", "only", "on", "lets", "say");
    private static final Set<String> PAUSE =
            Set.of(",", ".", ";", ":", "?", "(", "-", "—", "uh", "um", "er", "or");
    private static final int FAR = 6;
    private static final int FARTHER = 14;

    private final Sentence s;

    private SelfCorrections(Draft draft) {
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        SelfCorrections words = new SelfCorrections(draft);
        for (int i = 1; i < words.s.size(); i++) {
            int to = words.s.afterAny(i, MARKS);
            if (to > 0 && words.s.free(i, to) && !words.s.inConcept(i)) {
                words.mark(i, to);
            }
        }
        words.rather();
        words.asked();
        GivenUpNumbers.find(words.s);
        words.asides();
    }

    /**
     * "one more thing" counts nobody, "2 million is too much" is not asked, "or not" leaves open.
     */
    private void asides() {
        for (int i = 0; i < s.size(); i++) {
            for (String aside : ASIDES) {
                s.use(i, Math.max(i, s.after(i, aside)));
            }
            boolean one = s.at(i).number() && s.at(i).doubleValue() <= 3;
            boolean more = s.like(i + 1, "more|last|other|final");
            if (one && more && s.like(i + 2, "things?|changes?|points?|requests?|questions?")) {
                s.use(i, i + 3);
            }
            int without = s.after(i, "with or without");
            for (Sentence.Named n : s.named()) {
                if (without > 0 && n.from() == without) {
                    s.use(i, n.to());
                }
            }
            boolean much =
                    s.word(i).equals("too")
                            && s.like(
                                    i + 1,
                                    "much|many|few|big|large|small|little|long|short|high|low|strong|weak");
            if (much) {
                int n = s.like(i - 1, "is|are|was|seems|s") ? i - 2 : i - 1;
                n = Words.PERSONS.contains(s.word(n)) || s.like(n, "years?|months?|%") ? n - 1 : n;
                s.use(s.at(n).number() ? n : i, i + 2);
            }
            if (s.after(i, "or not") > 0) {
                orNot(i);
            }
        }
    }

    /** "on lisinopril or not": of what stands before nothing is asked. */
    private void orNot(int or) {
        for (Sentence.Named n : s.named()) {
            if (n.to() == or && s.free(n.from(), n.to())) {
                int to = or + 2;
                for (String care :
                        new String[] {
                            "i dont care",
                            "dont care",
                            "doesnt matter",
                            "does not matter",
                            "i dont mind",
                            "both fine",
                            "is fine"
                        }) {
                    to = Math.max(to, s.after(or + 2, care));
                }
                s.use(n.from(), to);
            }
        }
    }

    private void mark(int from, int to) {
        int end = to;
        while (end < to + FAR && (LINKS.contains(s.word(end)) || s.afterAny(end, MARKS) > 0)) {
            end = Math.max(end + 1, s.afterAny(end, MARKS));
        }
        int before = from - 1;
        while (before > 0
                && (PAUSE.contains(s.word(before)) || s.like(before, "h+m+|oh|ah|well"))) {
            before--;
        }
        if (listed(from, to, end) >= 0) {
            return;
        }
        boolean no = s.word(from).equals("no") && to == from + 1;
        boolean plain = no || s.like(from, "better|actually");
        boolean apart = before < from - 1 && (!no || s.like(to, ",|wait|make|it|that"));
        if (plain && !apart) {
            return; // "asthma and no smokers"
        }
        if (RepeatedLimits.givenUp(s, before, end)) {
            s.use(from, end);
            return;
        }
        int again = new RepeatedShares(s).given(before, end);
        if (again >= 0) {
            s.use(again, end);
            return;
        }
        int share = shareBefore(before, end);
        if (share >= 0) {
            s.correct(share, end);
            s.use(from, end + 2);
            return;
        }
        if (valued(before) && s.at(end).number() && s.like(end + 1, "|[.,;!)]|please")) {
            s.correct(before, end);
            s.use(before + 1, end + 1);
            return;
        }
        boolean scrapped = s.like(from, "scrap|scratch|forget|strike");
        int given = scrapped ? clause(before) : given(before, end);
        int count = given < 0 ? counted(before, end) : -1;
        boolean sexes =
                s.like(given + 1, "women|men|ladies|gentlemen|children") && s.at(given).number();
        if (given >= 0 && sexes && !Words.PERSONS.contains(s.word(end + 1))) {
            s.use(given, given + 1); // "450 women, no, 500": still women
            s.use(from, end);
        } else if (given >= 0) {
            s.use(given, end);
        } else if (count >= 0) {
            s.use(count, count + 1);
            s.use(from, end);
        }
    }

    /** "only sodium and potassium ... no, only HDL": the whole list is taken back. */
    private int listed(int from, int to, int end) {
        int only = to;
        while (only < end && !s.like(only, "only|just")) {
            only++;
        }
        if (only == end || !s.inConcept(end)) {
            return -1;
        }
        boolean named = false;
        for (int k = from - 1; k >= Math.max(0, from - FARTHER); k--) {
            if (s.like(k, "only|just")) {
                if (named && s.free(k, only)) {
                    s.use(k, only);
                    return k;
                }
                return -1;
            }
            named |= s.inConcept(k);
            if (s.at(k).number() || Words.PERSONS.contains(s.word(k))) {
                return -1;
            }
        }
        return -1;
    }

    /** The 10 of "10 % of them under 45... no, 15 %", when nothing but the other share follows. */
    private int shareBefore(int before, int end) {
        boolean alone = share(end) && s.like(end + 2, "|[.!,;]|please");
        for (int i = before - 1; alone && i > before - FARTHER && i >= 0; i--) {
            if (share(i)) {
                return s.free(i) ? i : -1;
            }
            if (s.like(i, "[.;]")) {
                return -1;
            }
        }
        return -1;
    }

    private boolean share(int i) {
        return s.at(i).number() && !s.inConcept(i) && s.like(i + 1, "%|percent");
    }

    /** The 600 of "600 asthma patients, no, 700", when nothing but the other number follows. */
    private int counted(int before, int end) {
        boolean last = s.like(end + 1, "|[,;.!]") || Words.PERSONS.contains(s.word(end + 1));
        if (!last || !s.at(end).number()) {
            return -1;
        }
        int noun = Words.PERSONS.contains(s.word(before)) ? before - 1 : before;
        return s.named().stream()
                .filter(n -> n.to() > noun && n.from() <= noun)
                .map(n -> people(n.from() - 1))
                .filter(i -> i >= 0 && s.at(i).number() && s.free(i))
                .findFirst()
                .orElse(-1);
    }

    /** Before "women with", "of", where that stands there. */
    private int people(int i) {
        int at = s.like(i, "with|having|on|of") ? i - 1 : i;
        return Words.PERSONS.contains(s.word(at)) ? at - 1 : at;
    }

    /** First token of the clause that is taken back whole. */
    private int clause(int before) {
        int at = before;
        while (at > 0 && !s.like(at - 1, "[,;.:]")) {
            at--;
        }
        return at;
    }

    /** The 1.6 of "sd of HbA1c 1.6, no, 1.4": a number of what stands before it. */
    private boolean valued(int n) {
        int at = n - 1;
        while (at > n - 4 && s.like(at, "of|=|:|to|at|is|about|around")) {
            at--;
        }
        boolean age = s.word(at).equals("age") && s.like(at - 1, "of|mean|average|sd");
        return s.at(n).number() && s.free(n) && !s.inConcept(n) && (s.observed(at) || age);
    }

    /** First token of what is taken back: of the kind of what stands at {@code end}. */
    private int given(int before, int end) {
        if (s.at(before).number() && s.at(end).number()) {
            return before;
        }
        boolean counted = s.like(before, "%|percent") || Words.PERSONS.contains(s.word(before));
        boolean number = s.at(before - 1).number() && !s.inConcept(before - 1);
        if (counted && number && s.at(end).number()) {
            return before - 1;
        }
        Optional<CategoryWords.Place> a = category(before);
        if (a.isPresent() && category(end).filter(b -> same(a.get(), b)).isPresent()) {
            return a.get().from();
        }
        return concept(before, end);
    }

    private static boolean same(CategoryWords.Place a, CategoryWords.Place b) {
        return a.asked().variable().equals(b.asked().variable());
    }

    private Optional<CategoryWords.Place> category(int i) {
        return CategoryWords.places(s).stream()
                .filter(p -> p.from() <= i && i < p.to())
                .findFirst();
    }

    private int concept(int before, int end) {
        for (Sentence.Named a : s.named()) {
            for (Sentence.Named b : s.named()) {
                boolean kind = sameGroup(a.concept().kind(), b.concept().kind());
                if (a.to() == before + 1 && b.from() == end && kind) {
                    return a.from();
                }
            }
        }
        return -1;
    }

    private static boolean sameGroup(Concept.Kind a, Concept.Kind b) {
        return a == b || (drug(a) && drug(b));
    }

    private static boolean drug(Concept.Kind kind) {
        return kind == Concept.Kind.INGREDIENT || kind == Concept.Kind.DRUG_CLASS;
    }

    /** "say 330 men... hmm, 360 rather": the word of the second thought stands behind it. */
    private void rather() {
        for (int i = 2; i < s.size(); i++) {
            boolean behind = s.at(i).number() && s.like(i + 1, "rather|better|instead|actually");
            boolean more = s.like(i + 2, "[.,;!)]|") && !s.inConcept(i);
            int n = i - 1;
            while (n > i - FAR && (PAUSE.contains(s.word(n)) || s.like(n, "h+m+|oh|no|well"))) {
                n--;
            }
            boolean range = s.like(i - 1, "[-:]") && s.at(i - 1).start() == s.at(i - 2).end();
            if (range) {
                continue; // "NIHSS 5-20 actually", "70:30 rather"
            }
            boolean people = Words.PERSONS.contains(s.word(n)) || s.like(n, "%|percent");
            n = people ? n - 1 : n;
            boolean two = behind && more && s.at(n).number() && n < i - 1;
            if (two && s.free(n) && s.free(i) && !s.inConcept(n)) {
                s.correct(n, i);
                s.use(people ? n + 2 : n + 1, i + 2);
            }
        }
    }

    /** "twenty observations? make it eight": the number is that of the same things. */
    private void asked() {
        for (int i = 1; i < s.size(); i++) {
            int to = s.word(i).equals("?") ? s.afterAny(i + 1, INSTEAD) : -1;
            int n = i - 1;
            while (to > 0 && n > 0 && n > i - FAR && !s.at(n).number()) {
                n--;
            }
            boolean both = to > 0 && s.at(n).number() && s.at(to).number() && s.free(n);
            if (both && s.like(to + 1, "|[.!,]|please") && !s.inConcept(n)) {
                s.correct(n, to);
                s.use(i, to + 1);
            }
        }
    }
}
