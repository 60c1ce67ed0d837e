package org.anamnesis.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WeightedTest {
    private static final double[] ONES = {1, 1, 1, 1, 1};

    @Test
    void ranksThatRunTogetherCorrelateByOneAndAgainstEachOtherByMinusOne() {
        double[] x = {1, 2, 3, 4, 5};
        double[] squares = {1, 4, 9, 16, 25};
        double[] down = {50, 40, 3, 2, 1};

        assertEquals(1, Weighted.rankCorrelation(x, squares, ONES), 1e-12);
        assertEquals(-1, Weighted.rankCorrelation(x, down, ONES), 1e-12);
    }

    /** By hand: ranks 1, 2.5, 2.5, 4, 5 against 1 to 5 give 9.5 / sqrt(9.5 * 10). */
    @Test
    void equalValuesShareTheirRank() {
        double[] x = {1, 2, 2, 3, 4};
        double[] y = {1, 2, 3, 4, 5};

        assertEquals(9.5 / Math.sqrt(95), Weighted.rankCorrelation(x, y, ONES), 1e-12);
    }

    @Test
    void whoeverWeighsMoreCountsMore() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {1, 2, 3, 5, 4};
        double even = Weighted.rankCorrelation(x, y, ONES);
        double heavy = Weighted.rankCorrelation(x, y, new double[] {9, 9, 9, 1, 1});

        assertTrue(heavy > even, heavy + " and " + even);
    }
}
