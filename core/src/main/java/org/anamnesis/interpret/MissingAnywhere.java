package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * "no missing values anywhere", "5 % missing everywhere": of all observations, none by its name.
 */
final class MissingAnywhere {
    private static final String MISSING =
            "missing|missingness|blanks?|gaps?|empty|absent|incomplete|holes|nas|nulls|null|nan|nans";
    private static final String NONE = "no|without|zero|nothing|none|never|0";
    private static final String ALL =
            "everywhere|elsewhere|otherwise|anywhere|throughout|overall|random|board|all|every|each|any|labs?|laboratory|columns?"
                    + "|observations?|variables?|fields?|cells?|measurements?|data|values?|entries|entry|results?|rows?";
    private static final String FILL =
            "the|a|an|of|in|for|at|across|is|are|be|should|must|may|let|make|set|have|with|there|to|over|on|please|i|we|want|leave|remove|delete|drop|lab"
                    + "|%|percent|per|cent|,|about|around|want|get|go|some|from|them|it|completely|go|dataset|table|file";
    private static final String COMPLETE = "complete|full|gapless";

    private final Draft draft;
    private final Sentence s;

    private MissingAnywhere(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        MissingAnywhere words = new MissingAnywhere(draft);
        for (int i = 0; i < draft.sentence.size(); i++) {
            if (draft.sentence.like(i, MISSING) && draft.sentence.free(i)) {
                words.at(i, current);
            }
        }
        words.complete();
    }

    /** What stands between two signs about a missing value; none if a name stands there. */
    private void at(int missing, CohortSpec current) {
        int from = missing;
        while (from > 0 && part(from - 1) && !(s.like(from - 1, ",") && s.at(from).number())) {
            from--;
        }
        int to = missing + 1;
        while (part(to) && !(s.like(to, ",") && s.at(to + 1).number())) {
            to++;
        }
        while (from < missing && s.like(from, ",|with|i|we|have|please|it|them|data|on|in|at")) {
            from++; // belongs to what stands before
        }
        while (to > missing + 1 && s.like(to - 1, ",|with|a|an|the|on|in|at|for|i|we")) {
            to--;
        }
        int number = -1;
        boolean none = false;
        boolean all = false;
        for (int i = from; i < to; i++) {
            boolean amount = s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION;
            number = amount ? i : number;
            none |= s.like(i, NONE);
            all |= i != missing && s.like(i, ALL);
        }
        if (ofOne(from, to) || !s.free(from, to)) {
            return;
        }
        if (none || (number >= 0 && s.at(number).value().signum() == 0)) {
            NoGaps.forget(draft, current, true, from, to);
        } else if (number >= 0 && all) {
            double percent = s.at(number).doubleValue();
            if (percent > 100) {
                return; // told with other shares
            }
            var each = new Overwrite.Missing(Overwrite.Missing.EACH, percent, Optional.empty());
            draft.edit(new Edit.AddOverwrite(each), from, to);
        }
    }

    /** "complete data", "complete records only": nothing is missing unless it is asked for. */
    private void complete() {
        for (int i = 0; i < s.size(); i++) {
            boolean data = s.like(i + 1, "data|records|cases|rows|dataset|values");
            if (s.like(i, COMPLETE) && data && s.free(i, i + 2) && !s.inConcept(i)) {
                s.use(i, s.word(i + 2).equals("only") ? i + 3 : i + 2);
            }
        }
    }

    /** Whether the observation that it is about stands beside it. */
    private boolean ofOne(int from, int to) {
        int name = to;
        while (s.like(name, "in|for|of|at|on|from|with|the|a|an|their")) {
            name++;
        }
        return s.inConcept(name) || s.inConcept(from - 1) || s.like(to, "more|mostly|often");
    }

    private boolean part(int i) {
        boolean amount = s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION;
        boolean word = s.like(i, ALL) || s.like(i, NONE) || s.like(i, FILL) || s.like(i, MISSING);
        return s.free(i) && !s.inConcept(i) && (amount || word);
    }
}
