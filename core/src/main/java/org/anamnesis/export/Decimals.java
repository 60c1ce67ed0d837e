package org.anamnesis.export;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding to a fixed number of decimals, exact: the result is that of {@link BigDecimal} applied
 * to the double's binary value, ties to even. One definition, so that all formats hold the same
 * number.
 */
public final class Decimals {
    /** Most digits after the point. */
    public static final int MOST = 9;

    /** Scaled values of this size and more are not exact in a double. */
    private static final double EXACT = 0x1.0p53;

    private static final double[] POWER = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private Decimals() {}

    static void check(int decimals) {
        if (decimals < 0 || decimals > MOST) {
            throw new IllegalArgumentException("decimals: " + decimals);
        }
    }

    /**
     * Value · 10<sup>decimals</sup>, rounded to a whole number.
     *
     * @throws ArithmeticException if it is infinite, NaN or 2<sup>53</sup> and more
     */
    public static long scaled(double value, int decimals) {
        double product = value * POWER[decimals];
        if (!(Math.abs(product) < EXACT)) {
            throw new ArithmeticException(value + " with " + decimals + " decimals");
        }
        double whole = Math.rint(product);
        // The product was itself rounded, but never past a half: only when it lands exactly on a
        // half may the true product lie on either side, and then the lost part decides.
        if (Math.abs(product - whole) == 0.5) {
            return new BigDecimal(value)
                    .movePointRight(decimals)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        return (long) whole;
    }

    /** The double nearest to the value rounded to so many decimals: what reading "7.3" gives. */
    public static double rounded(double value, int decimals) {
        return scaled(value, decimals) / POWER[decimals];
    }
}
