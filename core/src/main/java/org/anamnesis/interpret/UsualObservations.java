package org.anamnesis.interpret;

import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/** "go back to the standard set of observations", "reset the columns", "the usual labs again". */
final class UsualObservations {
    private static final String USUAL =
            "standard|default|usual|normal|regular|original|customary|ordinary|initial|preset";
    private static final String LIST =
            "sets?|lists?|choice|selection|panel|number|of|the|lab|laboratory|20|twenty";
    private static final String NOUNS =
            "observations?|labs?|columns?|variables?|measurements?|parameters?|biomarkers?|fields?";
    private static final String BESIDE =
            "[,.;!—-]|go|going|back|to|return|use|using|take|reset|restore|revert|undo|switch|again|put|set|hm+|ok|okay|no|please|then|now"
                    + "|i|we|want|need|would|like|give|me|us|with|the|my|our|your|after|all|rather|instead|actually|just|have|make|it|and|for|on|let|lets|well|only|that|is|fine|do";

    private UsualObservations() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        boolean named =
                current.equals(CohortSpec.DEFAULT)
                        || s.named().stream().anyMatch(n -> n.is(Concept.Kind.OBSERVATION));
        for (int i = 0; i < s.size() && !named; i++) {
            int to = Math.max(usual(s, i), reset(s, i));
            if (to > i && s.free(i, to) && alone(s, i, to)) {
                draft.edit(new Edit.SetObservations(CohortSpec.DEFAULT.observations()), i, to);
                s.use(0, s.size());
                return;
            }
        }
    }

    /** One past "the standard set of observations". */
    private static int usual(Sentence s, int i) {
        int noun = s.like(i, USUAL) ? past(s, i + 1, LIST) : -1;
        return noun > 0 && s.like(noun, NOUNS) ? past(s, noun + 1, LIST) : -1;
    }

    /** One past "reset the list of columns". */
    private static int reset(Sentence s, int i) {
        int noun = s.like(i, "reset") ? past(s, i + 1, LIST + "|my|our") : -1;
        return noun > 0 && s.like(noun, NOUNS) ? past(s, noun + 1, LIST) : -1;
    }

    private static boolean alone(Sentence s, int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            if ((i < from || i >= to) && !s.like(i, BESIDE)) {
                return false;
            }
        }
        return true;
    }

    private static int past(Sentence s, int from, String words) {
        int at = from;
        while (s.like(at, words)) {
            at++;
        }
        return at;
    }
}
