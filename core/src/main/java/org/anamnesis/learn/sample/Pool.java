package org.anamnesis.learn.sample;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.generate.RowSource;
import org.anamnesis.random.SeedTree;

/**
 * Rows that met the conditions, with their weights. Grows block by block in the order of the rows'
 * numbers, so that it is the same whatever the threads.
 */
final class Pool {
    private static final int BLOCK = 2_048;

    /** Blocks that are drawn side by side before anyone looks at them. */
    private static final int SIDE_BY_SIDE = 8;

    /** By how many rows a pool may draw more than it may. */
    static final int BEYOND = BLOCK;

    private final RowSource source;
    private final Conditions conditions;
    private final SeedTree seeds;
    private final long first;
    private double[][] columns;
    private double[] weights = new double[BLOCK];
    private int met;
    private long drawn;
    private double sum;
    private double largest;

    /**
     * @param first number of the first row
     */
    Pool(RowSource source, Conditions conditions, SeedTree seeds, long first) {
        this.source = source;
        this.conditions = conditions;
        this.seeds = seeds;
        this.first = first;
        this.columns = new double[source.variables().size()][BLOCK];
    }

    /**
     * Draws until there are enough rows that none need come twice among {@code rows} taken by
     * weight, or so many have been drawn.
     */
    void grow(long rows, long most) {
        while (drawn < most && (met < rows || sum < rows * largest)) {
            long missing = Math.max(1, Math.min(most - drawn, estimate(rows) - drawn));
            int blocks = (int) Math.min(SIDE_BY_SIDE, (missing + BLOCK - 1) / BLOCK);
            Drawn[] several = new Drawn[blocks];
            long from = first + drawn;
            int size = (int) Math.min(BLOCK, missing);
            IntStream.range(0, blocks)
                    .parallel()
                    .forEach(b -> several[b] = draw(from + (long) b * size, size));
            for (Drawn one : several) {
                keep(one);
            }
            drawn += (long) blocks * size;
        }
    }

    /** Rows to draw in all, from what they yielded so far. */
    private long estimate(long rows) {
        if (drawn == 0) {
            return rows;
        }
        double each = largest > 0 ? Math.min(met, sum / largest) / drawn : 0;
        return each > 0 ? (long) Math.min(1e15, Math.ceil(rows / each)) + 1 : Long.MAX_VALUE;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Drawn(double[][] columns, double[] weights, int count) {}

    private Drawn draw(long from, int count) {
        double[][] block = new double[columns.length][count];
        double[] w = new double[count];
        source.draw(block, w, conditions.allowed(), from, count, seeds);
        for (int i = 0; i < count; i++) {
            if (w[i] > 0 && !conditions.hold(block, i)) {
                w[i] = 0;
            }
        }
        return new Drawn(block, w, count);
    }

    private void keep(Drawn block) {
        if (met + block.count > weights.length) {
            int size = Math.max(2 * weights.length, met + block.count);
            weights = Arrays.copyOf(weights, size);
            Arrays.setAll(columns, k -> Arrays.copyOf(columns[k], size));
        }
        int[] rows = IntStream.range(0, block.count).filter(i -> block.weights[i] > 0).toArray();
        for (int k = 0; k < columns.length; k++) {
            double[] from = block.columns[k];
            double[] to = columns[k];
            for (int i = 0; i < rows.length; i++) {
                to[met + i] = from[rows[i]];
            }
        }
        for (int row : rows) {
            double w = block.weights[row];
            weights[met++] = w;
            sum += w;
            largest = Math.max(largest, w);
        }
    }

    /** By column and row; only the first {@link #met()} rows count. */
    double[][] columns() {
        return columns;
    }

    double[] weights() {
        return Arrays.copyOf(weights, met);
    }

    int met() {
        return met;
    }

    long drawn() {
        return drawn;
    }

    double meanWeight() {
        return drawn == 0 ? 0 : sum / drawn;
    }
}
