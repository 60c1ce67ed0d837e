package org.anamnesis.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class EntropyBalanceTest {
    /**
     * Two groups of equal size, 60 % wanted: weights 0.6 and 0.4, divergence 0.6 ln 1.2 + 0.4 ln
     * 0.8.
     */
    @Test
    void twoGroupsInClosedForm() {
        var b =
                EntropyBalance.solve(
                        new double[][] {{1, 1, 0, 0}},
                        new double[] {0.6},
                        new double[] {1, 1, 1, 1});
        assertTrue(b.met());
        assertEquals(0.3, b.weights()[0], 1e-9);
        assertEquals(0.2, b.weights()[3], 1e-9);
        assertEquals(0.6 * Math.log(1.2) + 0.4 * Math.log(0.8), b.divergence(), 1e-9);
    }

    /**
     * Moving the mean of a normal sample by d tilts it exponentially: weights ∝ exp(d x) at unit
     * variance, KL ≈ d²/2.
     */
    @Test
    void aNormalIsTilted() {
        double[] x = new double[20_000];
        for (int i = 0; i < x.length; i++) {
            x[i] =
                    org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                            .inverseCumulativeProbability((i + 0.5) / x.length);
        }
        double[] w = new double[x.length];
        Arrays.fill(w, 1);
        var b = EntropyBalance.solve(new double[][] {x}, new double[] {0.5}, w);
        assertEquals(0.125, b.divergence(), 0.002);
        assertEquals(
                0.5 * (x[15_000] - x[5000]),
                Math.log(b.weights()[15_000] / b.weights()[5000]),
                0.02);
    }

    @Test
    void momentsAreMetOverSeeds() {
        ForAll.seeds(
                40,
                seed -> {
                    long key = new SeedTree(seed).purpose("rows");
                    int n = 500;
                    double[][] x = new double[3][n];
                    double[] w = new double[n];
                    for (int i = 0; i < n; i++) {
                        long k = SeedTree.key(key, i);
                        x[0][i] = SeedTree.uniform(k, 0) < 0.5 ? 1 : 0;
                        x[1][i] = 100 * SeedTree.uniform(k, 1) + 20 * x[0][i];
                        x[2][i] = SeedTree.uniform(k, 2) < 0.1 ? 1 : 0;
                        w[i] = 0.2 + SeedTree.uniform(k, 3);
                    }
                    var b = EntropyBalance.solve(x, new double[] {0.7, 70, 0.25}, w);
                    assertTrue(b.met());
                    double[] targets = {0.7, 70, 0.25};
                    for (int k = 0; k < 3; k++) {
                        assertEquals(targets[k], Weighted.mean(x[k], b.weights()), 1e-4);
                    }
                    assertEquals(1, Arrays.stream(b.weights()).sum(), 1e-9);
                    assertTrue(Arrays.stream(b.weights()).allMatch(v -> v >= 0));
                    assertTrue(b.divergence() > 0);
                });
    }

    /**
     * A mean just inside of what can be is met however steep the weights, one just outside is not.
     */
    @Test
    void theEdgeOfWhatCanBe() {
        double[] x = new double[1000];
        double[] w = new double[1000];
        Arrays.setAll(x, i -> i % 10);
        Arrays.fill(w, 1);
        assertTrue(EntropyBalance.solve(new double[][] {x}, new double[] {8.99}, w).met());
        assertFalse(EntropyBalance.solve(new double[][] {x}, new double[] {9.01}, w).met());
    }

    /** The search among one cell in eight cannot meet what only one other row makes possible. */
    @Test
    void aSingleRowOfManyIsEnough() {
        double[] x = new double[20_000];
        double[] w = new double[20_000];
        Arrays.setAll(x, i -> i / 20_000.0);
        x[13] = 100;
        Arrays.fill(w, 1);
        var b = EntropyBalance.solve(new double[][] {x}, new double[] {5}, w);
        assertTrue(b.met());
        assertEquals(5, Weighted.mean(x, b.weights()), 1e-4);
        assertFalse(EntropyBalance.solve(new double[][] {x}, new double[] {100.01}, w).met());
    }

    /** Halving with a whole search at each step, which the shortcuts must come out at, too. */
    @Test
    void theNearestIsThatOfPlainHalvings() {
        ForAll.seeds(
                40,
                seed -> {
                    long key = new SeedTree(seed).purpose("nearest");
                    int n = seed % 4 == 0 ? 9000 : 400;
                    double[][] x = new double[2][n];
                    double[] w = new double[n];
                    for (int i = 0; i < n; i++) {
                        long k = SeedTree.key(key, i);
                        x[0][i] = SeedTree.uniform(k, 0);
                        x[1][i] = x[0][i] * SeedTree.uniform(k, 1);
                        w[i] = 0.5 + SeedTree.uniform(k, 2);
                    }
                    double[] wanted = {0.3, 0.4 + SeedTree.uniform(key, 3)};
                    double[] now = {Weighted.mean(x[0], w), Weighted.mean(x[1], w)};
                    double low = 0;
                    double high = 1;
                    for (int step = 0; step < 12; step++) {
                        double s = (low + high) / 2;
                        boolean met = EntropyBalance.solve(x, between(now, wanted, s), w).met();
                        low = met ? s : low;
                        high = met ? high : s;
                    }
                    double[] plain = between(now, wanted, low);
                    double[] found = balance(x, w).nearest(wanted);
                    assertArrayEquals(plain, found, 1e-9);
                });
    }

    private static EntropyBalance balance(double[][] x, double[] w) {
        List<IntToDoubleFunction> moments =
                Arrays.stream(x).<IntToDoubleFunction>map(one -> i -> one[i]).toList();
        return EntropyBalance.of(moments, Arrays.stream(x).map(Kinds::of).toList(), w);
    }

    private static double[] between(double[] from, double[] to, double s) {
        double[] t = new double[from.length];
        Arrays.setAll(t, k -> from[k] + s * (to[k] - from[k]));
        return t;
    }

    @Test
    void whatCannotBeIsSaid() {
        var b =
                EntropyBalance.solve(
                        new double[][] {{1, 2, 3}}, new double[] {4}, new double[] {1, 1, 1});
        assertFalse(b.met());
    }

    @Test
    void summariesByHand() {
        double[] x = {1, 2, 4, Double.NaN};
        double[] w = {1, 1, 2, 9};
        assertEquals(2.75, Weighted.mean(x, w), 1e-12);
        assertEquals(Math.sqrt((3.0625 + 0.5625 + 2 * 1.5625) / 4), Weighted.sd(x, w), 1e-12);
        assertEquals(2, Weighted.quantile(x, w, 0.5));
        assertEquals(4, Weighted.quantile(x, w, 0.51));
        assertEquals(2, Weighted.effectiveRows(new double[] {1, 1, 0}), 1e-12);
        // 2 x 2 table 4, 2, 1, 3 (exposed with, without; unexposed with, without): 4 · 3 / (2 · 1)
        // = 6
        double[] outcome = {1, 0, 1, 0};
        double[] exposure = {1, 1, 0, 0};
        assertEquals(6, Weighted.oddsRatio(outcome, exposure, new double[] {4, 2, 1, 3}), 1e-12);
    }

    @Test
    void aFactsShareIsMetAndOddsRatiosAreKept() {
        double[] offsets = {0, 0, Math.log(3), Double.NEGATIVE_INFINITY};
        double[] w = {1, 2, 1, 1};
        double[] p = Placement.probabilities(offsets, w, 0.25);
        assertEquals(0.25, Weighted.mean(p, w), 1e-9);
        assertEquals(0, p[3]);
        assertEquals(3, p[2] / (1 - p[2]) / (p[0] / (1 - p[0])), 1e-6);
    }
}
