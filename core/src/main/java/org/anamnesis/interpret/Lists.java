package org.anamnesis.interpret;

import java.util.Set;

/** Enumerations: "A, B and C". */
final class Lists {
    private static final Set<String> LINKS = Set.of(",", "and", "or", "nor", "&", "/", "+");

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
            if (!link(s, i) && !s.word(i).equals("a") && !s.word(i).equals("any")) {
                return false;
            }
        }
        return true;
    }

    /** The same, and none of the links is a comma. */
    static boolean anded(Sentence s, int end, int start) {
        return joined(s, end, start) && !s.word(end).equals(",");
    }
}
