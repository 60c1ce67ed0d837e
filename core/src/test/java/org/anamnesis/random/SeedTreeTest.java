package org.anamnesis.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class SeedTreeTest {
    /**
     * Reference vector: the first outputs of SplitMix64 from state 1234567, as published with the
     * reference implementation (splitmix64.c, S. Vigna, and used by Rosetta Code's "Pseudo-random
     * numbers/Splitmix64").
     */
    @Test
    void drawsAreSplitMix64() {
        long[] published = {
            6457827717110365317L,
            3203168211198807973L,
            -8629252141511181193L,
            4593380528125082431L,
            -2037821214251327795L
        };
        for (int k = 0; k < published.length; k++) {
            assertEquals(published[k], SeedTree.bits(1234567L, k), "draw " + k);
        }
    }

    @Test
    void aPatientDoesNotDependOnThreadsOrOnOtherPatients() {
        ForAll.seeds(
                50,
                seed -> {
                    long age = new SeedTree(seed).purpose("age");
                    long[] parallel =
                            LongStream.range(0, 500)
                                    .parallel()
                                    .map(i -> SeedTree.bits(SeedTree.key(age, i), 0))
                                    .toArray();
                    int chosen = (int) (seed * 7 % 500);
                    assertEquals(
                            parallel[chosen],
                            SeedTree.bits(
                                    SeedTree.key(new SeedTree(seed).purpose("age"), chosen), 0));
                });
    }

    @Test
    void purposesDoNotShareStreams() {
        var seeds = new SeedTree(1);
        assertNotEquals(seeds.purpose("age"), seeds.purpose("sex"));
        assertNotEquals(seeds.purpose("age"), new SeedTree(2).purpose("age"));
    }

    /**
     * χ² of 20 cells over patients, n = 100 000, 19 degrees of freedom: 73.1 has p = 3e-8, so false
     * alarms are below 1e-6.
     */
    @Test
    void drawsOfNeighbouringPatientsAreUniform() {
        assertTrue(chiSquare(1.0) < 73.1);
    }

    @Test
    void aStreamThatIsSlightlyOffIsCaught() {
        assertTrue(chiSquare(0.98) > 73.1);
    }

    private static double chiSquare(double squeeze) {
        long purpose = new SeedTree(20_261_123).purpose("test");
        int n = 100_000;
        int[] seen = new int[20];
        for (int i = 0; i < n; i++) {
            seen[(int) (20 * squeeze * SeedTree.uniform(SeedTree.key(purpose, i), 0))]++;
        }
        double sum = 0;
        for (int s : seen) {
            sum += (s - n / 20.0) * (s - n / 20.0) / (n / 20.0);
        }
        return sum;
    }
}
