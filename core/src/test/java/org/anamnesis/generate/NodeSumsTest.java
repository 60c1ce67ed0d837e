package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

/** Sums of a node are those that adding row after row gives, to the last bit. */
class NodeSumsTest {
    private static final int ROWS = 500;

    @Test
    void areThoseOfAddingRowAfterRow() {
        ForAll.seeds(
                20,
                seed -> {
                    int columns = 1 + draw(seed, 0, 5);
                    int groups = draw(seed, 1, 4);
                    byte[][] codes = new byte[columns][ROWS];
                    Bins[] bins = new Bins[columns];
                    for (int f = 0; f < columns; f++) {
                        int count = 2 + draw(seed, 2 + f, 60);
                        bins[f] = Bins.inOrder(count);
                        for (int i = 0; i < ROWS; i++) {
                            codes[f][i] = (byte) draw(seed + f, i, count);
                        }
                    }
                    double[] weights =
                            IntStream.range(0, ROWS).mapToDouble(i -> u(seed, i)).toArray();
                    double[] score =
                            IntStream.range(0, ROWS).mapToDouble(i -> u(~seed, i)).toArray();
                    int[] group =
                            groups < 2
                                    ? null
                                    : IntStream.range(0, ROWS).map(i -> i % groups).toArray();
                    var target = new TreeGrower.Target(group == null ? score : null, group, groups);
                    int[] rows = IntStream.range(0, ROWS).filter(i -> i % 3 > 0).toArray();
                    int[] asked = IntStream.range(0, columns).toArray();
                    var sums = new NodeSums(codes, asked, bins, weights, target, rows);
                    sums.done(sums.of(rows, 0, rows.length)); // what was there before is gone
                    double[] found = sums.of(rows, 10, 200);
                    double[] wanted = new double[found.length];
                    int width = target.channels() + 2;
                    for (int f = 0; f < columns; f++) {
                        for (int i = 10; i < 200; i++) {
                            int row = rows[i];
                            int at = sums.offset(f) + codes[f][row] * width;
                            wanted[at]++;
                            wanted[at + 1] += weights[row];
                            if (width == 3) {
                                wanted[at + 2] += weights[row] * target.value(row);
                            } else {
                                wanted[at + 2 + group[row]] += weights[row];
                            }
                        }
                    }
                    assertArrayEquals(wanted, found);
                    int last = columns - 1;
                    assertArrayEquals(
                            Arrays.copyOfRange(found, sums.offset(last), found.length),
                            sums.some(found, new int[] {last}));
                });
    }

    private static int draw(long seed, int i, int below) {
        return (int) (below * u(seed + 100, i));
    }

    private static double u(long seed, int i) {
        return SeedTree.uniform(SeedTree.key(seed, i), 0);
    }
}
