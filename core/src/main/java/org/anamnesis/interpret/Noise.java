package org.anamnesis.interpret;

import java.util.List;

/** Whether a message asks for patients at all. */
final class Noise {
    private Noise() {}

    /**
     * Far more was left over, or is wrong, than was understood: a few abbreviations in a page of
     * noise ask for nothing.
     */
    static boolean only(Draft draft, List<String> ignored) {
        int understood = draft.edits().size();
        int words = ignored.stream().mapToInt(w -> w.split(" ").length).sum();
        return draft.problems().size() > 10 + 4 * understood || words > 20 + 6 * understood;
    }

    /** Whether people or data are named, if nothing is asked of them. */
    static boolean mentionsCohort(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            String w = s.word(i);
            if (Words.PERSONS.contains(w)
                    || w.equals("cohort")
                    || w.equals("generate")
                    || w.equals("data")) {
                return true;
            }
        }
        return false;
    }
}
