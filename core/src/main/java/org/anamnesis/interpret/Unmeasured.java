package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.problem.Problem;

/** Changes that say a direction and no amount: "slightly older", "more women", "fewer". */
final class Unmeasured {
    private static final String DIRECTION =
            "more|fewer|less|older|younger|heavier|lighter|thinner|fatter|taller|smaller|bigger|larger"
                    + "|higher|lower|oldest|youngest|heaviest|sickest|lightest|sicker|iller|healthier|fitter|worse|better"
                    + "|weaker|stronger|stricter|tighter|narrower|looser|laxer|milder|wider";
    private static final int LONGEST = 9;

    private Unmeasured() {}

    /** Empty if a number or share is said, or no direction. */
    static Optional<Problem> of(Sentence s) {
        boolean direction = false;
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION) {
                return Optional.empty();
            }
            direction |=
                    (s.like(i, DIRECTION) || HowMuch.abroad(s, i))
                            && !s.like(i - 1, "any|no|not|once"); // "any more"
        }
        return direction && s.size() <= LONGEST
                ? Optional.of(
                        new Problem(
                                HowMuch.CODE,
                                s.text().strip(),
                                "It is not said by how much.",
                                "5 years older; 10 % heavier; 60 % women; 200 more patients; HbA1c 1"
                                        + " point higher"))
                : Optional.empty();
    }
}
