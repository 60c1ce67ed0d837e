package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Vocabulary;

/**
 * "20 % never, 30 % current, 50 % former smokers": the noun behind the last is that of them all.
 * Read as "20 % never smokers, 30 % current smokers, 50 % former smokers".
 */
final class SmokerLists {
    private static final String KINDS = "never|current|former|ex|past|active|previous";

    private SmokerLists() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        List<Exchange> all = new ArrayList<>();
        boolean noun = false;
        for (int i = s.size() - 1; i >= 0; i--) {
            boolean kind = s.like(i, KINDS);
            if (s.like(i, "smokers?|smoking")) {
                noun = kind(s, i - 1);
            } else if (noun && kind && !s.like(i + 1, "smokers?|smoked|smoking|-")) {
                boolean shared = s.like(i - 1, "%|percent") || fraction(s, i - 1);
                boolean ends = s.like(i + 1, "[,;/]|and|plus");
                if (shared && ends) {
                    all.add(0, new Exchange(i, i + 1, s.english(i, i + 1) + " smokers"));
                }
            } else if (s.like(i, "[.!?]")) {
                noun = false;
            }
        }
        return s.exchanged(all, vocabulary);
    }

    private static boolean kind(Sentence s, int i) {
        return s.like(i, KINDS) || (s.like(i, "-|non") && s.like(i - 1, KINDS));
    }

    private static boolean fraction(Sentence s, int i) {
        return s.at(i).kind() == Token.Kind.FRACTION;
    }
}
