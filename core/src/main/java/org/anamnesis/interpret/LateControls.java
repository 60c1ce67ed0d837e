package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.spec.CohortSpec;

/**
 * "and 20 controls" beside patients who all have a condition: two groups, of which nobody has to
 * have it, and no smaller number of patients.
 */
final class LateControls {
    private LateControls() {}

    static void find(Draft draft, CohortSpec current) {
        Optional<String> condition = current.condition().filter(c -> !c.equals("healthy-adults"));
        Sentence s = draft.sentence;
        if (condition.isEmpty() || !current.beyond().groups().all().isEmpty()) {
            return;
        }
        for (int i = 0; i < s.size(); i++) {
            int noun = s.like(i + 1, "healthy|matched|more") ? i + 2 : i + 1;
            boolean number = s.at(i).number() && s.like(noun, "controls") && s.free(i);
            boolean groups = s.like(noun + 1, "group|arm");
            if (number && !groups && !cases(s)) {
                draft.problem(
                        "request.controls.later",
                        i,
                        noun + 1,
                        "Everyone asked for has the condition; controls, who have it not, are the other of two groups.",
                        "start over, and \"%d %s cases and %s controls\""
                                .formatted(
                                        current.count(),
                                        condition.get().replace('-', ' '),
                                        s.english(i, i + 1)));
                return;
            }
        }
    }

    private static boolean cases(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "cases")) {
                return true;
            }
        }
        return false;
    }
}
