package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

/**
 * Intervals of shares, risks relative to strangers, and the group size they are carried over to.
 */
class SharesTest {
    /** Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8, table I, method 3. */
    @Test
    void wilsonIntervalsAreThoseOfNewcombe() {
        assertInterval(0.2553, 0.3662, Wilson.share(81, 263));
        assertInterval(0.0624, 0.1605, Wilson.share(15, 148));
        assertInterval(0.0000, 0.1611, Wilson.share(0, 20));
        assertInterval(0.0061, 0.1718, Wilson.share(1, 29));
    }

    private static void assertInterval(double low, double high, Estimate found) {
        assertEquals(low, found.low(), 6e-5);
        assertEquals(high, found.high(), 6e-5);
    }

    /**
     * Anonymeter's own arithmetic for 100 attacks, 60 and 20 successes: rates 0.5963 ± 0.0942 and
     * 0.2111 ± 0.0779, so risk (0.5963 − 0.2111) / 0.7889 and errors by propagation.
     */
    @Test
    void riskIsWhatIsFoundOutBeyondStrangers() {
        AttackRisk found = AttackRisk.of("tried", 100, 60, 20, 1);
        assertEquals(0.48826, found.risk().value(), 1e-4);
        assertEquals(0.48826 - 0.12974, found.risk().low(), 1e-4);
        assertEquals(0, AttackRisk.of("tried", 100, 20, 60, 1).risk().value());
        assertTrue(AttackRisk.of("tried", 100, 5, 5, 9).noBetterThanGuessing());
    }

    /**
     * All of 40 training people and 37 of 40 strangers: the risk looks high, and chance does it.
     */
    @Test
    void whatIsGuessedOfNearlyEverybodyIsNoLeak() {
        AttackRisk found = AttackRisk.of("tried", 40, 40, 37, 20);
        assertTrue(found.risk().low() > 0.1 && found.ahead() < 3, "" + found.ahead());
        assertTrue(AttackRisk.of("tried", 1000, 950, 800, 500).ahead() > 3);
    }

    @Test
    void predicatesAreCarriedOverToALargerGroup() {
        double[] shares = {0.0002, 0.001, 0.01, 0.2};
        int predicates = 2000;
        int size = 500;
        int wanted = 2000;
        int[] matches = new int[predicates];
        double expected = 0;
        for (int j = 0; j < predicates; j++) {
            double w = shares[j % shares.length];
            long key = SeedTree.key(new SeedTree(3).purpose("matches"), j);
            for (int i = 0; i < size; i++) {
                matches[j] += SeedTree.uniform(key, i) < w ? 1 : 0;
            }
            expected += wanted * w * Math.pow(1 - w, wanted - 1);
        }
        double found = GroupSize.successes(matches, size, wanted);
        assertEquals(expected, found, 0.15 * expected);
        assertEquals(0, GroupSize.successes(new int[] {0, 2, 3}, 500, 500));
    }

    @Test
    void distancesOfColumnsFollowExamplesWorkedByHand() {
        Variable number = Variable.number("x", "", 0);
        double nan = Double.NaN;
        double[] a = {1, 2, 3, 4, nan};
        assertEquals(0, Marginals.distance(number, a, new double[] {4, 3, 2, 1}));
        assertEquals(0.5, Marginals.distance(number, a, new double[] {3, 4, 5, 6, 3, 4, 5, 6}));
        assertEquals(1, Marginals.distance(number, a, new double[] {nan, nan}));
        Variable category = Variable.category("c", List.of("a", "b"));
        double[] b = {0, 0, 1, 1};
        assertEquals(0.25, Marginals.distance(category, b, new double[] {0, 0, 1, nan}));
    }

    /** Cramér's V of the table 10 20 / 30 40: χ² = 0.7937, n = 100; η of 1 2 | 3 4 is 2/√5. */
    @Test
    void associationsFollowExamplesWorkedByHand() {
        double[] row = new double[100];
        double[] column = new double[100];
        for (int i = 0; i < 100; i++) {
            row[i] = i < 30 ? 0 : 1;
            column[i] = i < 10 || (i >= 30 && i < 60) ? 0 : 1;
        }
        List<String> two = List.of("a", "b");
        Table categories =
                PeerTables.table(
                        List.of(Variable.category("r", two), Variable.category("c", two)),
                        List.of(row, column));
        assertEquals(Math.sqrt(0.79365 / 100), Associations.of(categories).mixed()[0][1], 1e-5);
        Table mixed =
                PeerTables.table(
                        List.of(Variable.category("c", two), Variable.number("x", "", 0)),
                        List.of(new double[] {0, 0, 1, 1}, new double[] {1, 2, 3, 4}));
        assertEquals(2 / Math.sqrt(5), Associations.of(mixed).mixed()[1][0], 1e-12);
    }

    /**
     * Doll and Hill 1950, men: lung cancer 647 smokers, 2 not; controls 622 and 27; odds ratio 14.
     */
    @Test
    void effectsAreThoseOfPublishedTables() {
        int[] counts = {27, 622, 2, 647};
        double[] cancer = new double[1298];
        double[] smoker = new double[1298];
        int at = 0;
        for (int cell = 0; cell < 4; cell++) {
            for (int i = 0; i < counts[cell]; i++) {
                cancer[at] = cell < 2 ? 0 : 1;
                smoker[at++] = cell % 2;
            }
        }
        Table men =
                PeerTables.table(
                        List.of(Variable.flag("cancer"), Variable.flag("smoker")),
                        List.of(cancer, smoker));
        Table none = MadePeople.shuffled(men, 2);
        Effect found = Effects.of(men, none, 0).get(0);
        assertEquals(Math.log(647.5 * 27.5 / (622.5 * 2.5)), found.real().value(), 1e-9);
        assertEquals(14.04, 647.0 * 27 / (622 * 2), 0.01);
        assertTrue(!found.kept() && Math.abs(found.synthetic().value()) < 1);
    }
}
