package org.anamnesis.generate.dp;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;

/**
 * Chances that are met exactly, by whole numbers: floating-point noise has gaps by which the value
 * beneath can be told (Mironov 2012, doi:10.1145/2382196.2382264). Algorithm 1 of Canonne, Kamath,
 * Steinke (2020), arXiv:2004.00010.
 */
final class ExactChance {
    private final RandomBits bits;

    ExactChance(RandomBits bits) {
        this.bits = bits;
    }

    boolean coin() {
        return bits.next() < 0;
    }

    /** Uniform on 0 to {@code bound} − 1. */
    BigInteger below(BigInteger bound) {
        int length = bound.subtract(ONE).bitLength();
        if (length == 0) {
            return ZERO;
        }
        while (true) {
            BigInteger drawn = ZERO;
            for (int left = length; left > 0; left -= Long.SIZE - 1) {
                int now = Math.min(left, Long.SIZE - 1);
                drawn =
                        drawn.shiftLeft(now)
                                .or(BigInteger.valueOf(bits.next() >>> (Long.SIZE - now)));
            }
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }

    /** True with chance over/under; 0 ≤ over ≤ under. */
    boolean ratio(BigInteger over, BigInteger under) {
        return below(under).compareTo(over) < 0;
    }

    /** True with chance exp(−over/under); over ≥ 0, under > 0. */
    boolean exp(BigInteger over, BigInteger under) {
        BigInteger[] parts = over.divideAndRemainder(under);
        for (BigInteger k = parts[0]; k.signum() > 0; k = k.subtract(ONE)) {
            if (!expOfPart(ONE, ONE)) {
                return false;
            }
        }
        return expOfPart(parts[1], under);
    }

    /** As {@link #exp} for a ratio in [0, 1]: the series of e^−γ, term by term. */
    private boolean expOfPart(BigInteger over, BigInteger under) {
        BigInteger product = under;
        int k = 1;
        while (ratio(over, product)) {
            k++;
            product = product.add(under);
        }
        return k % 2 == 1;
    }
}
