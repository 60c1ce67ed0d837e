package org.anamnesis.neural;

import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/** Which rows are learned from, which are kept aside to stop by, and the batches of an epoch. */
final class Schedule {
    /** Kept aside: a tenth of a large table; fewer than 40 rows would say little. */
    private static final double ASIDE = 0.1;

    final int[] learned;
    final int[] aside;
    final int batch;
    private final int rows;
    private final double[] cumulative;
    private final boolean weighted;
    private final long key;

    /**
     * @param largest rows of a batch at most
     * @param fewest batches of an epoch, for small tables
     */
    Schedule(Table people, long seed, int largest, int fewest) {
        int n = people.rows();
        this.rows = n;
        int kept = n < 8 ? 0 : (int) Math.min(n * 0.25, Math.max(40, Math.rint(ASIDE * n)));
        kept = Math.min(kept, 10_000); // more rows tell no more
        int[] order = Draws.of(seed, "aside", 0).order(n);
        this.aside = kept == 0 ? order.clone() : java.util.Arrays.copyOf(order, kept);
        this.learned = java.util.Arrays.copyOfRange(order, kept, n);
        int even = Math.max(16, learned.length / fewest);
        this.batch = Math.min(learned.length, Math.min(largest, even));
        this.cumulative = new double[learned.length];
        double sum = 0;
        boolean differ = false;
        for (int i = 0; i < learned.length; i++) {
            double w = people.weights()[learned[i]];
            differ |= w != people.weights()[learned[0]];
            sum += w;
            cumulative[i] = sum;
        }
        this.weighted = differ;
        this.key = new SeedTree(seed).purpose("epochs");
    }

    /** Whether the table is so small that the rows kept aside are learned too. */
    boolean asideLearned() {
        return aside.length + learned.length > rows;
    }

    int batches() {
        return Math.max(1, learned.length / batch);
    }

    /**
     * Rows of an epoch's batches: each row once in random order, or as often as its weight says if
     * the weights differ.
     */
    int[][] epoch(int number) {
        Draws draws = new Draws(SeedTree.key(key, number));
        int[][] out = new int[batches()][batch];
        int[] order = weighted ? new int[0] : draws.order(learned.length);
        int k = 0;
        for (int[] rows : out) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = learned[weighted ? draws.among(cumulative) : order[k++]];
            }
        }
        return out;
    }
}
