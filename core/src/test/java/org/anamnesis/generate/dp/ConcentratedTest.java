package org.anamnesis.generate.dp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class ConcentratedTest {
    /**
     * What the reference implementation of the authors prints and gives
     * (github.com/IBM/discrete-gaussian-differential-privacy, cdp2adp.py, commit cb190d2).
     */
    @Test
    void isThatOfTheReference() {
        assertEquals(
                1.3361319064032213e-06,
                Concentrated.delta(0.025, 1),
                1e-9 * 1.3361319064032213e-06);
        assertEquals(1.014074254726128, Concentrated.epsilon(0.025, 1e-6), 1e-9);
        assertEquals(0.024355970359538372, Concentrated.rho(1, 1e-6), 1e-9);
        assertEquals(0.4299414688369493, Concentrated.epsilon(0.005, 1e-6), 1e-9);
        assertEquals(1.914238832003598, Concentrated.epsilon(0.1, 1e-5), 1e-9);
        assertEquals(17.15830871210475, Concentrated.epsilon(2.56, 1e-10), 1e-8);
        assertEquals(0.014973057673588523, Concentrated.rho(1, 1e-9), 1e-9);
        assertEquals(1.0907857043970155, Concentrated.rho(10, 1e-9), 1e-8);
    }

    /** Bun, Steinke (2016), proposition 1.3, is looser: ε = ρ + 2√(ρ ln 1/δ). */
    @Test
    void isTighterThanTheFirstBoundAndTurnsBack() {
        ForAll.seeds(
                200,
                seed -> {
                    long key = new SeedTree(seed).purpose("cost");
                    double rho = Math.exp(-7 + 9 * SeedTree.uniform(key, 0));
                    double delta = Math.exp(-30 + 25 * SeedTree.uniform(key, 1));
                    double epsilon = Concentrated.epsilon(rho, delta);
                    assertTrue(epsilon <= rho + 2 * Math.sqrt(rho * Math.log(1 / delta)));
                    assertTrue(Concentrated.delta(rho, epsilon) <= delta * (1 + 1e-9));
                    assertEquals(rho, Concentrated.rho(epsilon, delta), 1e-6 * rho);
                });
    }

    /**
     * The exact δ of discrete Gaussian noise (Canonne, Kamath, Steinke 2020, theorem 7) is never
     * above the bound; with a third less cost than there is, it is for some.
     */
    @Test
    void holdsForTheNoiseItIsMeantFor() {
        int caught = 0;
        for (double variance = 0.5; variance < 300; variance *= 1.7) {
            double rho = 1 / (2 * variance);
            for (double epsilon = 0.05; epsilon < 8; epsilon += 0.37) {
                double exact = exact(variance, epsilon);
                assertTrue(exact <= Concentrated.delta(rho, epsilon) + 1e-12);
                caught += exact > Concentrated.delta(rho / 1.5, epsilon) + 1e-12 ? 1 : 0;
            }
        }
        assertTrue(caught > 50, "a bound of too little cost is caught: " + caught);
    }

    private static double exact(double variance, double epsilon) {
        double norm = 0;
        double delta = 0;
        int from = (int) Math.floor(epsilon * variance - 0.5) + 1;
        for (int z = -2000; z <= 2000; z++) {
            double p = Math.exp(-z * (double) z / (2 * variance));
            norm += p;
            delta += z >= from ? p : 0;
            delta -= z >= from + 1 ? Math.exp(epsilon) * p : 0;
        }
        return delta / norm;
    }
}
