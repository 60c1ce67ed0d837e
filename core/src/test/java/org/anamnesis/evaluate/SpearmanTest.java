package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class SpearmanTest {
    private static final double[] IQ = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    private static final double[] TV = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};

    /** Σd² = 194 over 10 pairs without ties: ρ = 1 − 6 · 194 / (10 · 99) = −29 / 165. */
    @Test
    void agreesWithTheTextbookFormula() {
        assertEquals(-29.0 / 165, rho(IQ, TV, ones(10)), 1e-12);
    }

    /** Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: covariance 4.5, variances 4.5 and 5, ρ = √0.9. */
    @Test
    void tiesShareTheirMeanRank() {
        assertEquals(
                Math.sqrt(0.9),
                rho(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}, ones(4)),
                1e-12);
    }

    @Test
    void aWeightOfTwoIsARowWrittenTwice() {
        double[] weights = ones(10);
        weights[3] = 2;
        double[] longer = Arrays.copyOf(IQ, 11);
        double[] other = Arrays.copyOf(TV, 11);
        longer[10] = IQ[3];
        other[10] = TV[3];
        assertEquals(rho(longer, other, ones(11)), rho(IQ, TV, weights), 1e-12);
    }

    @Test
    void missingRowsAreLeftOutOfTheirPairOnly() {
        double[] longer = Arrays.copyOf(IQ, 11);
        double[] other = Arrays.copyOf(TV, 11);
        longer[10] = Double.NaN;
        other[10] = 1e9;
        assertEquals(rho(IQ, TV, ones(10)), rho(longer, other, ones(11)), 1e-12);
    }

    @Test
    void aColumnThatDoesNotVaryHasNone() {
        assertTrue(Double.isNaN(rho(IQ, new double[10], ones(10))));
    }

    @Test
    void onlyTheOrderMatters() {
        ForAll.seeds(
                50,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("pairs"), 0);
                    double[] a = new double[60];
                    double[] b = new double[60];
                    double[] bent = new double[60];
                    for (int i = 0; i < 60; i++) {
                        a[i] = Math.floor(20 * SeedTree.uniform(key, 2 * i));
                        b[i] = a[i] + Math.floor(20 * SeedTree.uniform(key, 2 * i + 1));
                        bent[i] = Math.exp(a[i]);
                    }
                    double rho = rho(a, b, ones(60));
                    assertEquals(rho, rho(bent, b, ones(60)), 1e-12);
                    assertEquals(rho, rho(b, a, ones(60)), 1e-12);
                    for (int i = 0; i < 60; i++) {
                        bent[i] = -a[i];
                    }
                    assertEquals(-rho, rho(bent, b, ones(60)), 1e-12);
                });
    }

    private static double rho(double[] a, double[] b, double[] weights) {
        return Spearman.matrix(new double[][] {a, b}, weights)[0][1];
    }

    private static double[] ones(int n) {
        double[] out = new double[n];
        Arrays.fill(out, 1);
        return out;
    }
}
