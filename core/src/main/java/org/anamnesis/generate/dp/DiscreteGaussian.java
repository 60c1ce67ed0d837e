package org.anamnesis.generate.dp;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Normal distribution on the whole numbers, chance of z in proportion to exp(−z²/2σ²), drawn
 * exactly. Noise of it on counts that one person changes by 1 costs ρ = 1/(2σ²) of
 * zero-concentrated privacy. Source: Canonne, Kamath, Steinke (2020), arXiv:2004.00010, algorithms
 * 2 and 3, theorem 4.
 */
final class DiscreteGaussian {
    /** Variances are multiples of 2 to the minus this. */
    private static final int DIGITS = 40;

    private static final BigInteger UNDER = BigInteger.ONE.shiftLeft(DIGITS);

    /** σ² = over/2^{@link #DIGITS}. */
    private final BigInteger over;

    /** Scale of the discrete Laplace distribution from which is drawn: ⌊σ⌋ + 1. */
    private final BigInteger scale;

    private DiscreteGaussian(BigInteger over) {
        this.over = over;
        this.scale = over.shiftRight(DIGITS).sqrt().add(BigInteger.ONE);
    }

    /**
     * @param variance σ², above 0; rounded up, so that there is never less noise than asked
     */
    static DiscreteGaussian of(double variance) {
        if (!(variance > 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("variance of " + variance);
        }
        BigInteger over =
                new BigDecimal(variance)
                        .multiply(new BigDecimal(UNDER))
                        .setScale(0, RoundingMode.CEILING)
                        .toBigInteger();
        return new DiscreteGaussian(over);
    }

    long sample(RandomBits bits) {
        var chance = new ExactChance(bits);
        while (true) {
            BigInteger y = laplace(chance);
            // (|y| − σ²/t)² / 2σ² over whole numbers
            BigInteger off = y.abs().multiply(scale).shiftLeft(DIGITS).subtract(over);
            BigInteger under = scale.pow(2).multiply(over).shiftLeft(DIGITS + 1);
            if (chance.exp(off.pow(2), under)) {
                return y.longValueExact();
            }
        }
    }

    /** Chance of y in proportion to exp(−|y|/t). */
    private BigInteger laplace(ExactChance chance) {
        while (true) {
            BigInteger part = chance.below(scale);
            if (!chance.exp(part, scale)) {
                continue;
            }
            BigInteger whole = BigInteger.ZERO;
            while (chance.exp(BigInteger.ONE, BigInteger.ONE)) {
                whole = whole.add(BigInteger.ONE);
            }
            BigInteger size = part.add(scale.multiply(whole));
            boolean negative = chance.coin();
            if (negative && size.signum() == 0) {
                continue; // 0 would be drawn twice as often
            }
            return negative ? size.negate() : size;
        }
    }
}
