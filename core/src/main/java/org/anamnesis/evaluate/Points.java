package org.anamnesis.evaluate;

import java.util.Arrays;

/**
 * n rows as points, by column: of a number one or two coordinates, of a category its code.
 *
 * <p>Distances are worked out for one row against a stretch of others at a time. Each stretch is an
 * array of its own and is read with the same index as the sums are written: only then does the
 * compiler know that the two do not overlap, and uses vector instructions.
 */
final class Points {
    /** Rows that are compared at a time: their sums stay in the fastest memory. */
    static final int STRETCH = 1024;

    /** A category of more levels is compared code by code instead of by a prepared row. */
    private static final int FEW_LEVELS = 24;

    private final int rows;
    private final float[][][] numbers; // column × coordinate × row
    private final int[][] codes; // column × row
    private Stretch[] stretches = {};

    /**
     * Some of the rows.
     *
     * @param numbers column × coordinate × row
     * @param codes column × row, of categories of many levels
     * @param differs column × level × row: 0 where the row has the level, else 1
     */
    @SuppressWarnings("ArrayRecordComponent") // coordinates of many rows, never compared
    private record Stretch(float[][][] numbers, int[][] codes, float[][][] differs) {}

    Points(int rows, float[][][] numbers, int[][] codes) {
        this.rows = rows;
        this.numbers = numbers;
        this.codes = codes;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return codes.length;
    }

    /** Rows {@code from} to {@code to} − 1. */
    Points rows(int from, int to) {
        float[][][] some = new float[numbers.length][][];
        int[][] someCodes = new int[codes.length][];
        for (int k = 0; k < some.length; k++) {
            some[k] = new float[numbers[k].length][];
            for (int c = 0; c < some[k].length; c++) {
                some[k][c] = Arrays.copyOfRange(numbers[k][c], from, to);
            }
            someCodes[k] = isCategory(k) ? Arrays.copyOfRange(codes[k], from, to) : codes[k];
        }
        return new Points(to - from, some, someCodes);
    }

    private boolean isCategory(int column) {
        return codes[column].length > 0;
    }

    /** Gets ready to be compared with; called once, before threads. */
    Points prepared() {
        if (stretches.length == 0 && rows > 0) {
            int[] levels = new int[codes.length];
            for (int k = 0; k < levels.length; k++) {
                levels[k] = 1 + Arrays.stream(codes[k]).max().orElse(0);
            }
            stretches = new Stretch[(rows + STRETCH - 1) / STRETCH];
            for (int s = 0; s < stretches.length; s++) {
                stretches[s] =
                        stretch(rows(s * STRETCH, Math.min(rows, (s + 1) * STRETCH)), levels);
            }
        }
        return this;
    }

    private static Stretch stretch(Points some, int[] levels) {
        float[][][] differs = new float[levels.length][][];
        for (int k = 0; k < levels.length; k++) {
            boolean few = some.isCategory(k) && levels[k] <= FEW_LEVELS;
            differs[k] = few ? differs(some.codes[k], levels[k]) : new float[0][];
        }
        return new Stretch(some.numbers, some.codes, differs);
    }

    private static float[][] differs(int[] codes, int levels) {
        float[][] out = new float[levels][codes.length];
        for (int c = 0; c < levels; c++) {
            for (int i = 0; i < codes.length; i++) {
                out[c][i] = codes[i] == c ? 0 : 1;
            }
        }
        return out;
    }

    int stretches() {
        return stretches.length;
    }

    /** Rows of a stretch; the first of them is row {@code stretch} · {@value #STRETCH}. */
    int size(int stretch) {
        return Math.min(STRETCH, rows - stretch * STRETCH);
    }

    /**
     * Squared distances from a row of {@code who} to the rows of a stretch of this; what was in
     * {@code sums} is gone.
     */
    void distances(Points who, int row, int stretch, float[] sums) {
        int n = size(stretch);
        Arrays.fill(sums, 0, n, 0);
        for (int k = 0; k < columns(); k++) {
            add(who, row, k, stretch, sums);
        }
    }

    private void add(Points who, int row, int column, int stretch, float[] sums) {
        Stretch here = stretches[stretch];
        int n = size(stretch);
        for (int c = 0; c < numbers[column].length; c++) {
            square(here.numbers[column][c], who.numbers[column][c][row], n, sums);
        }
        if (isCategory(column)) {
            int code = who.codes[column][row];
            float[][] prepared = here.differs[column];
            if (code < prepared.length) {
                sum(prepared[code], n, sums);
            } else {
                compare(here.codes[column], code, n, sums);
            }
        }
    }

    /** Takes one column away from distances; what is left goes to {@code without}. */
    void leaveOut(Points who, int row, int column, int stretch, float[] sums, float[] without) {
        int n = size(stretch);
        Arrays.fill(without, 0, n, 0);
        add(who, row, column, stretch, without);
        for (int i = 0; i < n; i++) {
            without[i] = sums[i] - without[i];
        }
    }

    private static void square(float[] x, float at, int n, float[] sums) {
        for (int i = 0; i < n; i++) {
            float d = x[i] - at;
            sums[i] += d * d;
        }
    }

    private static void sum(float[] x, int n, float[] sums) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[i];
        }
    }

    private static void compare(int[] x, int code, int n, float[] sums) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[i] == code ? 0 : 1;
        }
    }
}
