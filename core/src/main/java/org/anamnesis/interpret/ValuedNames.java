package org.anamnesis.interpret;

/** Names of observations beside values that nobody read: they are not asked for as columns. */
final class ValuedNames {
    private ValuedNames() {}

    /** "ER positive in 70 %": more is said of it than that it is wanted, and nobody read it. */
    static boolean skipped(Draft draft, int from, int to) {
        Sentence s = draft.sentence;
        int last = to;
        if (s.word(to).matches("positive|negative|positivity|status")) {
            last = s.word(to + 1).matches("in|:|=") ? to + 2 : to + 1;
        } else if (s.word(to).matches("in|[<>=]|[<>]=")) {
            last = to + 1;
        }
        boolean number = s.at(last).number() && !s.inConcept(last);
        boolean percent = number && s.word(last + 1).matches("%|percent");
        boolean people = number && Words.PERSONS.contains(s.word(last + 1));
        boolean said = s.word(to).equals("in") ? percent : last > to || percent;
        if (!said || people || !s.free(to, last)) {
            return false;
        }
        int end = percent ? last + 2 : number ? last + 1 : last;
        draft.unread(from, s.free(to, end) ? end : last);
        return true;
    }
}
