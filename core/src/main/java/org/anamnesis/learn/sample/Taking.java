package org.anamnesis.learn.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.population.Weighted;
import org.anamnesis.random.SeedTree;

/**
 * Takes rows out of a pool in proportion to their weights: systematically (one random start, then
 * equal steps along the running sum; Madow 1949, doi:10.1214/aoms/1177729988), cell by cell, so
 * that no row comes twice whose weight is not above a step. Then single rows are exchanged within
 * their cells: until they are like the pool, and until means are met.
 */
final class Taking {
    /** Of a mean, in SD; a sixth of what is promised at 2,000 rows. */
    private static final double NEAR = 0.005;

    /** Exchanges tried for each row taken; half of them help as long as a mean is off. */
    private static final int TRIES = 50;

    private final double[] weights;
    private final Cellwise cells;
    private final SeedTree seeds;
    private final int[] taken;

    Taking(double[] weights, Cellwise cells, SeedTree seeds) {
        this.weights = weights;
        this.cells = cells;
        this.seeds = seeds;
        this.taken = systematically();
    }

    private int[] systematically() {
        long key = SeedTree.key(seeds.purpose("take"), 0);
        int[] out = new int[Arrays.stream(cells.take).sum()];
        int next = 0;
        for (int cell = 0; cell < cells.take.length; cell++) {
            int[] rows = rows(cell);
            double sum = Arrays.stream(rows).mapToDouble(i -> weights[i]).sum();
            int n = cells.take[cell];
            double u = SeedTree.uniform(key, cell);
            double running = 0;
            int at = 0;
            for (int row : rows) {
                running += weights[row];
                while (at < n && (at + u) * sum / n < running) {
                    out[next++] = row;
                    at++;
                }
            }
            for (; at < n; at++) { // the running sum may end a last digit short
                out[next++] = rows[rows.length - 1];
            }
        }
        return out;
    }

    private int[] rows(int cell) {
        return IntStream.range(0, weights.length).filter(i -> cells.of[i] == cell).toArray();
    }

    /**
     * Exchanges rows that make those taken more like the pool, in a fixed number of tries. Which
     * rows a pool has was left to the model alone; of the pool those are kept that together say
     * what all of it says.
     */
    Taking like(Likeness likeness) {
        int[] times = times();
        likeness.begin(times, weights);
        double[] running = running();
        long purpose = seeds.purpose("likeness");
        for (long t = 0; t < likeness.tries(); t++) {
            long key = SeedTree.key(purpose, t);
            int slot = (int) (SeedTree.uniform(key, 0) * taken.length);
            int other = drawn(running, SeedTree.uniform(key, 1));
            if (mayTake(taken[slot], other, times) && likeness.helps(taken[slot], other)) {
                likeness.exchange(taken[slot], other);
                exchange(slot, other, times);
            }
        }
        return this;
    }

    /**
     * Exchanges rows until the means are near; shares are met already.
     *
     * @param values by mean and row: what has the mean 0 when it is met; NaN where a row does not
     *     count
     */
    Taking meeting(List<double[]> values) {
        if (values.isEmpty()) {
            return this;
        }
        double[][] off = new double[values.size()][weights.length];
        double[] sum = new double[off.length];
        double[] near = new double[off.length];
        int[] times = times();
        for (int m = 0; m < off.length; m++) {
            double[] own = values.get(m);
            double sd = Weighted.sd(own, weights);
            double scale = sd > 0 ? sd : 1;
            Arrays.setAll(off[m], i -> Double.isNaN(own[i]) ? 0 : own[i] / scale);
            int known = 0;
            for (int row : taken) {
                sum[m] += off[m][row];
                known += Double.isNaN(own[row]) ? 0 : 1;
            }
            near[m] = NEAR * known;
        }
        double[] running = running();
        long purpose = seeds.purpose("exchange");
        long tries = (long) TRIES * taken.length;
        for (long t = 0; t < tries && far(sum, near); t++) {
            long key = SeedTree.key(purpose, t);
            int slot = (int) (SeedTree.uniform(key, 0) * taken.length);
            int other = drawn(running, SeedTree.uniform(key, 1));
            int row = taken[slot];
            if (mayTake(row, other, times) && helps(off, sum, row, other)) {
                for (int m = 0; m < sum.length; m++) {
                    sum[m] += off[m][other] - off[m][row];
                }
                exchange(slot, other, times);
            }
        }
        return this;
    }

    private int[] times() {
        int[] times = new int[weights.length];
        for (int row : taken) {
            times[row]++;
        }
        return times;
    }

    private double[] running() {
        double[] running = weights.clone();
        Arrays.parallelPrefix(running, Double::sum);
        return running;
    }

    /** A row of the pool by weight. */
    private static int drawn(double[] running, double u) {
        int found = Arrays.binarySearch(running, u * running[running.length - 1]);
        return Math.min(running.length - 1, found >= 0 ? found : -found - 1);
    }

    private boolean mayTake(int row, int other, int[] times) {
        return cells.of[other] == cells.of[row] && times[other] == 0;
    }

    private void exchange(int slot, int other, int[] times) {
        times[taken[slot]]--;
        times[other]++;
        taken[slot] = other;
    }

    private static boolean far(double[] sum, double[] near) {
        for (int m = 0; m < sum.length; m++) {
            if (Math.abs(sum[m]) > near[m]) {
                return true;
            }
        }
        return false;
    }

    private static boolean helps(double[][] off, double[] sum, int row, int other) {
        double now = 0;
        double then = 0;
        for (int m = 0; m < sum.length; m++) {
            double changed = sum[m] + off[m][other] - off[m][row];
            now += sum[m] * sum[m];
            then += changed * changed;
        }
        return then < now;
    }

    /** Rows of the pool, some perhaps more than once. */
    int[] taken() {
        return taken;
    }
}
