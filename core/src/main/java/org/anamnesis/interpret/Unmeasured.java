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
        boolean severe = false;
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION) {
                return Optional.empty();
            }
            direction |=
                    (s.like(i, DIRECTION) || HowMuch.abroad(s, i))
                            && !s.like(i - 1, "any|no|not|once"); // "any more"
            severe |=
                    s.like(i, "severe|severely|mild|mildly|moderate|moderately|critical|advanced");
        }
        severe &=
                s.like(
                        0,
                        "make|only|just|all|they|them|severe|mild|moderate|more|let|with|and|but|i|we");
        if (severe && !direction && s.size() <= LONGEST) {
            return Optional.of(
                    new Problem(
                            "request.severity",
                            s.text().strip(),
                            "It is not said by which value.",
                            "a limit, such as \"eGFR below 30\", \"FEV1 below 50 % predicted\", \"LVEF at most 30\" or \"stage 4\""));
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
