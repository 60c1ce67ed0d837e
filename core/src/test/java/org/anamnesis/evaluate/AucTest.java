package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class AucTest {
    /**
     * Cases 3, 5, 6 and controls 1, 4, 5, by hand: shares of controls below the cases 1/3, 5/6, 1;
     * shares of cases above the controls 1, 2/3, 1/2; variance (0.12037 + 0.06481) / 3.
     */
    @Test
    void followsAnExampleWorkedByHand() {
        Auc auc =
                Auc.of(
                        new double[] {3, 1, 5, 4, 6, 5},
                        new boolean[] {true, false, true, false, true, false});
        assertEquals(6.5 / 9, auc.value(), 1e-12);
        Estimate found = auc.estimate();
        assertEquals(0.248452, (auc.value() - found.low()) / Estimate.Z, 1e-5);
        assertEquals(1, found.high());
    }

    /** Hanley and McNeil 1982, Radiology 143:29, table 1: area 0.893, standard error 0.032. */
    @Test
    void comesToThePublishedAreaOfComputedTomography() {
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        double[] scores = new double[109];
        boolean[] isCase = new boolean[109];
        int at = 0;
        for (int rating = 0; rating < 5; rating++) {
            for (int i = 0; i < normal[rating] + abnormal[rating]; i++) {
                isCase[at] = i >= normal[rating];
                scores[at++] = rating;
            }
        }
        Estimate found = Auc.of(scores, isCase).estimate();
        assertEquals(0.893, found.value(), 5e-4);
        assertEquals(0.032, (found.high() - found.value()) / Estimate.Z, 2e-3);
    }

    /** 95 % intervals of 400 samples: fewer than 360 or more than 396 hits has odds below 1e-4. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        int hits = 0;
        double truth = 1 - 0.5 * 0.7 * 0.7; // of u + 0.3 against u, u uniform
        for (int seed = 0; seed < 400; seed++) {
            long key = SeedTree.key(new SeedTree(seed).purpose("auc"), 0);
            double[] scores = new double[200];
            boolean[] isCase = new boolean[200];
            for (int i = 0; i < 200; i++) {
                isCase[i] = i % 2 == 0;
                scores[i] = SeedTree.uniform(key, i) + (isCase[i] ? 0.3 : 0);
            }
            Estimate found = Auc.of(scores, isCase).estimate();
            hits += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }
        assertTrue(hits >= 360 && hits <= 396, "hits " + hits);
    }

    @Test
    void theSameScoresDifferByNothingAndMirroredOnesMirrorTheArea() {
        ForAll.seeds(
                20,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("auc"), 1);
                    double[] scores = new double[60];
                    boolean[] isCase = new boolean[60];
                    for (int i = 0; i < 60; i++) {
                        scores[i] = Math.floor(5 * SeedTree.uniform(key, i)); // ties
                        isCase[i] = i == 0 || (i > 1 && SeedTree.uniform(key, 100 + i) < 0.4);
                    }
                    Auc auc = Auc.of(scores, isCase);
                    double[] mirrored = Arrays.stream(scores).map(x -> -x).toArray();
                    assertEquals(1 - auc.value(), Auc.of(mirrored, isCase).value(), 1e-12);
                    assertEquals(new Estimate(0, 0, 0), auc.less(auc));
                });
    }

    @Test
    void oneKindOnlyHasNoArea() {
        assertTrue(
                Double.isNaN(
                        Auc.of(new double[] {1, 2}, new boolean[] {true, true})
                                .estimate()
                                .value()));
    }
}
