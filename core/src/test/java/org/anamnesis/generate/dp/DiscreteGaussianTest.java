package org.anamnesis.generate.dp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

/** Noise has the distribution that it should have. False alarms: see {@link #ALPHA}. */
class DiscreteGaussianTest {
    /** Chance of a false alarm of each comparison when seed or algorithm changes. */
    private static final double ALPHA = 1e-6;

    private static final int DRAWS = 20_000;

    private static RandomBits bits(int seed) {
        return RandomBits.repeatable(new SeedTree(seed), "noise");
    }

    /** χ² of draws against chances in proportion to exp(−z²/2v), tails together. */
    private static double fit(double drawn, double intended) {
        var noise = DiscreteGaussian.of(drawn);
        int reach = Math.max(1, (int) (2.5 * Math.sqrt(intended)));
        double[] expected = new double[2 * reach + 1];
        for (int z = -3000; z <= 3000; z++) {
            int at = Math.max(0, Math.min(2 * reach, z + reach));
            expected[at] += Math.exp(-z * (double) z / (2 * intended));
        }
        long[] seen = new long[expected.length];
        RandomBits bits = bits((int) (100 * drawn));
        for (int i = 0; i < DRAWS; i++) {
            long z = noise.sample(bits);
            seen[(int) Math.max(0, Math.min(2L * reach, z + reach))]++;
        }
        double all = Arrays.stream(expected).sum();
        double statistic = 0;
        for (int i = 0; i < seen.length; i++) {
            double wanted = DRAWS * expected[i] / all;
            statistic += (seen[i] - wanted) * (seen[i] - wanted) / wanted;
        }
        return ChiSquaredDistribution.of(seen.length - 1.0).survivalProbability(statistic);
    }

    @Test
    void followsItsDistribution() {
        for (double variance : new double[] {0.3, 1, 2.5, 30, 400}) {
            assertTrue(fit(variance, variance) > ALPHA, "variance " + variance);
        }
    }

    @Test
    void anEighthLessVarianceIsCaught() {
        for (double variance : new double[] {1, 2.5, 30, 400}) {
            assertTrue(fit(0.875 * variance, variance) < ALPHA, "variance " + variance);
        }
    }

    @Test
    void withHardlyAnyVarianceThereIsNoNoise() {
        var noise = DiscreteGaussian.of(1e-4);
        RandomBits bits = bits(1);
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, noise.sample(bits));
        }
        assertThrows(IllegalArgumentException.class, () -> DiscreteGaussian.of(0));
        assertThrows(IllegalArgumentException.class, () -> DiscreteGaussian.of(Double.NaN));
    }

    /** Standard error at 20,000 draws is at most 0.0036; five of them. */
    @Test
    void chancesAreExponentials() {
        var chance = new ExactChance(bits(5));
        for (int[] gamma : new int[][] {{0, 7}, {1, 3}, {1, 1}, {7, 3}, {300, 7}}) {
            int hits = 0;
            for (int i = 0; i < DRAWS; i++) {
                hits +=
                        chance.exp(BigInteger.valueOf(gamma[0]), BigInteger.valueOf(gamma[1]))
                                ? 1
                                : 0;
            }
            double wanted = Math.exp(-gamma[0] / (double) gamma[1]);
            assertEquals(wanted, hits / (double) DRAWS, 0.018);
        }
    }

    @Test
    void secureBitsAreNotRepeated() {
        RandomBits one = RandomBits.secure();
        RandomBits two = RandomBits.secure();
        for (int i = 0; i < 2000; i++) {
            assertTrue(one.next() != two.next(), "64 bits agree once in 2^64");
        }
    }
}
