package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * What stays while something that is not named goes: "drop that target but keep the age", "remove
 * everything except the age limit".
 */
final class KeptWords {
    private static final String REST =
            "everything|all|rest|others?|restrictions|limits|criteria|constraints|filters|requirements"
                    + "|conditions|wishes";
    private static final String BETWEEN =
            "but|except|for|apart|from|save|only|,|;|and|keep|keeping|leave|retain|leaving|the|my|our|"
                    + "please|not|bar|other|than|with|exception|of|stays?|still|in|place|as|it|is|yes";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private KeptWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        KeptWords words = new KeptWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            if (RemovalWords.VERBS.contains(words.s.word(i)) && words.s.free(i)) {
                words.removed(i);
                return;
            }
        }
    }

    private void removed(int verb) {
        int at = verb + 1;
        boolean points = false;
        while (s.like(at, "that|this|the|last|other|of|those|these|all")) {
            points |= s.like(at, "that|this|last");
            at++;
        }
        String what = s.word(at);
        boolean one = points && Words.like(what, "\\w+") && RemovalWords.LIMITS.contains(what);
        boolean every = s.like(at, REST) || s.word(at - 1).equals("all");
        int kept = kept(at + (RemovalWords.LIMITS.contains(what) || what.matches(REST) ? 1 : 0));
        if (!(one || every) || kept < 0) {
            return;
        }
        String keep = SubjectAt.of(s, kept).orElseThrow().id();
        List<Constraint> all = current.constraints();
        boolean there = all.stream().anyMatch(c -> Last.subject(c).equals(keep));
        for (int k = all.size() - 1; there && k >= 0; k--) {
            Constraint c = all.get(k);
            if (!Last.subject(c).equals(keep) && (every || of(c, what))) {
                draft.edit(Edit.Forget.about(c), verb, s.size());
                if (!every) {
                    return;
                }
            }
        }
    }

    /** First token of the one thing that stays, with nothing but links before it; -1 if none. */
    private int kept(int from) {
        int at = from;
        boolean keeps = false;
        while (at < s.size() && s.like(at, BETWEEN)) {
            keeps |= s.like(at, "but|except|keep|keeping|leave|retain|leaving|apart|save|bar");
            at++;
        }
        int end = SubjectAt.of(s, at).map(SubjectAt::to).orElse(-1);
        while (end > 0
                && (RemovalWords.LIMITS.contains(s.word(end)) || s.like(end, BETWEEN + "|[.!]"))) {
            end++;
        }
        return keeps && end == s.size() ? at : -1;
    }

    /** Whether it is what "that target" or "this limit" can mean. */
    static boolean of(Constraint c, String what) {
        boolean mean = c instanceof Constraint.Mean || c instanceof Constraint.Shift;
        boolean share = c instanceof Constraint.Share;
        boolean range =
                c instanceof Constraint.Require r
                        && (r.criterion() instanceof Criterion.ObservationWithin
                                || r.criterion() instanceof Criterion.AgeBetween);
        return switch (what) {
            case "target", "targets" -> mean || share;
            case "mean", "average" -> mean;
            case "share", "quota", "proportion" -> share;
            case "limit", "limits", "range", "cutoff", "threshold", "bound" -> range;
            case "correlation" -> c instanceof Constraint.Correlation;
            default -> true;
        };
    }
}
