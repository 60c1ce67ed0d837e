package org.anamnesis.generate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A table made ready for a model that is kept: ranks, bins and codes of what may be handed on.
 *
 * @param rows those with weight
 * @param values by column and row; NaN for missing, for rows without weight and for what fewer than
 *     {@link Knots#PEOPLE} share
 * @param rare by column and row; whether fewer than {@link Knots#PEOPLE} share the value
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Kept(
        List<Variable> variables,
        double[] weights,
        int[] rows,
        double[][] values,
        boolean[][] rare,
        Ranks[] ranks,
        Bins[] bins,
        byte[][] codes) {

    static Kept of(Table people) {
        List<Variable> variables = people.variables();
        int p = variables.size();
        double[] weights = people.weights();
        int[] rows = IntStream.range(0, people.rows()).filter(i -> weights[i] > 0).toArray();
        double[][] values = new double[p][];
        boolean[][] rare = new boolean[p][];
        Ranks[] ranks = new Ranks[p];
        IntStream.range(0, p)
                .parallel()
                .forEach(
                        k -> {
                            values[k] = weighted(people, k);
                            rare[k] = rare(values[k], variables.get(k));
                            for (int i = 0; i < rare[k].length; i++) {
                                values[k][i] = rare[k][i] ? Double.NaN : values[k][i];
                            }
                            ranks[k] = Ranks.of(values[k], weights);
                        });
        Bins[] bins = new Bins[p];
        byte[][] codes = new byte[p][];
        var groups = new LevelGroups(variables, values, ranks, rows);
        IntStream.range(0, p)
                .parallel()
                .forEach(
                        k -> {
                            boolean many = variables.get(k).levels().size() >= Bins.CODES;
                            bins[k] =
                                    many
                                            ? Bins.of(groups.of(k))
                                            : Bins.of(variables.get(k), ranks[k]);
                            codes[k] = bins[k].codes(values[k]);
                        });
        return new Kept(variables, weights, rows, values, rare, ranks, bins, codes);
    }

    private static double[] weighted(Table people, int k) {
        double[] all = people.column(k);
        double[] weights = people.weights();
        double[] own = new double[all.length];
        Arrays.setAll(own, i -> weights[i] > 0 && Double.isFinite(all[i]) ? all[i] : Double.NaN);
        return own;
    }

    /** By row: whether its value may not be handed on; empty if none is. */
    private static boolean[] rare(double[] values, Variable variable) {
        int levels = Math.max(1, variable.levels().size());
        int[] count = new int[levels];
        for (double v : values) {
            if (!Double.isNaN(v)) {
                count[variable.isCategory() ? (int) v : 0]++;
            }
        }
        if (Arrays.stream(count).allMatch(c -> c == 0 || c >= Knots.PEOPLE)) {
            return new boolean[0];
        }
        boolean[] rare = new boolean[values.length];
        for (int i = 0; i < rare.length; i++) {
            double v = values[i];
            int level = variable.isCategory() && !Double.isNaN(v) ? (int) v : 0;
            rare[i] = !Double.isNaN(v) && count[level] < Knots.PEOPLE;
        }
        return rare;
    }

    /** Rows that a column's trees may learn from: if no value may be handed on, all. */
    int[] answered(int k) {
        boolean none = ranks[k].rows() == 0;
        return Arrays.stream(rows)
                .filter(i -> none || rare[k].length == 0 || !rare[k][i])
                .toArray();
    }

    ColumnGrower.Column column(int k) {
        return new ColumnGrower.Column(values[k], ranks[k], bins[k], OptionalInt.empty());
    }

    /** Mean normal score by column and code; null for categories. */
    double[][] scores() {
        double[][] scores = new double[bins.length][];
        for (int k = 0; k < bins.length; k++) {
            if (bins[k].ordered()) {
                double[] own = ranks[k].scores();
                double[] sum = new double[bins[k].count()];
                double[] n = new double[sum.length];
                for (int i : rows) {
                    int at = ranks[k].where()[i];
                    if (at >= 0) {
                        sum[codes[k][i]] += weights[i] * own[at];
                        n[codes[k][i]] += weights[i];
                    }
                }
                Arrays.setAll(sum, c -> n[c] > 0 ? sum[c] / n[c] : 0);
                scores[k] = sum;
            }
        }
        return scores;
    }
}
