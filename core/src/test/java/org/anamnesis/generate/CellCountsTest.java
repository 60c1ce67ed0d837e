package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class CellCountsTest {
    @Test
    void sharesAreMetToTheLastPatient() {
        ForAll.seeds(
                300,
                seed -> {
                    long key = new SeedTree(seed).purpose("cells");
                    int shares = 1 + (int) (4 * SeedTree.uniform(key, 0));
                    int cells = 1 << shares;
                    long n = 5 + (long) (3000 * SeedTree.uniform(key, 1));
                    double[] weight = new double[cells];
                    for (int c = 0; c < cells; c++) {
                        weight[c] = 0.01 + SeedTree.uniform(key, 2 + c);
                    }
                    double total = Arrays.stream(weight).sum();
                    double[] expected = new double[cells];
                    long[] keys = new long[cells];
                    double[] margin = new double[shares];
                    for (int c = 0; c < cells; c++) {
                        expected[c] = n * weight[c] / total;
                        keys[c] = c;
                        for (int k = 0; k < shares; k++) {
                            margin[k] += (c >>> k & 1) * expected[c];
                        }
                    }
                    long[] wanted = Arrays.stream(margin).mapToLong(Math::round).toArray();
                    long[] counts = CellCounts.of(n, expected, keys, wanted);
                    assertEquals(n, Arrays.stream(counts).sum());
                    for (int k = 0; k < shares; k++) {
                        long met = 0;
                        for (int c = 0; c < cells; c++) {
                            met += (c >>> k & 1) * counts[c];
                        }
                        assertEquals(wanted[k], met, "share " + k);
                    }
                    for (int c = 0; c < cells; c++) {
                        assertTrue(Math.abs(counts[c] - expected[c]) < shares + 2);
                    }
                });
    }

    @Test
    void sharesThatExcludeEachOtherAddUp() {
        long[] counts =
                CellCounts.of(
                        10,
                        new double[] {3.33, 3.33, 3.34},
                        new long[] {1, 2, 4},
                        new long[] {3, 3, 4});
        assertEquals("[3, 3, 4]", Arrays.toString(counts));
    }
}
