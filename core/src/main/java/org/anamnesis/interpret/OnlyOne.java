package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/** "drop the target altogether", "no limit then", where only one wish is of that form. */
final class OnlyOne {
    private static final String BEFORE =
            "and|but|so|then|now|ok|okay|please|actually|just|oh|well|no|lets|let|us|,|can|could|you|i|want|to|id|like|hm+";
    private static final String BEHIND =
            "altogether|completely|entirely|again|please|now|then|out|away|off|after|all|too|as|well|instead|at|today|any|more|longer|[.!,]";
    private static final String FORMS =
            "target|mean|average|share|quota|proportion|limit|range|cutoff|threshold|bound|correlation|restriction|criterion"
                    + "|filter|requirement|constraint";

    private OnlyOne() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        int at = 0;
        while (s.like(at, BEFORE) && !s.like(at, "no")) {
            at++;
        }
        int verb = at;
        if (!RemovalWords.VERBS.contains(s.word(at)) || !s.free(at)) {
            return;
        }
        at++;
        at = s.like(at, "the|my|our|that|this|any|of|rid") ? at + 1 : at;
        at = s.like(at, "the|my|our|that|this|only|one") ? at + 1 : at;
        String form = s.word(at);
        int to = at + 1;
        while (to < s.size() && s.like(to, BEHIND)) {
            to++;
        }
        if (to < s.size() || !Words.like(form, FORMS)) {
            return;
        }
        List<Constraint> fit =
                current.constraints().stream().filter(c -> KeptWords.of(c, form)).toList();
        if (fit.size() == 1) {
            draft.edit(Edit.Forget.about(fit.get(0)), verb, s.size());
        }
    }
}
