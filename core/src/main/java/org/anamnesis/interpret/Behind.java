package org.anamnesis.interpret;

import java.util.Set;

/**
 * What words behind a name say of it: "strokes must not occur", "bisphosphonates not allowed",
 * "smokers are excluded", "phosphate can go".
 */
final class Behind {
    private static final Set<String> NOUNS =
            words("use users therapy treatment values value results patients cases people history");
    private static final Set<String> AUXILIARY =
            words(
                    "must should may might can could shall is are was were to be been being has have"
                            + " would will ought do does need needs isnt arent simply please");
    private static final Set<String> NOT =
            words("not never cannot cant mustnt shouldnt arent isnt wont dont");

    /** Not doing or being this is not being there. */
    private static final Set<String> PRESENT =
            words(
                    "occur appear allowed permitted present wanted accepted tolerated taken used eligible"
                            + " belong exist qualify acceptable admitted welcome there included enrolled recruited take happen participate join enter enrol enroll");

    private static final Set<String> GONE =
            words(
                    "excluded forbidden prohibited banned barred unwanted ineligible absent disallowed"
                            + " inadmissible exclusionary taboo");

    /** Of a column, not of people: it is not asked for any more. */
    private static final Set<String> NEEDED = words("needed required necessary relevant");

    private static final Set<String> AWAY =
            words(
                    "out off unnecessary superfluous irrelevant dropped removed gone omitted skipped");

    private Behind() {}

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }

    /** One past the words that say that nobody is, has or takes what ends at {@code to}, or -1. */
    static int nobody(Sentence s, int to) {
        int at = auxiliaries(s, nouns(s, to));
        boolean not = NOT.contains(s.word(at)) || (at > to && NOT.contains(s.word(at - 1)));
        int last = NOT.contains(s.word(at)) ? auxiliaries(s, at + 1) : at;
        boolean said = GONE.contains(s.word(last)) || (not && PRESENT.contains(s.word(last)));
        return said ? end(s, to, last) : -1;
    }

    /** One past the words that say that a column is not wanted, or -1. */
    static int dropped(Sentence s, int to) {
        int at = auxiliaries(s, nouns(s, to));
        boolean not = NOT.contains(s.word(at)) || (at > to && NOT.contains(s.word(at - 1)));
        int last = NOT.contains(s.word(at)) ? auxiliaries(s, at + 1) : at;
        boolean needed = not && NEEDED.contains(s.word(last));
        boolean go = at > to && !not && s.like(last, "go|leave");
        boolean longer = s.after(at, "no longer") > 0 && NEEDED.contains(s.word(at + 2));
        if (longer) {
            return end(s, to, at + 2);
        }
        boolean gone = AWAY.contains(s.word(last)) || needed || go;
        return gone ? end(s, to, last) : nobody(s, to);
    }

    private static int nouns(Sentence s, int i) {
        return NOUNS.contains(s.word(i)) ? i + 1 : i;
    }

    private static int auxiliaries(Sentence s, int i) {
        int at = i;
        while (AUXILIARY.contains(s.word(at))) {
            at++;
        }
        return at;
    }

    /** Only where the clause ends there and nobody read its words. */
    private static int end(Sentence s, int from, int last) {
        int to = last + 1;
        to = s.like(to, "either|please|then|now|too|altogether|anymore") ? to + 1 : to;
        to = s.after(to, "any more") > 0 ? to + 2 : to;
        to = s.word(to).equals("in") && s.like(to + 1, "there|here|it") ? to + 2 : to;
        to = s.like(to, "here|there") ? to + 1 : to;
        boolean ends = s.like(to, "|[,;.!?)]|and|but|or|by|at");
        return ends && s.free(from, last + 1) ? to : -1;
    }
}
