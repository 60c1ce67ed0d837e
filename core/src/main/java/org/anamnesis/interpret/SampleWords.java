package org.anamnesis.interpret;

/**
 * An instance of what is spoken of: "phosphate binders such as sevelamer", "drugs like digoxin".
 * What is asked of the kind is asked of the instance.
 */
final class SampleWords {
    private static final String NOUNS =
            "drugs?|medications?|medicines?|meds|agents?|therap(?:y|ies)|treatments?|conditions?"
                    + "|diseases?|diagnos[ei]s|disorders?|illness(?:es)?|comorbidit(?:y|ies)";

    private SampleWords() {}

    /** Whether only "such as", "like" or "e.g." stands between a name and the next one. */
    static boolean between(Sentence s, int from, int to) {
        int at = s.like(from, "[,(]") ? from + 1 : from;
        int end = behind(s, at);
        return end > at && end == to;
    }

    /** First token of "drugs such as" that ends here, or the token itself. */
    static int noun(Sentence s, int last) {
        for (int at = last; at >= Math.max(1, last - 4); at--) {
            if (s.free(at, last + 1) && behind(s, at) == last + 1 && s.like(at - 1, NOUNS)) {
                return s.free(at - 1) && !s.inConcept(at - 1) ? at - 1 : at;
            }
        }
        return last;
    }

    /** One past the words that lead to an instance. */
    private static int behind(Sentence s, int at) {
        if (s.word(at).equals("like") || s.like(at, "namely|eg")) {
            return at + 1;
        }
        boolean two =
                (s.word(at).equals("such") && s.word(at + 1).equals("as"))
                        || (s.word(at).equals("for") && s.like(at + 1, "example|instance"));
        if (two) {
            return s.word(at + 2).equals(",") ? at + 3 : at + 2;
        }
        boolean points = s.word(at).equals("e") && s.word(at + 1).equals(".");
        if (points && s.word(at + 2).equals("g")) {
            int to = s.word(at + 3).equals(".") ? at + 4 : at + 3;
            return s.word(to).equals(",") ? to + 1 : to;
        }
        return at;
    }
}
