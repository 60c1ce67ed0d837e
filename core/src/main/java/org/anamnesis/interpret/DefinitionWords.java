package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Prose of a published cohort definition: "all events of sepsis, indexed on the diagnosis, with a
 * washout of 365 days; cohort exit 30 days after". Its numbers are spans of time and groupings of
 * other classifications, not counts or ages, and what it names beside its condition is context.
 */
final class DefinitionWords {
    /** Words of such prose that requests do without; two of them tell. */
    private static final Set<String> TERMS =
            Set.of(
                    "event",
                    "events",
                    "occurrence",
                    "occurrences",
                    "indexed",
                    "index",
                    "exit",
                    "era",
                    "eras",
                    "washout",
                    "persistence",
                    "earliest",
                    "episode",
                    "episodes",
                    "successive",
                    "incident",
                    "exposure",
                    "prior",
                    "inpatient",
                    "persons",
                    "post");

    private static final int TELLING = 2;

    private static final Set<String> SPANS =
            Set.of(
                    "d", "day", "days", "week", "weeks", "month", "months", "hour", "hours", "pe",
                    "era", "washout", "code", "codes", "gap", "pos", "neg", "nd", "rd", "th", "st");

    private static final Set<String> BEFORE =
            Set.of("group", "type", "tier", "step", "figure", "part", "category");

    private DefinitionWords() {}

    static boolean are(List<Token> tokens) {
        return tokens.stream()
                        .map(Token::text)
                        .filter(TERMS::contains)
                        .distinct()
                        .limit(TELLING)
                        .count()
                == TELLING;
    }

    /** Takes spans of time and numbers of groups out of the way of counts and ages. */
    static void find(Draft draft) {
        Sentence s = draft.sentence;
        if (!s.definition()) {
            return;
        }
        for (int i = 0; i < s.size(); i++) {
            if (!s.at(i).number() || !s.free(i) || s.inConcept(i)) {
                continue;
            }
            boolean hyphen = s.word(i + 1).equals("-");
            int unit = hyphen ? i + 2 : i + 1;
            if (SPANS.contains(s.word(unit))) {
                draft.unread(i, unit + 1);
            } else if (BEFORE.contains(s.word(i - 1)) || cited(s, i)) {
                draft.unread(i, i + 1);
            }
        }
    }

    /** "(Imfeld, 2013)". */
    private static boolean cited(Sentence s, int i) {
        boolean year = s.at(i).text().matches("(19|20)[0-9][0-9]");
        return year
                && Arrays.asList(",", "(", "al", ".").contains(s.word(i - 1))
                && !s.at(i + 1).number();
    }
}
