package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;

/** Compares gradients with central differences. */
final class Differences {
    private static final float H = 1f / 1024;

    private Differences() {}

    /** Whether gradients are right, see {@link #wrong}. */
    static void check(
            float[] theta, float[] gradients, double bound, ToDoubleFunction<float[]> loss) {
        double wrong = wrong(theta, gradients, bound, loss);
        assertTrue(wrong <= 0.05, wrong + " of the gradients are wrong");
    }

    /**
     * Share of up to 300 parameters whose difference is beyond the bound. Floats have seven digits,
     * which leaves 3·10<sup>−4</sup> of a loss near 2. Where a rectifier bends between the two
     * losses the difference itself is off, so one in twenty may be.
     */
    static double wrong(
            float[] theta, float[] gradients, double bound, ToDoubleFunction<float[]> loss) {
        int step = Math.max(1, theta.length / 300);
        int seen = 0;
        int wrong = 0;
        for (int i = 0; i < theta.length; i += step) {
            float[] moved = theta.clone();
            moved[i] = theta[i] + H;
            double up = loss.applyAsDouble(moved);
            moved[i] = theta[i] - H;
            double numeric = (up - loss.applyAsDouble(moved)) / (2 * H);
            seen++;
            wrong += Math.abs(numeric - gradients[i]) > bound ? 1 : 0;
        }
        return (double) wrong / seen;
    }
}
