package org.anamnesis.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PermutationTest {
    @Test
    void everyPlaceIsTakenOnce() {
        for (int n = 1; n <= 300; n++) {
            check(n);
        }
        check(65_537);
    }

    private static void check(int n) {
        var order = new Permutation(n, new SeedTree(n).purpose("order"));
        var taken = new BitSet(n);
        for (int i = 0; i < n; i++) {
            long place = order.place(i);
            assertTrue(place >= 0 && place < n);
            assertTrue(!taken.get((int) place), "place taken twice of " + n);
            taken.set((int) place);
        }
        assertEquals(n, taken.cardinality());
    }

    /**
     * The first 1,000 of 10,000 fall evenly into ten tenths: χ², 9 degrees of freedom, 45 has p =
     * 9e−7.
     */
    @Test
    void neighboursAreSpread() {
        assertTrue(unevenness(false) < 45);
    }

    @Test
    void noOrderAtAllIsCaught() {
        assertTrue(unevenness(true) > 45);
    }

    private static double unevenness(boolean identity) {
        var order = new Permutation(10_000, new SeedTree(4).purpose("order"));
        int[] seen = new int[10];
        for (int i = 0; i < 1000; i++) {
            seen[(int) ((identity ? i : order.place(i)) / 1000)]++;
        }
        double sum = 0;
        for (int s : seen) {
            sum += (s - 100) * (s - 100) / 100.0;
        }
        return sum;
    }
}
