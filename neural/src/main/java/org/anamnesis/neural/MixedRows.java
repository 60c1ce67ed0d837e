package org.anamnesis.neural;

import org.anamnesis.table.Table;

/** A table's rows as options and ranks, ready to be written into batches. */
final class MixedRows {
    private final MixedLayout layout;
    private final int[][] options;

    /** By column and row: lowest and highest rank of a present number. */
    private final float[][] from;

    private final float[][] to;

    MixedRows(MixedLayout layout, Table people) {
        this.layout = layout;
        int n = people.rows();
        this.options = new int[layout.size()][n];
        this.from = new float[layout.size()][];
        this.to = new float[layout.size()][];
        for (int j = 0; j < layout.size(); j++) {
            MixedColumn column = layout.columns.get(j);
            double[] values = people.column(j);
            from[j] = new float[layout.number[j] >= 0 ? n : 0];
            to[j] = new float[from[j].length];
            for (int i = 0; i < n; i++) {
                options[j][i] = column.option(values[i]);
                if (from[j].length > 0 && Double.isFinite(values[i])) {
                    from[j][i] = (float) column.margin().rank(values[i], 0);
                    to[j][i] = (float) column.margin().rank(values[i], 1);
                }
            }
        }
    }

    int option(int column, int row) {
        return options[column][row];
    }

    boolean missing(int column, int row) {
        return layout.columns.get(column).missing(options[column][row]);
    }

    /**
     * Writes rows into a batch. Where a number lies in its step or rounding is drawn anew each
     * time; a missing one gets a normal score of its own, which says nothing.
     */
    void put(int[] rows, Matrix x, Draws draws) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < layout.size(); j++) {
                float score = 0;
                if (layout.number[j] >= 0) {
                    int r = rows[i];
                    double rank = from[j][r] + draws.uniform() * (to[j][r] - from[j][r]);
                    score = (float) (missing(j, r) ? draws.normal() : Scale.score(rank));
                }
                layout.put(x, i, j, options[j][rows[i]], score);
            }
        }
    }
}
