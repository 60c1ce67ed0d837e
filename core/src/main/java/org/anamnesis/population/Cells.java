package org.anamnesis.population;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Rows that are alike in everything asked, taken together. Most requests ask about a few shares and
 * rounded values, so that a hundred thousand rows come down to some hundred cells.
 */
final class Cells {
    private static final int NONE = -1;

    private final double[] base;

    /** Cell of each row; {@link #NONE} without weight. */
    private final int[] of;

    /** A row of each cell. */
    private final int[] rows;

    /** By cell. */
    private final double[] weights;

    /**
     * @param kinds rows alike in all of these are alike in all moments
     * @param base n weights, not negative
     */
    Cells(List<Kinds> kinds, double[] base) {
        Kinds all = kinds.isEmpty() ? Kinds.one(base.length) : kinds.get(0);
        for (Kinds one : kinds.subList(Math.min(1, kinds.size()), kinds.size())) {
            all = all.beside(one);
        }
        this.base = base;
        this.of = new int[base.length];
        int[] cells = new int[all.count()];
        Arrays.fill(cells, NONE);
        int[] first = new int[all.count()];
        double[] sums = new double[all.count()];
        int count = 0;
        for (int i = 0; i < of.length; i++) {
            int kind = all.of()[i];
            if (base[i] > 0 && cells[kind] == NONE) {
                first[count] = i;
                cells[kind] = count++;
            }
            of[i] = base[i] > 0 ? cells[kind] : NONE;
            if (of[i] != NONE) {
                sums[of[i]] += base[i];
            }
        }
        this.rows = Arrays.copyOf(first, count);
        this.weights = Arrays.copyOf(sums, count);
    }

    /**
     * Values of the cells.
     *
     * @param x by row
     */
    double[] of(IntToDoubleFunction x) {
        double[] out = new double[rows.length];
        for (int cell = 0; cell < out.length; cell++) {
            out[cell] = x.applyAsDouble(rows[cell]);
        }
        return out;
    }

    /** Sum of the weights of each cell's rows. */
    double[] weights() {
        return weights.clone();
    }

    /** New weights of the cells handed down to their rows, in proportion to the old ones. */
    double[] handedDown(double[] toCells) {
        double[] out = new double[of.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = of[i] == NONE ? 0 : toCells[of[i]] * (base[i] / weights[of[i]]);
        }
        return out;
    }
}
