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
 * @param alike whether the rows are chosen out of more so that together they are like the model
 */
public record SampleRequest(
        int rows,
        Conditions conditions,
        List<Target> targets,
        long most,
        long seed,
        boolean alike) {
    /** Rows drawn for one asked: a condition that one in a hundred meets is still obeyed. */
    private static final int PER_ROW = 100;

    /** So many are drawn before a request for few rows is given up: a few seconds of trees. */
    private static final int AT_LEAST = 200_000;

    /**
     * So few rows are chosen out of more: by chance alone they would say less of the model than
     * they can (docs/decisions/0014). Of more rows chance takes less, and choosing costs more.
     */
    private static final int FEW = 10_000;

    /**
     * People of whom a model must have learned for that. Of 400 people the rows chosen gave away
     * more: without chance they are like a larger sample, which says more of every single one.
     */
    private static final int PEOPLE = 2_000;

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

    /** Rows that are left to chance. */
    public SampleRequest(
            int rows, Conditions conditions, List<Target> targets, long most, long seed) {
        this(rows, conditions, targets, most, seed, false);
    }

    /**
     * The same, as rows are made for somebody: few of them are like the model.
     *
     * @param learned persons or rows of whom the model learned
     */
    public SampleRequest made(long learned) {
        boolean chosen = rows <= FEW && learned >= PEOPLE;
        return new SampleRequest(rows, conditions, targets, most, seed, chosen);
    }

    /** With the usual bound on rows drawn. */
    public static SampleRequest of(
            int rows, Conditions conditions, List<Target> targets, long seed) {
        long piece = Math.min(rows, Sampler.PIECE);
        long most = Math.max(AT_LEAST, PER_ROW * piece);
        return new SampleRequest(rows, conditions, targets, most, seed);
    }
}
