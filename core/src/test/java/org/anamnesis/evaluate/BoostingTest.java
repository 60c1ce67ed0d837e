package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final SeedTree SEEDS = new SeedTree(1);
    private static final Boosting.Settings ALL = new Boosting.Settings(60, 15, 0.2, 5, 0, 1);

    /**
     * One tree of two leaves, full step, by hand: y = 1, 1, 5 at x = 1, 2, 3; start 7/3; the cut
     * between 2 and 3 leaves residuals −4/3, −4/3 | 8/3, so the means 1 and 5 come out. With λ = 1
     * the leaf values are −8/9 and 4/3.
     */
    @Test
    void oneTreeFollowsAnExampleWorkedByHand() {
        Table x = numbers(new double[] {1, 2, 3});
        Loss loss = Loss.squared(new double[] {1, 1, 5});
        double[] plain =
                Boosting.fit(x, loss, new Boosting.Settings(1, 2, 1, 1, 0, 1), SEEDS).scores(x)[0];
        assertArrayEquals(new double[] {1, 1, 5}, plain, 1e-9);
        double[] shrunk =
                Boosting.fit(x, loss, new Boosting.Settings(1, 2, 1, 1, 1, 1), SEEDS).scores(x)[0];
        assertArrayEquals(
                new double[] {7 / 3.0 - 8 / 9.0, 7 / 3.0 - 8 / 9.0, 7 / 3.0 + 4 / 3.0},
                shrunk,
                1e-9);
    }

    @Test
    void twoColumnsThatOnlySayAnythingTogetherAreLearned() {
        int n = 2000;
        double[] a = uniform(n, 0);
        double[] b = uniform(n, 1);
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            yes[i] = a[i] > 0.5 != b[i] > 0.3;
        }
        Table x = numbers(a, b);
        double[] scores =
                Boosting.fit(
                                x.rows(range(0, 1000)),
                                Loss.logistic(Arrays.copyOf(yes, 1000)),
                                ALL,
                                SEEDS)
                        .scores(x.rows(range(1000, n)))[0];
        boolean[] asked = Arrays.copyOfRange(yes, 1000, n);
        double auc = Auc.of(scores, asked).value();
        assertTrue(auc > 0.97, "AUC " + auc);
    }

    /** The class follows from the level's remainder by 3: no order of the codes shows it. */
    @Test
    void levelsAreSplitByWhatTheyMeanNotByTheirCode() {
        int n = 3000;
        double[] level = uniform(n, 2);
        int[] y = new int[n];
        for (int i = 0; i < n; i++) {
            level[i] = Math.floor(30 * level[i]);
            y[i] = (int) level[i] % 3;
        }
        List<String> names = IntStream.range(0, 30).mapToObj(k -> "level " + k).toList();
        Table x = PeerTables.table(List.of(Variable.category("c", names)), List.of(level));
        double[][] scores = Boosting.fit(x, Loss.softmax(y, 3), ALL, SEEDS).scores(x);
        int right = 0;
        for (int i = 0; i < n; i++) {
            double most = Math.max(scores[0][i], Math.max(scores[1][i], scores[2][i]));
            right += scores[y[i]][i] == most ? 1 : 0;
        }
        assertEquals(n, right);
    }

    @Test
    void missingIsADirectionOfItsOwn() {
        int n = 1000;
        double[] a = uniform(n, 3);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            boolean gone = i % 4 == 0;
            y[i] = gone ? 10 : a[i];
            a[i] = gone ? Double.NaN : a[i];
        }
        Table x = numbers(a);
        double[] found = Boosting.fit(x, Loss.squared(y), ALL, SEEDS).scores(x)[0];
        for (int i = 0; i < n; i++) {
            assertEquals(y[i], found[i], 0.1, "row " + i);
        }
    }

    @Test
    void aSmoothFunctionIsLearnedAndNoiseIsNot() {
        int n = 3000;
        double[] a = uniform(n, 4);
        double[] noise = uniform(n, 5);
        double[] y = new double[n];
        double[] nothing = uniform(n, 6);
        for (int i = 0; i < n; i++) {
            y[i] = Math.sin(6 * a[i]);
        }
        Table x = numbers(a, noise);
        Table learned = x.rows(range(0, 2000));
        Table asked = x.rows(range(2000, n));
        assertTrue(explained(learned, asked, y) > 0.98);
        double chance = explained(learned, asked, nothing);
        assertTrue(chance < 0.02, "R² of noise " + chance);
    }

    @Test
    void theSameSeedGrowsTheSameTreesAndAnotherOthers() {
        Table x = numbers(uniform(500, 7), uniform(500, 8), uniform(500, 9));
        Loss loss = Loss.squared(uniform(500, 10));
        Boosting.Settings some = Boosting.Settings.PREDICT;
        double[] first = Boosting.fit(x, loss, some, SEEDS).scores(x)[0];
        assertArrayEquals(first, Boosting.fit(x, loss, some, SEEDS).scores(x)[0], 0);
        double[] other = Boosting.fit(x, loss, some, new SeedTree(2)).scores(x)[0];
        assertTrue(first[0] != other[0] || first[1] != other[1]);
    }

    private static double explained(Table learned, Table asked, double[] y) {
        double[] known = Arrays.copyOf(y, learned.rows());
        double[] found =
                Boosting.fit(learned, Loss.squared(known), Boosting.Settings.PREDICT, SEEDS)
                        .scores(asked)[0];
        double mean = 0;
        for (int i = learned.rows(); i < y.length; i++) {
            mean += y[i] / asked.rows();
        }
        double left = 0;
        double all = 0;
        for (int i = 0; i < found.length; i++) {
            double truth = y[learned.rows() + i];
            left += (truth - found[i]) * (truth - found[i]);
            all += (truth - mean) * (truth - mean);
        }
        return 1 - left / all;
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static double[] uniform(int n, int stream) {
        long key = SeedTree.key(new SeedTree(77).purpose("uniform"), stream);
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = SeedTree.uniform(key, i);
        }
        return out;
    }

    private static Table numbers(double[]... columns) {
        List<Variable> variables =
                IntStream.range(0, columns.length)
                        .mapToObj(k -> Variable.number("x" + k, "", 3))
                        .toList();
        return PeerTables.table(variables, List.of(columns));
    }
}
