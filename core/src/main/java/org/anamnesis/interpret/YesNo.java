package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.interpret.Draft.Found;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.spec.Criterion.CategoryIn;

/** Yes or no at a name, as forms have it: "asthma: no; CKD: yes", "HTN+ DM-", "smoker (-)". */
final class YesNo {
    private static final String NO =
            "none|no|nobody|never|not|neg|negative|absent|nein|non|否|without";
    private static final String YES =
            "all|everyone|everybody|yes|pos|positive|present|required|mandatory|compulsory|ja|oui|si|sí|是";

    /**
     * What is said.
     *
     * @param to one past its last token
     */
    record Answer(boolean yes, int to) {}

    private YesNo() {}

    /** What stands behind a name, if its clause ends there. */
    static Optional<Answer> behind(Sentence s, Found f) {
        if (!named(f)) {
            return Optional.empty();
        }
        int to = f.to();
        Optional<Answer> sign = sign(s, to);
        if (sign.isPresent()) {
            return sign;
        }
        boolean titled = s.like(to, "[:=(]");
        int at = titled ? to + 1 : to;
        int end = s.word(to).equals("(") && s.word(at + 1).equals(")") ? at + 2 : at + 1;
        if (!s.free(to, end) || !s.like(end, "|[,;.)!]|but")) {
            return Optional.empty();
        }
        boolean letter = s.word(at).equals("n") || s.word(at).equals("y");
        boolean letters = letter && (titled || pair(s));
        boolean digit = titled && s.at(at).number();
        boolean no =
                s.like(at, NO) || (letters && s.word(at).equals("n")) || (digit && s.like(at, "0"));
        boolean yes =
                s.like(at, YES)
                        || (letters && s.word(at).equals("y"))
                        || (digit && s.like(at, "1"));
        return no || yes ? Optional.of(new Answer(yes, end)) : Optional.empty();
    }

    /** "!CKD", "¬smoker", "0 smokers": first token of what stands before a name, or -1. */
    static int before(Sentence s, Found f) {
        int at = f.from() - 1;
        if (!named(f) || !s.free(at)) {
            return -1;
        }
        boolean sign =
                s.like(at, "[!¬]")
                        && s.at(at).touches(s.at(f.from()))
                        && !s.at(at - 1).touches(s.at(at));
        boolean people = Words.PERSONS.contains(s.word(f.to())); // "0 asthma patients" is no cohort
        boolean zero =
                !people
                        && s.at(at).number()
                        && s.like(at, "0")
                        && !s.like(at - 1, "[<>=:/-]|[<>]=|above|over|to|and|than|by");
        return sign || zero ? at : -1;
    }

    static boolean named(Found f) {
        boolean smoking = f.criterion() instanceof CategoryIn c && c.variable().equals("smoking");
        return smoking || f.topic().compareTo(Topic.CONDITION) >= 0;
    }

    /** "CKD-", "HTN+", "smoker (-)": the sign is no word of its own. */
    private static Optional<Answer> sign(Sentence s, int to) {
        int end = s.at(to - 1).end();
        int next = s.at(to).start();
        boolean bracket = s.word(to).equals("(") && s.free(to) && s.like(to + 1, "[)]|\\+");
        if (bracket) {
            boolean yes = s.word(to + 1).equals("+") && s.word(to + 2).equals(")");
            boolean no = s.word(to + 1).equals(")") && dash(s, s.at(to).end());
            return yes || no
                    ? Optional.of(new Answer(yes, yes ? to + 3 : to + 2))
                    : Optional.empty();
        }
        if (s.word(to).equals("+") && s.free(to)) {
            boolean apart = next == end && (s.at(to + 1).start() > next + 1 || to + 1 >= s.size());
            return apart ? Optional.of(new Answer(true, to + 1)) : Optional.empty();
        }
        int behind = end + 1;
        boolean apart =
                behind >= s.english().length() || " ,;.)".indexOf(s.english().charAt(behind)) >= 0;
        boolean hyphen = s.like(to, "and|or|to") && !pair(s); // "kidney- and heart disease"
        return dash(s, end) && apart && !hyphen
                ? Optional.of(new Answer(false, to))
                : Optional.empty();
    }

    private static boolean dash(Sentence s, int at) {
        return at < s.english().length() && "-–−".indexOf(s.english().charAt(at)) >= 0;
    }

    /** Whether "y" or "+" stands in the message, so that "n" and "-" are their opposites. */
    private static boolean pair(Sentence s) {
        for (int i = 1; i < s.size(); i++) {
            boolean plus = s.word(i).equals("+") && s.at(i - 1).touches(s.at(i));
            if (s.word(i).equals("y") || (plus && !s.at(i).touches(s.at(i + 1)))) {
                return true;
            }
        }
        return false;
    }
}
