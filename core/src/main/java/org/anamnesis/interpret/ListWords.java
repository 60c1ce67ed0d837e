package org.anamnesis.interpret;

import java.util.List;
import java.util.regex.Pattern;

/** Whether observations that are named in a later message take the place of those there are. */
final class ListWords {
    private static final String NOUNS =
            "observations?|labs?|variables?|measurements?|columns?|parameters?|features?|biomarkers?|fields?|analytes?|vitals|list";

    private static final Pattern MINUS = Pattern.compile("\\s*[-–−]\\s*\\p{L}[^\\n]*");

    private ListWords() {}

    /**
     * Whether the names are a list of their own: "only HbA1c", "observations: LDL and HDL", "keep
     * it to sodium"; without such words a name comes on top.
     *
     * @param from first token of the first name
     */
    static boolean fresh(Sentence s, int from) {
        if (plus(s, from)) {
            return false;
        }
        for (int i = 0; i < s.size(); i++) {
            boolean only =
                    s.like(
                            i,
                            "only|just|solely|exclusively|purely|merely|simply|nothing|rather"
                                    + "|replace|restrict|trim|reduce|cut|narrow|stick|keep|focus"
                                    + "|concentrate|suffices?|enough|sufficient|exactly|these|following"
                                    + "|change|switch|swap|alone|minimum|main|limited|restricted");
            if (only || replaced(s, i)) {
                return true;
            }
        }
        int at = from - 1;
        while (s.like(at, ":|=|are|should|be|is|to|the|of|as|-|–|will|shall|now") && at >= 0) {
            at--;
        }
        return s.like(at, NOUNS);
    }

    /** "LDL instead"; not "HbA1c instead of BMI", which names what goes. */
    private static boolean replaced(Sentence s, int i) {
        return s.word(i).equals("instead")
                && !s.word(i + 1).equals("of")
                && !(s.foreign() && s.observed(i + 1));
    }

    /**
     * First token of what takes a name off the list: "- FEV1", "instead of BMI", "not included:";
     * {@code i} if there is none.
     *
     * @param i first token of the name
     */
    static int off(Sentence s, int i, boolean later) {
        boolean begins = i == 1 || s.like(i - 2, "[,;:.]");
        if (later && s.like(i - 1, "-|–|−") && begins) {
            return i - 1;
        }
        int at = s.like(i - 1, "the|my") ? i - 1 : i;
        if (s.foreign() && s.word(at - 1).equals("instead")) {
            return at - 1;
        }
        for (String of : List.of("instead of", "in place of", "rather than")) {
            int from = at - of.split(" ").length;
            if (s.after(from, of) == at) {
                return from;
            }
        }
        int colon = s.like(i - 1, ":|-|–") ? i - 1 : -1;
        int out = s.like(colon - 1, "included|include|wanted|needed|required") ? colon - 1 : colon;
        boolean not = out < colon && s.like(out - 1, "not|dont|no");
        boolean gone =
                s.like(
                        colon - 1,
                        "not|excluded|exclude|excluding|without|omit|omitted|drop|dropped|except|minus");
        return colon > 0 && not ? out - 1 : colon > 0 && gone ? colon - 1 : i;
    }

    /** "- FEV1" alone, in a conversation: the tokens have no such dash. */
    static boolean minus(Sentence s, int i, boolean later) {
        return later && i == 0 && MINUS.matcher(s.text()).matches();
    }

    /** "observations: + LDL". */
    private static boolean plus(Sentence s, int from) {
        return s.word(from - 1).equals("+");
    }

    /**
     * What is said of a value and not of the list: that it is missing or complete, a limit of it, a
     * unit.
     */
    static boolean ofValues(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean missing =
                    s.like(
                            i,
                            "missing|missingness|blanks?|gaps?|incomplete|complete|completely|fully|outliers?"
                                    + "|unmeasured|unrecorded|limits?|limitation|restriction|restrictions|threshold"
                                    + "|cutoff|bound|range|ranges|unit|units|criterion|egal|requirement");
            if (missing && s.free(i) && !s.inConcept(i)) {
                return true;
            }
        }
        return false;
    }
}
