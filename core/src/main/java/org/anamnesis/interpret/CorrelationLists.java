package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * Several correlations in one message: "SBP and BMI correlation 0.3; BMI and LDL 0.2",
 * "correlations: HbA1c-BMI 0.4, LDL/HDL -0.2", "0.4 between A and B, 0.2 between B and C".
 */
final class CorrelationLists {
    private static final String WORD = "correlat(?:e|ed|es|ion|ions|ing)|corr|rho|r";

    /** Between the two of a pair. */
    private static final String BETWEEN = "and|with|to|/|-|vs|versus|against|,|&|x|×|~|by|\\*";

    /** Between a pair and its number. */
    private static final String BEHIND =
            WORD
                    + "|:|=|of|at|is|be|are|coefficient|with|a|should|\\(|to|about|around|roughly|by|in";

    private static final String BEFORE = WORD + "|between|for|of|in|a|with|and|coefficient|:";
    private static final int FAR = 7;

    private final Sentence s;

    private record Pair(Sentence.Named a, Sentence.Named b, int number, int from, int to) {}

    private CorrelationLists(Sentence s) {
        this.s = s;
    }

    static void find(Draft draft) {
        var lists = new CorrelationLists(draft.sentence);
        if (!lists.said()) {
            return;
        }
        List<Pair> pairs = lists.pairs();
        if (pairs.size() < 2) {
            return;
        }
        for (Pair p : pairs) {
            double value = draft.sentence.at(p.number()).doubleValue();
            var asked =
                    new Constraint.Correlation(p.a().concept().id(), p.b().concept().id(), value);
            draft.edit(new Edit.AddConstraint(asked), p.from(), p.to());
        }
        for (int i = 0; i < draft.sentence.size(); i++) {
            boolean word = draft.sentence.like(i, WORD + "|coefficients?");
            draft.sentence.use(i, word && draft.sentence.free(i) ? i + 1 : i);
        }
    }

    private boolean said() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, WORD) && s.free(i) && !s.inConcept(i)) {
                return true;
            }
        }
        return false;
    }

    private List<Pair> pairs() {
        List<Sentence.Named> names = s.unused(Concept.Kind.OBSERVATION);
        List<Pair> pairs = new ArrayList<>();
        int last = -1;
        for (int k = 0; k + 1 < names.size(); k++) {
            Sentence.Named a = names.get(k);
            Sentence.Named b = names.get(k + 1);
            if (!joined(a.to(), b.from())) {
                continue;
            }
            int behind = number(b.to(), 1, BEHIND);
            int before = behind < 0 ? number(a.from() - 1, -1, BEFORE) : -1;
            int number = Math.max(behind, before);
            if (number > last) {
                int to = Math.max(b.to(), number + 1);
                pairs.add(new Pair(a, b, number, Math.min(a.from(), number), to));
                last = to - 1;
                k++;
            }
        }
        return pairs;
    }

    private boolean joined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!s.like(i, BETWEEN)) {
                return false;
            }
        }
        return to - from <= 2;
    }

    /** The nearest number between -1 and 1 in that direction, or -1. */
    private int number(int from, int step, String over) {
        for (int i = from; i >= 0 && Math.abs(i - from) < FAR; i += step) {
            if (s.at(i).number() && s.free(i) && !s.inConcept(i)) {
                return Math.abs(s.at(i).doubleValue()) < 1 ? i : -1;
            }
            if (!s.like(i, over)) {
                return -1;
            }
        }
        return -1;
    }
}
