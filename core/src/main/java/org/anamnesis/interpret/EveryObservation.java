package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/**
 * "all columns", "every observation there is", "as many labs as you have": all that are known of
 * the condition. What is said of their values ("all labs in SI units", "gaps in all columns") is
 * not that.
 */
final class EveryObservation {
    private static final String NOUNS =
            "observations?|labs?|columns?|variables?|measurements?|parameters?|biomarkers?|fields?|analytes?|features?|vitals";
    private static final String BEFORE =
            "|[,;:.+(&]|and|with|include|including|add|give|me|us|show|want|need|use|write|export|have|keep|get|plus"
                    + "|the|make|it|take|please|now|then|like|measure|record|output|select|choose|just|simply|ok|rather|no"
                    + "|actually|instead|patients|people|cohort|list";
    private static final String ADJECTIVES =
            "the|of|your|our|possible|available|known|existing|single|other|these|lab|laboratory|clinical|important"
                    + "|relevant|my|their";
    private static final String OPENS = "there|that|which|you|known|available|possible|of|it|in";
    private static final String TAIL =
            OPENS
                    + "|is|are|have|know|exist|exists|can|offer|has|knows|stock|them|go|get|measure|provide|be";

    private EveryObservation() {}

    static void find(Draft draft, CohortSpec current) {
        UsualObservations.find(draft, current);
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int to = Math.max(Math.max(all(s, i), asMany(s, i)), most(s, i));
            if (to > i && s.free(i, to) && s.like(i - 1, BEFORE) && ends(s, to)) {
                var every =
                        new ObservationChoice(
                                ObservationChoice.EVERY, current.observations().named(), List.of());
                draft.edit(new Edit.SetObservations(every), i, to);
                return;
            }
        }
    }

    /** "all labs for CKD" still asks for them; "all labs in SI units" does not. */
    private static boolean ends(Sentence s, int to) {
        boolean people =
                s.like(to, "for|of")
                        && (s.inConcept(to + 1) || Words.PERSONS.contains(s.word(to + 1)));
        return people || s.like(to, "|[,;.!)]|and|please|instead|then|now|too|rather|again");
    }

    /** One past "all the labs you have", "a full list of observations". */
    private static int all(Sentence s, int i) {
        boolean every = s.like(i, "all|every");
        boolean list =
                s.like(i, "full|whole|complete|entire")
                        && s.like(i + 1, "list|set|panel|range")
                        && s.word(i + 2).equals("of");
        int noun = every ? past(s, i + 1, ADJECTIVES) : list ? past(s, i + 3, ADJECTIVES) : -1;
        boolean values =
                s.like(noun, "values?|tests?|results?") && s.like(noun - 1, "lab|laboratory");
        if (noun < 0 || !(values || s.like(noun, NOUNS)) || s.inConcept(noun)) {
            return -1;
        }
        int to = s.like(noun + 1, "values?|tests?|results?") ? noun + 2 : noun + 1;
        return s.like(to, OPENS) ? past(s, to, TAIL) : to;
    }

    /** One past "as many columns as you have". */
    private static int asMany(Sentence s, int i) {
        int as = s.after(i, "as many");
        int noun = as < 0 ? -1 : past(s, as, ADJECTIVES);
        boolean said = noun > 0 && s.like(noun, NOUNS) && s.word(noun + 1).equals("as");
        int to = said ? past(s, noun + 2, TAIL) : -1;
        return said && to > noun + 2 ? to : -1;
    }

    /** One past "the maximum number of observations". */
    private static int most(Sentence s, int i) {
        boolean number =
                s.like(i, "maximum|maximal|highest|largest") && s.after(i + 1, "number of") > 0;
        int noun = number ? past(s, i + 3, ADJECTIVES) : -1;
        return noun > 0 && s.like(noun, NOUNS) ? noun + 1 : -1;
    }

    private static int past(Sentence s, int from, String words) {
        int at = from;
        while (s.like(at, words)) {
            at++;
        }
        return at;
    }
}
