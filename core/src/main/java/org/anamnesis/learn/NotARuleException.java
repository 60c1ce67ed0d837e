package org.anamnesis.learn;

import org.anamnesis.problem.Problem;

/** Why a text is no rule. */
final class NotARuleException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    NotARuleException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
