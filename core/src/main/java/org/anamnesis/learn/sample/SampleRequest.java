package org.anamnesis.learn.sample;

import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * Rows that someone asks for.
 *
 * @param rows how many, at least 1
 * @param conditions what each must meet
 * @param targets what they come to together
 * @param most rows that may be drawn for each piece of {@link Sampler#PIECE} rows
 * @param seed of all that is drawn
 */
public record SampleRequest(
        int rows, Conditions conditions, List<Target> targets, long most, long seed) {
    /** Rows drawn for one asked: a condition that one in a hundred meets is still obeyed. */
    private static final int PER_ROW = 100;

    /** So many are drawn before a request for few rows is given up: a few seconds of trees. */
    private static final int AT_LEAST = 200_000;

    public SampleRequest {
        targets = List.copyOf(targets);
        if (rows < 1) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "sample.rows",
                                    Integer.toString(rows),
                                    "The number of rows is not positive",
                                    "1 or more")));
        }
    }

    /** With the usual bound on rows drawn. */
    public static SampleRequest of(
            int rows, Conditions conditions, List<Target> targets, long seed) {
        long piece = Math.min(rows, Sampler.PIECE);
        long most = Math.max(AT_LEAST, PER_ROW * piece);
        return new SampleRequest(rows, conditions, targets, most, seed);
    }
}
