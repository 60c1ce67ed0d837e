package org.anamnesis.interpret;

import java.util.Set;

/** Enumerations: "A, B and C". */
final class Lists {
    private static final Set<String> LINKS = Set.of(",", "and", "or", "nor", "&", "/", "+");

    /** Words of a list of names between a negation and its last item. */
    private static final int LONGEST = 12;

    private Lists() {}

    static boolean link(Sentence s, int i) {
        return LINKS.contains(s.word(i));
    }

    /** Whether only commas, "and" or "or" stand between two items; at least one of them must. */
    static boolean joined(Sentence s, int end, int start) {
        if (end < 0 || start <= end || start - end > 3) {
            return false;
        }
        for (int i = end; i < start; i++) {
            if (!link(s, i) && !s.like(i, "an?") && !s.word(i).equals("any")) {
                return false;
            }
        }
        return true;
    }

    /**
     * "no history of mania, dementia": the negation before a list in which names stand that are
     * none of ours; -1 if there is none.
     *
     * @param at the token before the item
     */
    static int negated(Sentence s, int at) {
        int i = at;
        boolean comma = false;
        for (int steps = 0; steps < LONGEST && s.free(i); steps++, i--) {
            String w = s.word(i);
            if (Words.NEGATION.contains(w)) {
                return comma && !link(s, i + 1) && !ExclusionLists.idle(s, i) ? i : -1;
            }
            comma |= link(s, i);
            boolean name = s.at(i).kind() == Token.Kind.WORD && !Words.PERSONS.contains(w);
            if (!link(s, i) && !name) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether "or" is one of the words between two items. */
    static boolean or(Sentence s, int end, int start) {
        for (int i = end; i < start; i++) {
            if (s.word(i).equals("or")) {
                return true;
            }
        }
        return false;
    }

    /** The same, and none of the links is a comma. */
    static boolean anded(Sentence s, int end, int start) {
        return joined(s, end, start) && !s.word(end).equals(",");
    }
}
