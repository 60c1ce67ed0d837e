package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.generate.dp.Promise;
import org.anamnesis.problem.Problem;

/**
 * A promise of differential privacy in the user's words.
 *
 * @param epsilon a number
 * @param delta a number; {@link #USUAL_DELTA} if empty
 */
public record AskedPromise(String epsilon, Optional<String> delta) {
    /**
     * δ if none is stated: below one over the rows of any table that is learned, and chosen without
     * a look at the table.
     */
    static final String USUAL_DELTA = "1e-6";

    /**
     * @param persons of the table: with a δ of one over them, a whole row could be handed on
     * @param problems gets what is wrong
     */
    Optional<Promise> read(int persons, List<Problem> problems) {
        double e = number(epsilon);
        if (!(e > 0 && e <= Promise.MOST_EPSILON)) {
            problems.add(
                    new Problem(
                            "learn.epsilon",
                            "--epsilon " + epsilon,
                            "Epsilon must be a number above 0 and at most 1,000,000; the smaller, the more is promised.",
                            "--epsilon 1 (strong), 3 (usual) or 10 (weak)"));
        }
        String text = delta.orElse(USUAL_DELTA);
        double d = number(text);
        if (!(d > 0 && d < 1)) {
            problems.add(
                    new Problem(
                            "learn.delta",
                            "--delta " + text,
                            "Delta is the chance that the promise fails: a number above 0, far below one over the number of people.",
                            "--delta " + USUAL_DELTA));
        } else if (d * persons >= 1) {
            problems.add(
                    new Problem(
                            "learn.delta",
                            "--delta " + text,
                            "A delta of one over the number of people or more allows that somebody's row is handed on.",
                            "--delta " + USUAL_DELTA));
        }
        return problems.isEmpty() ? Optional.of(new Promise(e, d)) : Optional.empty();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
