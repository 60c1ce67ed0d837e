package org.anamnesis.interpret;

/**
 * Whether words that name nothing known are of what is excluded: "none with bipolar disorder",
 * "exclusion: gout, lupus", "gout not allowed". Nobody can be excluded for it, but the cohort that
 * is asked for stays the same.
 */
final class DeniedNames {
    private static final int FAR = 30;

    private static final String PEOPLE = "anyone|anybody|those|people|patients|one|everyone|with";

    private DeniedNames() {}

    /** Of the words {@code from} to {@code to - 1}. */
    static boolean is(Draft draft, int from, int to) {
        Sentence s = draft.sentence;
        for (int i = from; i < to; i++) {
            if (denies(s, i)) {
                return true;
            }
        }
        return before(draft, from) >= 0 || Behind.nobody(s, to) > 0 || new Exclusions(s).has(from);
    }

    /** Where the words that deny it begin, if nothing else stands between. */
    static int start(Draft draft, int from) {
        Sentence s = draft.sentence;
        int at = before(draft, from);
        return at >= 0 && s.free(at, from) ? at : from;
    }

    /** Where the name begins. */
    static int from(Sentence s, int from, int to) {
        int at = from;
        while (at + 1 < to && (denies(s, at) || Words.LINKS.contains(s.word(at)))) {
            at++;
        }
        return at;
    }

    /** One past the name. */
    static int to(Sentence s, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (denies(s, i)) {
                return i;
            }
        }
        return to;
    }

    private static int before(Draft draft, int from) {
        Sentence s = draft.sentence;
        for (int i = from - 1; i >= Math.max(0, from - FAR); i--) {
            if (denies(s, i)) {
                return i;
            }
            boolean between =
                    Words.LINKS.contains(s.word(i))
                            || Lists.link(s, i)
                            || s.like(i, PEOPLE)
                            || draft.unknown(i);
            if (!between && !s.inConcept(i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean denies(Sentence s, int i) {
        return Words.NEGATION.contains(s.word(i)) || s.like(i, "free") || ExclusionLists.verb(s, i);
    }
}
