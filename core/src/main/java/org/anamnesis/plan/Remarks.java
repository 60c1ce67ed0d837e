package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * What planning has to say to the user: the problems that keep the request from being met, and what
 * was decided and why. Both in the order in which they came up.
 */
final class Remarks {
    /** Nothing is wrong with these wishes, but no data tells how to meet them. */
    private static final Set<String> NO_DATA =
            Set.of(
                    "plan.medication.nodata",
                    "plan.medication.class",
                    "plan.observation.nodata",
                    "plan.observation.nofigure",
                    "plan.observations.many",
                    "plan.condition.nodata",
                    "plan.stage.unknown",
                    "plan.correlation.nodata",
                    "plan.mean.nodata",
                    "plan.overwrite.alone");

    private static final Set<String> SHARES =
            Set.of("plan.share.impossible", "plan.targets.conflict");

    private final boolean looking;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> explained = new LinkedHashSet<>();

    /**
     * @param looking whether somebody only wants to know whom a request leaves: what no data tells
     *     is then passed over
     */
    Remarks(boolean looking) {
        this.looking = looking;
    }

    static boolean noData(Problem problem) {
        return NO_DATA.contains(problem.code());
    }

    /** The list itself: whoever finds a problem adds it. */
    List<Problem> problems() {
        return problems;
    }

    List<String> explained() {
        return List.copyOf(explained);
    }

    void explain(String sentence) {
        explained.add(sentence);
    }

    /**
     * Shares of drugs among people who are known by a drug: that they cannot be met says nothing of
     * the request.
     *
     * @param told whether the people are told so
     */
    void withoutData(boolean told) {
        if (looking && told) {
            problems.replaceAll(
                    p ->
                            SHARES.contains(p.code())
                                    ? new Problem(
                                            "plan.medication.nodata",
                                            p.where(),
                                            p.message(),
                                            p.suggestion())
                                    : p);
        }
    }

    /**
     * Ends planning at points where going on would only repeat a problem in other words.
     *
     * @throws RequestException with every problem so far, if there is any
     */
    void stopAtProblems() {
        if (!(looking ? problems.stream().allMatch(Remarks::noData) : problems.isEmpty())) {
            throw new RequestException(problems);
        }
    }
}
