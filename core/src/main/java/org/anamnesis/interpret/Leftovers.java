package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;

/** Words that carry meaning and that no topic has used, neighbours together. */
final class Leftovers {
    private Leftovers() {}

    /**
     * Neighbours left over.
     *
     * @param quote as the user wrote them
     * @param english the same in English
     */
    record Left(String quote, String english) {}

    static List<String> of(Sentence s) {
        return both(s).stream().map(Left::quote).toList();
    }

    static List<Left> both(Sentence s) {
        List<Left> all = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int i = 0; i <= s.size(); i++) {
            boolean left = s.free(i) && meaning(s, i);
            if (left) {
                from = from < 0 ? i : from;
                to = i + 1;
            } else if (from >= 0
                    && !(s.free(i) && s.at(i).kind() == Token.Kind.SIGN && !s.like(i, "[,.;!?]"))) {
                boolean counted = s.at(to - 1).number() && s.at(to).kind() == Token.Kind.WORD;
                int end = counted && s.free(to) ? to + 1 : to;
                all.add(new Left(s.quote(from, end), s.english(from, end)));
                from = -1;
            }
        }
        return all;
    }

    private static boolean meaning(Sentence s, int i) {
        Token t = s.at(i);
        return switch (t.kind()) {
            case WORD -> !Words.FILLER.contains(t.text()) && !Words.PERSONS.contains(t.text());
            case NUMBER, FRACTION -> true;
            case SIGN -> t.text().equals("%");
            case NONE -> false;
        };
    }
}
