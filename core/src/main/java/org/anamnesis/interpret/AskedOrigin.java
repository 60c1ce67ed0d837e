package org.anamnesis.interpret;

import java.util.Set;

/** Whether it is asked where figures come from, and why they are as they are. */
final class AskedOrigin {
    private AskedOrigin() {}

    /** "where do the numbers come from?" */
    static boolean where(Sentence s) {
        return QuestionReader.has(s, Set.of("where"))
                && QuestionReader.has(
                        s, Set.of("from", "numbers", "data", "come", "comes", "get", "got"));
    }

    /** "how do you know?", "why so high?", "says who?", of what is talked about. */
    static boolean why(Sentence s) {
        boolean know = s.after(0, "how do you know") > 0 || s.after(0, "how did you") > 0;
        boolean why = QuestionReader.has(s, Set.of("why")) && s.size() < 8;
        return know || why || s.after(0, "how come") > 0 || s.after(0, "says who") > 0;
    }
}
