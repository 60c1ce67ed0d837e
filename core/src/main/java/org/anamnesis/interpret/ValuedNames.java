package org.anamnesis.interpret;

import java.util.Set;

/** Names of observations beside values that nobody read: they are not asked for as columns. */
final class ValuedNames {
    /** What is done to values, not whether they are wanted. */
    private static final Set<String> CHANGES =
            Set.of(
                    ("spread sd outliers outlier missing higher lower raise reduce increase "
                                    + "decrease skew skewed distribution correlate correlation mean "
                                    + "average median noise noisier worse better wider narrower "
                                    + "shift round rounded vary variable scatter elevated")
                            .split(" "));

    private ValuedNames() {}

    /** "ER positive in 70 %": more is said of it than that it is wanted, and nobody read it. */
    static boolean skipped(Draft draft, int from, int to) {
        Sentence s = draft.sentence;
        int last = to;
        if (s.like(to, "positive|negative|positivity")
                || (s.word(to).equals("status") && s.like(to + 1, "positive|negative|:"))) {
            last = s.like(to + 1, "in|:|=") ? to + 2 : to + 1;
        } else if (s.like(to, "in|[<>=]|[<>]=")) {
            last = to + 1;
        }
        if (last == to && s.like(to - 1, "positive|negative") && to > from + 1) {
            draft.unread(from, to); // "HER2 positive breast cancer"
            return true;
        }
        boolean number = s.at(last).number() && !s.inConcept(last);
        boolean percent = number && s.like(last + 1, "%|percent");
        boolean people = number && Words.PERSONS.contains(s.word(last + 1));
        boolean said = s.word(to).equals("in") ? percent : last > to || percent;
        if (!said || people || !s.free(to, last)) {
            return false;
        }
        int end = percent ? last + 2 : number ? last + 1 : last;
        draft.unread(from, s.free(to, end) ? end : last);
        return true;
    }

    /** "the BMI a bit more spread out": of a value something else is asked that nobody read. */
    static boolean changed(Sentence s, int from, int to, boolean later) {
        boolean only = false;
        boolean change = false;
        for (int i = 0; i < s.size(); i++) {
            only |= s.like(i, "only|just|solely|nothing");
            change |= s.free(i) && CHANGES.contains(s.word(i));
            boolean number = s.at(i).number() && s.free(i) && !s.inConcept(i);
            boolean near = (i >= from - 3 && i < from) || (i >= to && i < to + 4);
            boolean people = Words.PERSONS.contains(s.word(i + 1));
            boolean percent = s.like(i + 1, "%|percent");
            change |= number && near && !people && (later || percent);
        }
        return change && !only;
    }
}
