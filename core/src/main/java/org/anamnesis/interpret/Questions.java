package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Set;

/** Tells a question from a request. */
final class Questions {
    private static final Set<String> FIRST =
            Set.of(
                    "what",
                    "which",
                    "how",
                    "why",
                    "who",
                    "whose",
                    "where",
                    "when",
                    "is",
                    "are",
                    "does",
                    "do",
                    "did",
                    "was",
                    "were",
                    "define",
                    "explain",
                    "describe",
                    "tell",
                    "compare");
    private static final Set<String> MAKE =
            Set.of(
                    "generate",
                    "create",
                    "make",
                    "produce",
                    "simulate",
                    "give",
                    "build",
                    "synthesize");
    private static final Set<String> FIGURES =
            Set.of(
                    "prevalence",
                    "odds",
                    "definition",
                    "mean",
                    "median",
                    "percentage",
                    "proportion",
                    "share");

    private Questions() {}

    static boolean is(Sentence s) {
        int i = 0;
        while (Set.of("and", "so", "ok", "okay", "please", "hi", "hello", ",", "but", "well")
                .contains(s.word(i))) {
            i++;
        }
        String first = s.word(i).toLowerCase(Locale.ROOT);
        if (s.after(i, "how about") > 0 || s.after(i, "what about") > 0) {
            return s.size() <= 2;
        }
        if (Set.of("can", "could", "would", "will").contains(first)) {
            boolean you = s.word(i + 1).equals("you");
            return !you && !asksToMake(s) && s.word(s.size() - 1).equals("?");
        }
        if (FIRST.contains(first) || first.equals("whats") || first.equals("whos")) {
            return true;
        }
        boolean mark = s.size() > 0 && s.word(s.size() - 1).equals("?");
        boolean figure = FIGURES.contains(first) && s.word(i + 1).matches("of|ratio|in|for");
        return figure || (mark && !asksToMake(s) && !hasNumber(s));
    }

    private static boolean hasNumber(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number()) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksToMake(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (MAKE.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }
}
