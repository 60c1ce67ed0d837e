package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    private static final double[] TIME = {1, 2, 2, 3, 4, 5};
    private static final boolean[] EVENT = {true, true, true, false, true, false};

    /**
     * By hand: events at 1 (5 pairs), 2 (3 later), 2 (3 later), 4 (1 later), 12 pairs. Scores 9, 1,
     * 5, 5, 5, 2: of them 5 + 0 + (1/2 + 1/2 + 1) + 1 agree.
     */
    @Test
    void concordanceFollowsAnExampleWorkedByHand() {
        double c = Concordance.of(new double[] {9, 1, 5, 5, 5, 2}, TIME, EVENT);
        assertEquals(8.0 / 12, c, 1e-12);
        assertEquals(1, Concordance.of(new double[] {9, 8, 8, 7, 6, 5}, TIME, EVENT), 1e-12);
        assertTrue(Double.isNaN(Concordance.of(new double[6], TIME, new boolean[6])), "no event");
    }

    /** Derivatives against differences of the partial likelihood itself, with Breslow's ties. */
    @Test
    void theGradientIsThatOfThePartialLikelihood() {
        Loss loss = CoxLoss.of(TIME, EVENT);
        double[] scores = {0.3, -0.2, 1.1, 0, 0.5, -1};
        double[][] gradient = new double[1][6];
        double[][] curvature = new double[1][6];
        loss.derive(new double[][] {scores}, gradient, curvature);
        for (int i = 0; i < 6; i++) {
            double step = 1e-4;
            double up = shifted(scores, i, step);
            double down = shifted(scores, i, -step);
            double middle = shifted(scores, i, 0);
            assertEquals((up - down) / (2 * step), gradient[0][i], 1e-6);
            assertEquals((up - 2 * middle + down) / (step * step), curvature[0][i], 1e-4);
        }
    }

    private static double shifted(double[] scores, int i, double by) {
        double[] moved = scores.clone();
        moved[i] += by;
        double negative = 0;
        for (int j = 0; j < 6; j++) {
            if (EVENT[j]) {
                double risk = 0;
                for (int k = 0; k < 6; k++) {
                    risk += TIME[k] >= TIME[j] ? Math.exp(moved[k]) : 0;
                }
                negative += Math.log(risk) - moved[j];
            }
        }
        return negative;
    }

    @Test
    void hazardsLearnedFromOthersOfTheSameKindCarryOverAndShuffledOnesDoNot() {
        Table train = survivors(0, 800);
        Table holdout = survivors(800, 400);
        Table fresh = survivors(1200, 800);
        JudgedOutcome outcome = new JudgedOutcome.Survival("months", "died");
        Utility good = judged(train, holdout, fresh, outcome);
        assertEquals(Utility.Measure.CONCORDANCE, good.measure());
        assertTrue(good.real().value() > 0.65, "C " + good.real());
        assertTrue(Math.abs(good.gap().value()) < 0.04, "gap " + good.gap());
        Utility bad = judged(train, holdout, MadePeople.shuffled(train, 3), outcome);
        assertTrue(bad.gap().high() < -0.05, "gap " + bad.gap());
    }

    private static Utility judged(
            Table train, Table holdout, Table synthetic, JudgedOutcome outcome) {
        JudgedTables tables = new JudgedTables(train, holdout, synthetic);
        return outcome.match(new CarryOver(tables, new SeedTree(1))).orElseThrow();
    }

    /** Exponential times with hazard by age and treatment, cut off at 60 months. */
    private static Table survivors(int first, int n) {
        double[][] columns = new double[4][n];
        long purpose = new SeedTree(5).purpose("survivors");
        for (int i = 0; i < n; i++) {
            long key = SeedTree.key(purpose, first + i);
            double age = 30 + 50 * SeedTree.uniform(key, 0);
            int treated = SeedTree.uniform(key, 1) < 0.5 ? 1 : 0;
            double hazard = 0.01 * Math.exp(0.05 * (age - 55) - treated);
            double time = -Math.log(1 - SeedTree.uniform(key, 2)) / hazard;
            columns[0][i] = age;
            columns[1][i] = treated;
            columns[2][i] = Math.min(60, time);
            columns[3][i] = time <= 60 ? 1 : 0;
        }
        return PeerTables.table(
                List.of(
                        Variable.number("age", "a", 0),
                        Variable.flag("treated"),
                        Variable.number("months", "mo", 1),
                        Variable.flag("died")),
                Arrays.asList(columns));
    }
}
