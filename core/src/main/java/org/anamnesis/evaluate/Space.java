package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;

/**
 * Turns rows of mixed columns into points, so that "near" means something: a number becomes its
 * rank among real people, scaled to unit variance, with a flag beside it where values may be
 * missing; two different levels of a category lie 1 apart.
 */
final class Space {
    private final List<Integer> columns;
    private final boolean[] category;
    private final boolean[] flagged;
    private final double[][] sorted;

    /**
     * @param real decides ranks and flags
     * @param columns those that count
     */
    Space(Table real, List<Integer> columns) {
        this.columns = List.copyOf(columns);
        int p = columns.size();
        category = new boolean[p];
        flagged = new boolean[p];
        sorted = new double[p][];
        for (int j = 0; j < p; j++) {
            int k = columns.get(j);
            category[j] = real.variables().get(k).isCategory();
            sorted[j] = Sorted.present(real.column(k));
            flagged[j] = !category[j] && sorted[j].length < real.rows();
        }
    }

    /** All columns count. */
    Space(Table real) {
        this(real, IntStream.range(0, real.variables().size()).boxed().toList());
    }

    Points points(Table table) {
        int p = columns.size();
        float[][][] numbers = new float[p][][];
        int[][] codes = new int[p][];
        for (int j = 0; j < p; j++) {
            double[] values = table.column(columns.get(j));
            if (category[j]) {
                codes[j] =
                        Arrays.stream(values)
                                .mapToInt(x -> Double.isNaN(x) ? 0 : 1 + (int) x)
                                .toArray();
                numbers[j] = new float[0][];
            } else {
                codes[j] = new int[0];
                numbers[j] =
                        flagged[j]
                                ? new float[][] {ranks(values, sorted[j]), flags(values)}
                                : new float[][] {ranks(values, sorted[j])};
            }
        }
        return new Points(table.rows(), numbers, codes);
    }

    private static float[] ranks(double[] values, double[] sorted) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            if (!Double.isNaN(values[i]) && sorted.length > 0) {
                double below = Auc.bound(sorted, values[i], false);
                double upTo = Auc.bound(sorted, values[i], true);
                double share = (below + upTo) / 2 / sorted.length;
                out[i] = (float) ((share - 0.5) * Math.sqrt(12)); // a uniform has variance 1/12
            }
        }
        return out;
    }

    private static float[] flags(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isNaN(values[i]) ? 1 : 0;
        }
        return out;
    }
}
