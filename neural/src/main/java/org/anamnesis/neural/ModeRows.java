package org.anamnesis.neural;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;

/**
 * A table's rows as options and places, and the rows of each named option, so that a batch can have
 * rare options more often than the table (training by sampling, arXiv:1907.00503, section 4.3).
 */
final class ModeRows {
    private final ModeLayout layout;
    private final int[][] options;
    private final float[][] places;

    /** By column and option: the rows that have it, and their weights added up. */
    private final int[][][] rows;

    private final double[][][] cumulative;

    /** By column: logarithms of the options' counts, added up. */
    private final double[][] frequent;

    private final double[] everybody;

    ModeRows(ModeLayout layout, Table people, long seed) {
        this.layout = layout;
        int p = layout.size();
        int n = people.rows();
        this.options = new int[p][n];
        this.places = new float[p][];
        this.rows = new int[p][][];
        this.cumulative = new double[p][][];
        this.frequent = new double[p][];
        for (int j = 0; j < p; j++) {
            ModeColumn column = layout.columns.get(j);
            double[] values = people.column(j);
            Draws draws = Draws.of(seed, "modes", j);
            places[j] = new float[layout.place[j] >= 0 ? n : 0];
            for (int i = 0; i < n; i++) {
                options[j][i] = column.option(values[i], draws.uniform());
                if (places[j].length > 0) {
                    places[j][i] = column.place(values[i], options[j][i]);
                }
            }
            if (layout.named[j] >= 0) {
                name(j, people.weights());
            }
        }
        this.everybody = sums(IntStream.range(0, n).toArray(), people.weights());
    }

    private void name(int j, double[] weights) {
        int count = layout.options(j);
        rows[j] = new int[count][];
        cumulative[j] = new double[count][];
        frequent[j] = new double[count];
        double sum = 0;
        for (int o = 0; o < count; o++) {
            int option = o;
            int[] column = options[j];
            rows[j][o] =
                    IntStream.range(0, column.length).filter(i -> column[i] == option).toArray();
            cumulative[j][o] = sums(rows[j][o], weights);
            sum += rows[j][o].length == 0 ? 0 : Math.log1p(rows[j][o].length);
            frequent[j][o] = sum;
        }
    }

    private static double[] sums(int[] rows, double[] weights) {
        double[] out = new double[rows.length];
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
            sum += weights[rows[k]];
            out[k] = sum;
        }
        return out;
    }

    /** An option of a named column, by the logarithm of its frequency. */
    int option(int column, Draws draws) {
        return draws.among(frequent[column]);
    }

    /** A row that has an option of a named column, by weight. */
    int row(int column, int option, Draws draws) {
        return rows[column][option][draws.among(cumulative[column][option])];
    }

    /** Any row, by weight. */
    int row(Draws draws) {
        return draws.among(everybody);
    }

    /** Writes a row of the table into row i of x. */
    void put(int row, Matrix x, int i, int from) {
        int start = x.at(i, from);
        Arrays.fill(x.cells, start, start + layout.width, 0f);
        for (int j = 0; j < layout.size(); j++) {
            if (layout.place[j] >= 0) {
                x.cells[start + layout.place[j]] = places[j][row];
            }
            x.cells[start + layout.choice[j] + options[j][row]] = 1f;
        }
    }
}
