package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Gradient boosting of trees over histograms (Friedman 2001, doi:10.1214/aos/1013203451; histograms
 * and leaf-wise growth: Ke et al. 2017, LightGBM). Learned once, immutable.
 */
final class Boosting {
    private final Bins bins;
    private final double[] start;
    private final List<List<BoostedTree>> trees; // by output

    private Boosting(Bins bins, double[] start, List<List<BoostedTree>> trees) {
        this.bins = bins;
        this.start = start;
        this.trees = trees;
    }

    /**
     * @param trees rounds of boosting
     * @param leaves most of one tree
     * @param rate share of each step that is taken
     * @param fewestRows of a leaf
     * @param shrinkage λ, added to the curvature of a leaf
     * @param columns share of the columns that a node may look at, drawn for each node
     */
    record Settings(
            int trees, int leaves, double rate, int fewestRows, double shrinkage, double columns) {
        /** To tell two tables apart: sees as much as it can. */
        static final Settings TELL_APART = new Settings(120, 31, 0.1, 20, 0, 1);

        /** To predict an outcome: smaller steps and trees, so as not to learn by heart. */
        static final Settings PREDICT = new Settings(150, 15, 0.05, 20, 1, 0.5);

        /** A leaf of a small table holds fewer rows, or nothing could be learned from it. */
        Settings forRows(int n) {
            int least = Math.max(3, Math.min(fewestRows, n / 20));
            return new Settings(trees, leaves, rate, least, shrinkage, columns);
        }
    }

    /**
     * @param table what is known of each row; the outcome is not among it
     * @param loss of the same rows
     */
    static Boosting fit(Table table, Loss loss, Settings settings, SeedTree seeds) {
        Bins bins = Bins.of(table);
        byte[][] binned = bins.apply(table);
        int n = table.rows();
        int outputs = loss.outputs();
        double[] start = new double[outputs];
        double[][] scores = new double[outputs][n];
        List<List<BoostedTree>> trees = new ArrayList<>();
        for (int c = 0; c < outputs; c++) {
            start[c] = loss.start(c);
            Arrays.fill(scores[c], start[c]);
            trees.add(new ArrayList<>());
        }
        double[][] gradient = new double[outputs][n];
        double[][] curvature = new double[outputs][n];
        TreeGrowth growth = new TreeGrowth(binned, bins, n, settings);
        long purpose = seeds.purpose("boosting");
        for (int round = 0; round < settings.trees(); round++) {
            loss.derive(scores, gradient, curvature);
            for (int c = 0; c < outputs; c++) {
                long key = SeedTree.key(purpose, (long) round * outputs + c);
                trees.get(c).add(growth.grow(gradient[c], curvature[c], scores[c], key));
            }
        }
        return new Boosting(bins, start, trees);
    }

    /** Scores of a table with the same columns, outputs × n: log odds, means or log hazards. */
    double[][] scores(Table table) {
        byte[][] binned = bins.apply(table);
        double[][] out = new double[start.length][table.rows()];
        for (int c = 0; c < out.length; c++) {
            Arrays.fill(out[c], start[c]);
            for (BoostedTree tree : trees.get(c)) {
                tree.addTo(out[c], binned);
            }
        }
        return out;
    }
}
