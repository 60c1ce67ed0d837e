package org.anamnesis.interpret;

import org.anamnesis.code.Concept;

/**
 * The story of one patient before a request: "A 62-year-old man with COPD came to our clinic. I
 * need 300 women with COPD." What is told of the one is asked of nobody.
 */
final class CaseStories {
    private static final String PAST =
            "came|presented|admitted|saw|seen|arrived|attended|visited|referred|died|consulted"
                    + "|collapsed|brought|discharged|treated|walked|met|lost";

    private CaseStories() {}

    /** Leaves such sentences unread where what follows asks for a condition. */
    static void find(Draft draft) {
        Sentence s = draft.sentence;
        int from = 0;
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "[.;!]")) {
                if (told(s, from, i) && asked(s, i + 1)) {
                    draft.unread(from, i);
                }
                from = i + 1;
            }
        }
    }

    /** "a 62-year-old man" or "a man of 62" to whom something happened. */
    private static boolean told(Sentence s, int from, int to) {
        boolean one = false;
        boolean past = false;
        for (int i = from; i < to; i++) {
            boolean aged = s.at(i).number() && s.like(i + 1, "years?|y|yr|yo");
            boolean of = s.like(i + 1, "man|woman|lady|gentleman|patient|boy|girl|child");
            one |= aged && s.like(i - 1, "a|an|our|this|one|his|her");
            one |= s.like(i, "a|an") && of && s.word(i + 2).equals("of") && s.at(i + 3).number();
            past |= s.like(i, PAST);
        }
        return one && past && s.free(from, to);
    }

    private static boolean asked(Sentence s, int from) {
        boolean number = false;
        for (int i = from; i < s.size(); i++) {
            number |= s.at(i).number() && s.at(i).doubleValue() >= 2;
        }
        return number
                && s.named().stream()
                        .anyMatch(n -> n.is(Concept.Kind.CONDITION) && n.from() >= from);
    }
}
