package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/** "the correlation to 0.35, and 300 patients": of the correlation that was asked last. */
final class CorrelationAgain {
    private static final String LINK =
            "to|at|of|is|be|should|=|:|now|down|up|about|around|rather|must|by|a|only|value|coefficient|r|rho|set|goes|go";

    private CorrelationAgain() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        List<Constraint> all = current.constraints();
        int last = all.size() - 1;
        while (last >= 0 && !(all.get(last) instanceof Constraint.Correlation)) {
            last--;
        }
        for (int i = 0; i < s.size() && last >= 0; i++) {
            boolean said = s.like(i, "correlation|corr") && s.free(i);
            boolean named = s.like(i + 1, "of|between") && s.inConcept(i + 2);
            int at = i + 1;
            while (said && s.like(at, LINK)) {
                at++;
            }
            double value = s.at(at).doubleValue();
            boolean ends = s.like(at + 1, "|[.,;!]|and|please|then|instead|now|too|rather|but");
            boolean moved = s.like(i + 1, "by") || s.like(at - 1, "by");
            if (said && !named && !moved && s.at(at).number() && ends && Math.abs(value) < 1) {
                var c = (Constraint.Correlation) all.get(last);
                int verb = i;
                while (s.like(
                        verb - 1,
                        "the|that|this|set|put|change|make|take|bring|raise|lower|move")) {
                    verb--;
                }
                var now = new Constraint.Correlation(c.first(), c.second(), value);
                draft.edit(new Edit.AddConstraint(now), verb, at + 1);
                return;
            }
        }
    }
}
