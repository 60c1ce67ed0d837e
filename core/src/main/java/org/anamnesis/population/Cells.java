package org.anamnesis.population;

import java.util.Arrays;

/**
 * Rows that are alike in everything asked, taken together. Most requests ask about a few shares and
 * rounded values, so that a hundred thousand rows come down to some hundred cells.
 */
final class Cells {
    private static final int NONE = -1;
    private static final int FIRST_SIZE = 1 << 10;

    private final double[][] moments;
    private final double[] base;

    /** Cell of each row; {@link #NONE} without weight. */
    private final int[] of;

    /** Places of cells by hash, {@link #NONE} where free; a power of two. */
    private int[] places = free(FIRST_SIZE);

    /** By cell. */
    private long[] hashes = new long[FIRST_SIZE];

    /** A row of each cell. */
    private int[] rows = new int[FIRST_SIZE];

    private double[] weights = new double[FIRST_SIZE];

    private int count;

    /**
     * @param moments K × n values
     * @param base n weights, not negative
     */
    Cells(double[][] moments, double[] base) {
        this.moments = moments;
        this.base = base;
        this.of = new int[base.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = base[i] > 0 ? cell(i) : NONE;
            if (of[i] != NONE) {
                weights[of[i]] += base[i];
            }
        }
    }

    private static int[] free(int size) {
        int[] all = new int[size];
        Arrays.fill(all, NONE);
        return all;
    }

    private int cell(int row) {
        long hash = 1;
        for (double[] x : moments) {
            hash = (hash ^ Double.doubleToRawLongBits(x[row])) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int at = (int) hash & (places.length - 1);
        while (places[at] != NONE) {
            int cell = places[at];
            if (hashes[cell] == hash && alike(rows[cell], row)) {
                return cell;
            }
            at = (at + 1) & (places.length - 1);
        }
        places[at] = count;
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            hashes = Arrays.copyOf(hashes, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        rows[count] = row;
        hashes[count++] = hash;
        if (2 * count > places.length) {
            widen();
        }
        return count - 1;
    }

    private boolean alike(int a, int b) {
        for (double[] x : moments) {
            if (Double.compare(x[a], x[b]) != 0) {
                return false;
            }
        }
        return true;
    }

    private void widen() {
        places = free(2 * places.length);
        for (int cell = 0; cell < count; cell++) {
            int at = (int) hashes[cell] & (places.length - 1);
            while (places[at] != NONE) {
                at = (at + 1) & (places.length - 1);
            }
            places[at] = cell;
        }
    }

    /** K × cells. */
    double[][] moments() {
        double[][] out = new double[moments.length][count];
        for (int k = 0; k < out.length; k++) {
            for (int cell = 0; cell < count; cell++) {
                out[k][cell] = moments[k][rows[cell]];
            }
        }
        return out;
    }

    /** Sum of the weights of each cell's rows. */
    double[] weights() {
        return Arrays.copyOf(weights, count);
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
