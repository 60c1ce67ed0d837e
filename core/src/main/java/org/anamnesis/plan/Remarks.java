package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * What planning has to say to the user: the problems that keep the request from being met, and what
 * was decided and why. Both in the order in which they came up.
 */
final class Remarks {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> explained = new ArrayList<>();

    /** The list itself: whoever finds a problem adds it. */
    List<Problem> problems() {
        return problems;
    }

    List<String> explained() {
        return explained;
    }

    void explain(String sentence) {
        explained.add(sentence);
    }

    /**
     * Ends planning at points where going on would only repeat a problem in other words.
     *
     * @throws RequestException with every problem so far, if there is any
     */
    void stopAtProblems() {
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }
}
