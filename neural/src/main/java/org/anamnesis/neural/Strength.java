package org.anamnesis.neural;

import java.util.function.DoubleUnaryOperator;

/**
 * How many times as much the heads of a learned {@link OrderedNet} are to say. Dropout and decay
 * hold all dependences back, so that no person is learned by heart, and by more than rows bear out
 * that were not learned from. One number for all columns, chosen by those rows, gives that back and
 * tells nothing of a person.
 *
 * <p>Minimum of the loss plus (ln s)²/2σ², as if s were lognormal around 1: few rows say little.
 */
final class Strength {
    /** σ; on 512 rows of the table of the peers it moves s by less than 0.01. */
    private static final double SPREAD = 0.2;

    private static final double LEAST = Math.log(0.7);
    private static final double MOST = Math.log(1.6);

    /** Halvings but for the golden section: to 0.01. */
    private static final int STEPS = 10;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Strength() {}

    /**
     * @param loss of all rows kept aside together at a strength, in nats
     */
    static double of(DoubleUnaryOperator loss) {
        DoubleUnaryOperator cost =
                log -> loss.applyAsDouble(Math.exp(log)) + log * log / (2 * SPREAD * SPREAD);
        double low = LEAST;
        double high = MOST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = cost.applyAsDouble(left);
        double atRight = cost.applyAsDouble(right);
        for (int step = 0; step < STEPS; step++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = cost.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = cost.applyAsDouble(right);
            }
        }
        return Math.exp((low + high) / 2);
    }
}
