package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/** Numbers that count no patients, whatever else they may be: "nyha 2-3", "1) ... 2) ...". */
final class StrayNumbers {
    /** A list has no more points than this. */
    private static final int MOST_POINTS = 20;

    /** Nobody takes more drugs of a class. */
    private static final int MOST_DRUGS = 9;

    private static final int NEAR = 4;

    private static final int FEW = 10;

    private StrayNumbers() {}

    /**
     * Whether a bare number is all that was read, and it would leave a tenth of the patients: what
     * was not read says of what it is. "widen k to 6" of 300 people.
     */
    static boolean count(Draft draft, CohortSpec current, List<String> ignored) {
        List<Reading.Quoted> edits = draft.edits();
        boolean words = ignored.stream().anyMatch(w -> w.matches(".*\\p{L}.*"));
        return words
                && !current.equals(CohortSpec.DEFAULT)
                && edits.size() == 1
                && edits.get(0).edit() instanceof Edit.SetCount c
                && edits.get(0).quote().matches("[0-9]+")
                && c.count() * FEW <= current.count()
                && !people(draft.sentence, c.count());
    }

    /** "500 patients will do" counts patients, whatever is said of them. */
    private static boolean people(Sentence s, long count) {
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number()
                    && s.at(i).doubleValue() == count
                    && Words.PERSONS.contains(s.word(i + 1))) {
                return true;
            }
        }
        return false;
    }

    static boolean is(Sentence s, int i) {
        String before = s.word(i - 1);
        boolean instead = before.equals("of") && s.word(i - 2).equals("instead");
        boolean part = before.equals("/") && (s.at(i - 2).number() || s.word(i - 2).equals("n"));
        boolean times = s.like(i + 1, "x|×|\\*|\\^") && s.at(i + 2).number();
        boolean timed = Words.like(before, "x|×|\\*|\\^") && s.at(i - 2).number();
        boolean moved = Words.like(before, "[-+*x×]|times|plus|minus") && s.observed(i - 2);
        boolean coded =
                before.equals("=")
                        && (s.inConcept(i - 2) || CategoryWords.named(s, i - 2))
                        && !Words.PERSONS.contains(s.word(i - 2));
        boolean some = s.at(i).doubleValue() < 10 && s.after(i + 1, "of them") > 0;
        boolean chosen = some && s.like(i - 1, "all|exactly|any|least|most|only|just");
        return instead
                || chosen
                || part
                || times
                || timed
                || moved
                || coded
                || drugs(s, i)
                || range(s, i);
    }

    /** "on 2 antihypertensives". */
    private static boolean drugs(Sentence s, int i) {
        boolean taken = s.like(i - 1, "on|taking|takes|take|using");
        boolean also = s.like(i - 1, "and|plus") && s.at(i - 3).number();
        return (taken || (also && s.like(i - 4, "on|taking|takes|take|using")))
                && s.at(i).doubleValue() <= MOST_DRUGS
                && (s.inConcept(i + 1) || s.at(i + 1).kind() == Token.Kind.WORD)
                && !Words.PERSONS.contains(s.word(i + 1));
    }

    /** "hb 9-10", "k between 5 and 6", with no people behind. */
    private static boolean range(Sentence s, int i) {
        boolean second =
                s.at(i - 2).number()
                        && (s.word(i - 1).equals("-")
                                || (s.word(i - 1).equals("and")
                                        && s.like(i - 3, "between|from|limits|range")));
        boolean first = s.word(i + 1).equals("-") && s.at(i + 2).number();
        boolean between = s.word(i - 1).equals("between") && s.at(i + 2).number();
        int low = second ? i - 2 : i;
        boolean size = // "n = 400-500", "make it between 400 and 500"
                s.like(low - 1, "n|size|number|count")
                        || (s.like(low - 1, "=|between|:|of|it")
                                && s.like(low - 2, "n|size|number|count|it"));
        if (!(first || second || between) || size) {
            return false;
        }
        int behind = second ? i + 1 : i + 3;
        for (int k = behind; k < behind + NEAR && s.at(k).kind() == Token.Kind.WORD; k++) {
            if (Words.PERSONS.contains(s.word(k))) {
                return false;
            }
        }
        return true;
    }

    /** Takes the numbers of a list: "1) age 50+ 2) not on beta blockers". */
    static void numbering(Sentence s) {
        int next = 1;
        int first = -1;
        for (int i = 0; i < s.size() && next <= MOST_POINTS; i++) {
            if (point(s, i, next)) {
                if (next == 1) {
                    first = i;
                } else {
                    s.use(i, i + 2);
                    s.use(first, first + 2);
                }
                next++;
            }
        }
    }

    private static boolean point(Sentence s, int i, int next) {
        boolean number =
                s.at(i).number()
                        && s.free(i)
                        && s.at(i).text().equals(String.valueOf(next))
                        && s.at(i).touches(s.at(i + 1))
                        && i + 2 < s.size();
        boolean opened = false;
        for (int k = i - 1; k >= Math.max(0, i - NEAR); k--) {
            opened |= s.word(k).equals("(") && k < i - 1;
        }
        boolean mark = s.word(i + 1).equals(")") || s.word(i + 1).equals(".");
        return number
                && mark
                && !opened
                && !s.like(i - 1, ">|<|>=|<=|=|over|under|above|below|than");
    }

    /** Shares over 100 % that belong to nothing are still wrong. */
    static void shares(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i + 1 < s.size(); i++) {
            boolean percent = s.word(i + 1).equals("%") || s.word(i + 1).equals("percent");
            if (s.at(i).number() && s.free(i) && percent && s.at(i).doubleValue() > 100) {
                draft.problem(
                        "request.share.range",
                        i,
                        i + 2,
                        "A share lies between 0 and 100 %.",
                        "a share from 0 to 100 %");
            }
        }
    }
}
