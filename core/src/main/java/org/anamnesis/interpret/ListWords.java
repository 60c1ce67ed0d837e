package org.anamnesis.interpret;

/** Whether observations that are named in a later message take the place of those there are. */
final class ListWords {
    private static final String NOUNS =
            "observations?|labs?|variables?|measurements?|columns?|parameters?|features?|biomarkers?|fields?|analytes?|vitals|list";

    private ListWords() {}

    /**
     * Whether the names are a list of their own: "only HbA1c", "observations: LDL and HDL", "keep
     * it to sodium"; without such words a name comes on top.
     *
     * @param from first token of the first name
     */
    static boolean fresh(Sentence s, int from) {
        if (plus(s, from)) {
            return false;
        }
        for (int i = 0; i < s.size(); i++) {
            boolean only =
                    s.like(
                            i,
                            "only|just|solely|exclusively|purely|merely|simply|nothing|instead|rather"
                                    + "|replace|restrict|limit|trim|reduce|cut|narrow|stick|keep|focus"
                                    + "|concentrate|suffices?|enough|sufficient|exactly|these|following"
                                    + "|change|switch|swap|alone|minimum|main|limited|restricted");
            if (only) {
                return true;
            }
        }
        int at = from - 1;
        while (s.like(at, ":|=|are|should|be|is|to|the|of|as|-|–|will|shall|now") && at >= 0) {
            at--;
        }
        return s.like(at, NOUNS);
    }

    /** "observations: + LDL". */
    private static boolean plus(Sentence s, int from) {
        return s.word(from - 1).equals("+");
    }

    /**
     * What is said of a value and not of the list: that it is missing or complete, a limit of it, a
     * unit.
     */
    static boolean ofValues(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean missing =
                    s.like(
                            i,
                            "missing|missingness|blanks?|gaps?|incomplete|complete|completely|fully|outliers?"
                                    + "|unmeasured|unrecorded|limits?|limitation|restriction|restrictions|threshold"
                                    + "|cutoff|bound|range|ranges|unit|units|criterion|egal|requirement");
            if (missing && s.free(i) && !s.inConcept(i)) {
                return true;
            }
        }
        return false;
    }
}
