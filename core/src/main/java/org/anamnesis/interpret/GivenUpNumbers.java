package org.anamnesis.interpret;

/** "not over 75, over 65" and "over 65, not 75": the number behind "not" is given up. */
final class GivenUpNumbers {
    private GivenUpNumbers() {}

    static void find(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean not = s.word(i).equals("not") && s.free(i);
            boolean opens = i == 0 || s.like(i - 1, ",|but|and|no");
            if (!not || !opens) {
                continue;
            }
            int n = i + 1;
            while (n < i + 4 && !s.at(n).number() && s.at(n).kind() == Token.Kind.WORD) {
                n++;
            }
            int end = s.like(n + 1, "%|percent|years?|patients|people") ? n + 2 : n + 1;
            boolean side =
                    s.like(end, "or|and")
                            && s.like(end + 1, "more|less|older|younger|higher|lower");
            end = side ? end + 2 : end; // "7.5 or less, not 7.5 or more"
            boolean more = s.like(i + 1, "more|less|fewer|older|younger|higher|lower");
            boolean first = i == 0 && s.like(end, ",|but") && number(s, end + 1, s.size());
            boolean last = i > 0 && end >= s.size() - 1 && number(s, 0, i);
            if (s.at(n).number() && !s.inConcept(n) && !more && (first || last)) {
                s.use(i, first ? end + 1 : end);
            }
        }
    }

    private static boolean number(Sentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.at(i).number() && s.free(i) && !s.inConcept(i)) {
                return true;
            }
        }
        return false;
    }
}
