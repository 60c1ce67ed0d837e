package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

/**
 * Two numbers of codes 1 to 21, evenly spread; the target rises with one and bends in the other.
 */
class AdditiveIndexTest {
    private static final int CODES = 21;
    private static final int ROWS = CODES * CODES;

    private static AdditiveIndex index(double line, double bend) {
        double[] score = new double[CODES + 1];
        for (int c = 1; c <= CODES; c++) {
            score[c] = (c - 11) / 6.06; // mean 0, variance 1
        }
        byte[][] codes = new byte[2][ROWS];
        double[] y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            codes[0][i] = (byte) (1 + i % CODES);
            codes[1][i] = (byte) (1 + i / CODES);
            double z = score[codes[1][i]];
            y[i] = line * score[codes[0][i]] + bend * z * z;
        }
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        int[] rows = IntStream.range(0, ROWS).toArray();
        return AdditiveIndex.of(
                codes, new double[][] {score, score}, ones, new int[] {0, 1}, y, rows);
    }

    private static double across(AdditiveIndex index, int column, int from, int to) {
        return index.part(column, to) - index.part(column, from);
    }

    @Test
    void aSumHoldsALineAndABend() {
        AdditiveIndex index = index(1, 1);
        double rise = across(index, 0, 1, 21);
        double left = across(index, 1, 11, 1);
        double right = across(index, 1, 11, 21);
        assertTrue(rise > 0, "rise " + rise);
        // the line rises by 20 / 6.06 = 3.30, the bend by (10 / 6.06)² = 2.72 to either side; both
        // are drawn in a little
        assertEquals(2.72 / 3.30, left / rise, 0.05);
        assertEquals(left, right, 0.02 * rise);
    }

    @Test
    void withoutABendThereIsNone() {
        AdditiveIndex index = index(1, 0);
        double rise = across(index, 0, 1, 21);
        assertEquals(0, across(index, 1, 11, 1), 1e-6 * rise);
        assertEquals(0, across(index, 0, 1, 11) - across(index, 0, 11, 21), 0.01 * rise);
    }

    /** Whatever stands before it in the table, a column of two answers is drawn first. */
    @Test
    void columnsOfTwoAnswersAreDrawnFirst() {
        double[][] columns = new double[4][600];
        long key = new SeedTree(5).purpose("order");
        for (int i = 0; i < 600; i++) {
            columns[0][i] = i % 97;
            columns[1][i] = i % 97 + 3 * SeedTree.uniform(key, i);
            columns[2][i] = i % 3;
            columns[3][i] = columns[0][i] > 80 && i % 2 == 0 ? 1 : 0;
        }
        double[] ones = new double[600];
        Arrays.fill(ones, 1);
        var table =
                new Table(
                        List.of(
                                Variable.number("age", "a", 0),
                                Variable.number("like it", "1", 1),
                                Variable.category("ward", List.of("a", "b", "c")),
                                Variable.category("died", List.of("no", "yes"))),
                        columns,
                        ones);
        Kept kept = Kept.of(table);
        assertEquals(3, ColumnOrder.of(kept)[0]);
        assertEquals(0, ColumnOrder.of(kept, 1)[0], "what is given stays before it");
    }
}
