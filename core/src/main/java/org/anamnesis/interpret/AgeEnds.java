package org.anamnesis.interpret;

import java.util.Set;

/** Words behind an age that make it one end of a range: "50 and older", "70 at most", "65+". */
final class AgeEnds {
    private static final Set<String> UPWARD =
            Set.of("older", "over", "above", "up", "more", "greater", "beyond", "upwards");
    private static final Set<String> DOWNWARD =
            Set.of("younger", "under", "below", "less", "max", "maximum", "tops", "most");

    private AgeEnds() {}

    /** Whether a word behind "or" tells that a range of ages is open on one side. */
    static boolean side(String word) {
        return UPWARD.contains(word) || down(word);
    }

    /** Whether the last of such words makes the age the upper end. */
    static boolean down(String word) {
        return DOWNWARD.contains(word);
    }

    /** One past such words, or {@code i} if there are none. */
    static int behind(Sentence s, int i) {
        String w = s.word(i);
        if (Words.like(w, "\\+|plus|upwards?|onwards?")) {
            return i + 1;
        }
        boolean most = Words.like(w, "max|maximum|tops|min|minimum");
        boolean at = w.equals("at") && s.like(i + 1, "most|least|max|maximum|min|minimum");
        int end = at ? i + 2 : i + 1;
        if ((most || at) && s.like(end, "|[.,;)]|and|please|but|years?")) {
            return end;
        }
        boolean link = w.equals("and") || w.equals("or") || w.equals("&");
        String next = s.word(i + 1);
        if (link && side(next) && !s.at(i + 2).number()) {
            return s.word(i + 2).equals("than") ? i : i + 2;
        }
        return i;
    }
}
