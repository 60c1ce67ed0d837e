package org.anamnesis.generate.dp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

/**
 * An attack by someone who knows everybody but one: she learns from the table with and without that
 * person many times and tells the two apart by what the model says of the person's values. What she
 * finds is a lower bound of the ε that is really kept. Source: Jagielski et al. (2020),
 * arXiv:2006.07709, with Clopper and Pearson's limits.
 */
class NeighboursTest {
    private static final int TRIES = 600;

    /** Chance that one of the limits is wrong. */
    private static final double ALPHA = 1e-5;

    private static final List<Variable> COLUMNS =
            List.of(
                    Variable.category("a", List.of("x", "y")),
                    Variable.category("b", List.of("x", "y")));

    /** Thirty people of x and x, and one of y and y or not. */
    private static Table table(boolean there) {
        int n = there ? 31 : 30;
        double[] value = new double[n];
        if (there) {
            value[30] = 1;
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return new Table(COLUMNS, new double[][] {value, value.clone()}, weights);
    }

    private static double[] suspicion(boolean there, double epsilon) {
        double[] out = new double[TRIES];
        for (int i = 0; i < TRIES; i++) {
            var bits =
                    RandomBits.repeatable(new SeedTree(there ? i : TRIES + i), "noise " + epsilon);
            LearnedModel model =
                    new MstLearner(new Budget(new Promise(epsilon, 1e-6), bits), Map.of())
                            .learn(table(there), Training.usual(1));
            double[][] row = new double[3][1];
            var y = new Allowance.Levels(Set.of(1));
            for (List<Allowance> asked :
                    List.of(
                            List.<Allowance>of(y, Allowance.ANY),
                            List.<Allowance>of(Allowance.ANY, y),
                            List.<Allowance>of(y, y))) {
                model.draw(new double[][] {row[0], row[1]}, row[2], asked, 0, 1, new SeedTree(1));
                out[i] += row[2][0];
            }
        }
        return out;
    }

    /** The largest lower bound of ε over all thresholds; each counts as one of its own. */
    private static double bound(double epsilon) {
        double[] with = suspicion(true, epsilon);
        double[] without = suspicion(false, epsilon);
        double best = 0;
        for (double threshold : new double[] {1e-9, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4, 0.8}) {
            long hits = Arrays.stream(with).filter(s -> s > threshold).count();
            long alarms = Arrays.stream(without).filter(s -> s > threshold).count();
            best = Math.max(best, bound(hits, alarms));
            best = Math.max(best, bound(TRIES - alarms, TRIES - hits));
        }
        return best;
    }

    private static double bound(long more, long fewer) {
        double low =
                more == 0
                        ? 0
                        : BetaDistribution.of((double) more, TRIES - more + 1.0)
                                .inverseCumulativeProbability(ALPHA);
        double high =
                fewer == TRIES
                        ? 1
                        : BetaDistribution.of(fewer + 1.0, (double) (TRIES - fewer))
                                .inverseSurvivalProbability(ALPHA);
        return low > 1e-6 ? Math.log((low - 1e-6) / high) : 0;
    }

    @Test
    void anAttackFindsNoMoreThanWasPromised() {
        for (double epsilon : new double[] {0.5, 2}) {
            double found = bound(epsilon);
            assertTrue(found <= epsilon, "of a promise of %s: %s".formatted(epsilon, found));
        }
    }

    /** Noise of ε 40 under a promise of 1: the attack must see it, or the test above is blind. */
    @Test
    void tooLittleNoiseIsFound() {
        assertTrue(bound(40) > 1, "found " + bound(40));
    }
}
