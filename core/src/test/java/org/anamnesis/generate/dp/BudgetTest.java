package org.anamnesis.generate.dp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.generate.dp.Budget.Pot;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static Budget budget(double epsilon, double delta, int seed) {
        return new Budget(
                new Promise(epsilon, delta), RandomBits.repeatable(new SeedTree(seed), "noise"));
    }

    @Test
    void whatIsSpentIsBookedAndNoMoreThanThereIs() {
        Budget budget = budget(1, 1e-6, 1);
        double all = Concentrated.rho(1, 0.9e-6);
        double pairs = budget.left(Pot.PAIRS);
        budget.noisy(Pot.PAIRS, "a and b", pairs / 2, new long[] {1, 2});
        budget.noisy(Pot.PAIRS, "b and c", pairs / 2, new long[] {1, 2});
        assertEquals(0, budget.left(Pot.PAIRS), 1e-12);
        assertEquals(
                all / 2, budget.entries().stream().mapToDouble(Budget.Entry::rho).sum(), 1e-12);
        assertThrows(
                IllegalStateException.class,
                () -> budget.noisy(Pot.PAIRS, "once more", all / 1000, new long[] {1}));
        assertThrows(
                IllegalStateException.class,
                () -> budget.noisy(Pot.CHOICE, "for nothing", 0, new long[] {1}));
        budget.move(Pot.CHOICE, Pot.PAIRS);
        assertEquals(0.1 * all, budget.left(Pot.PAIRS), 1e-12);
    }

    /**
     * Chances in proportion to exp(ε · score / 2 · unit); standard error at 4,000 draws 0.008, five
     * of them.
     */
    @Test
    void choicesFollowTheExponentialMechanism() {
        long[] scores = {0, 700, 1000, -5000};
        double each = 0.02;
        double epsilon = Math.sqrt(8 * each);
        int[] seen = new int[scores.length];
        for (int i = 0; i < 4000; i++) {
            seen[budget(10, 1e-6, i).choose(Pot.CHOICE, "pair", each, scores, 512)]++;
        }
        double sum = 0;
        for (long s : scores) {
            sum += Math.exp(epsilon * s / 1024);
        }
        for (int k = 0; k < scores.length; k++) {
            assertEquals(Math.exp(epsilon * scores[k] / 1024) / sum, seen[k] / 4000.0, 0.04);
        }
    }

    /**
     * What one person alone answers comes through with a chance of δ/10 of the columns: with δ 0.1
     * and 1 column 1 %; 40 or fewer of 2,000 with chance above 1 − 1e-4. Without the threshold it
     * would be half.
     */
    @Test
    void anAnswerOfOnePersonStaysInside() {
        int alone = 0;
        int many = 0;
        for (int i = 0; i < 2000; i++) {
            Budget budget = budget(1, 0.1, i);
            double rho = budget.left(Pot.DOMAINS);
            long[] shown = budget.shared(Pot.DOMAINS, "levels", rho, 1, new long[] {1, 5000});
            alone += shown[0] > 0 ? 1 : 0;
            many += shown[1] > 0 ? 1 : 0;
        }
        assertTrue(alone <= 40, "one person alone: " + alone);
        assertEquals(2000, many);
    }

    @Test
    void aPromiseOfNothingIsNone() {
        for (double[] bad :
                new double[][] {
                    {0, 1e-6}, {-1, 1e-6}, {Double.NaN, 1e-6}, {1, 0}, {1, 1}, {1e7, 0.1}
                }) {
            assertThrows(IllegalArgumentException.class, () -> new Promise(bad[0], bad[1]));
        }
    }
}
