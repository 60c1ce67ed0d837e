package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;

/** What is computed for many rows at a time is what is computed for each alone. */
class TreeWalkTest {
    private static final int ROWS = 1_003; // no multiple of four
    private static final int COLUMNS = 9;

    /** A tree of 31 nodes, unbalanced: left children are leaves in every other level. */
    private static Tree tree(long key) {
        int n = 31;
        int[] column = new int[n];
        long[] left = new long[n];
        int[] first = new int[n];
        int[] end = new int[n];
        double[] cumulative = new double[16 * 7];
        int[] donors = new int[cumulative.length];
        int leaves = 0;
        for (int node = 0; node < n; node++) {
            boolean inner = node % 2 == 0 && node < n - 1;
            column[node] =
                    inner ? (int) Math.floorMod(SeedTree.bits(key, node), (long) COLUMNS) : -1;
            left[node] = SeedTree.bits(key, 100 + node);
            first[node] = inner ? node + 1 : 7 * leaves;
            end[node] = inner ? 0 : 7 * leaves + 1 + leaves % 7;
            for (int k = 7 * leaves; !inner && k < end[node]; k++) {
                double before = k == first[node] ? 0 : cumulative[k - 1];
                cumulative[k] = before + SeedTree.uniform(key, 200 + k);
                donors[k] = k;
            }
            leaves += inner ? 0 : 1;
        }
        return new Tree(column, left, first, end, donors, cumulative);
    }

    private static byte[][] codes(long key) {
        byte[][] codes = new byte[COLUMNS + 4][ROWS];
        for (int c = 0; c < COLUMNS; c++) {
            for (int i = 0; i < ROWS; i++) {
                codes[c][i] = (byte) (SeedTree.bits(key + c, i) >>> 58);
            }
        }
        return codes;
    }

    @Test
    void rowsThatWalkTogetherComeToTheirOwnLeaves() {
        for (long seed = 0; seed < 20; seed++) {
            Tree tree = tree(seed);
            byte[][] codes = codes(seed);
            for (int count : new int[] {1, 2, 5, ROWS}) {
                int[] together = new int[count];
                tree.leaves(codes, count, together);
                assertEquals(
                        Arrays.toString(
                                IntStream.range(0, count).map(i -> tree.leaf(codes, i)).toArray()),
                        Arrays.toString(together));
            }
        }
    }

    @Test
    void aDonorIsTheFirstWhoseRunningWeightIsAboveTheDraw() {
        Tree tree = tree(7);
        for (int leaf = 0; leaf < tree.nodes(); leaf++) {
            for (int k = 0; tree.column(leaf) < 0 && k < 200; k++) {
                double u = SeedTree.uniform(leaf, k);
                double at = u * tree.weight(leaf);
                int place = tree.first(leaf);
                double running = tree.weight(leaf, place);
                while (place < tree.end(leaf) - 1 && running <= at) {
                    running += tree.weight(leaf, ++place);
                }
                assertEquals(tree.donor(place), tree.donor(leaf, u));
            }
        }
    }

    /** Sums of three targets with columns of all sizes, added at once and one after another. */
    @Test
    void sumsAddedAtOnceHaveTheCodesOfEach() {
        byte[][] codes = codes(3);
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1);
        int[] rows = IntStream.range(0, ROWS).toArray();
        double[][] scores = new double[COLUMNS][];
        int[] asked = IntStream.range(0, COLUMNS).toArray();
        List<AdditiveIndex> sums =
                IntStream.range(0, 4)
                        .mapToObj(
                                t -> {
                                    double[] y = new double[ROWS];
                                    Arrays.setAll(y, i -> codes[t][i] + codes[t + 3][i] % 7);
                                    return AdditiveIndex.of(codes, scores, weights, asked, y, rows);
                                })
                        .toList();
        byte[][] atOnce = new byte[4][ROWS];
        SumCodes.of(sums).code(codes, atOnce);
        int apart = 0;
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < ROWS; i++) {
                double sum = -sums.get(t).low();
                for (int f = 0; f < COLUMNS; f++) {
                    sum += sums.get(t).part(f, codes[f][i]);
                }
                int code = 1 + (int) Math.max(0, Math.min(AdditiveIndex.BINS - 1, Math.floor(sum)));
                assertTrue(Math.abs(code - atOnce[t][i]) <= 1, () -> "code " + code);
                apart += code == atOnce[t][i] ? 0 : 1;
            }
        }
        // nine summands rounded to 1/128 of a bin are off by 0.005 bins on average
        assertTrue(apart < 0.01 * 4 * ROWS, "apart: " + apart);
        assertTrue(IntStream.range(0, ROWS).map(i -> atOnce[1][i]).distinct().count() > 30);
    }
}
