package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;

/**
 * Grows one tree, always splitting the leaf that gains most. A node's histogram is built for the
 * smaller child only; the other is what remains of its parent (Ke et al. 2017, LightGBM).
 */
final class TreeGrowth {
    private final byte[][] bins;
    private final Bins kinds;
    private final int[] sizes;
    private final int[] offsets;
    private final int allBins;
    private final Boosting.Settings settings;
    private final int[] rows; // each node owns a stretch of it
    private final int[] spare;
    private final double[] nodeGradient; // gathered, so that columns are read against close memory
    private final double[] nodeCurvature;
    private final List<double[]> unused = new ArrayList<>();

    private static final class Node {
        int number;
        int from;
        int to;
        double gradient;
        double curvature;
        double[] histogram;
        BestSplit best;
    }

    TreeGrowth(byte[][] bins, Bins kinds, int n, Boosting.Settings settings) {
        this.bins = bins;
        this.kinds = kinds;
        this.settings = settings;
        sizes = kinds.sizes();
        offsets = new int[sizes.length];
        int sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            offsets[k] = sum;
            sum += sizes[k];
        }
        allBins = sum;
        rows = new int[n];
        spare = new int[n];
        nodeGradient = new double[n];
        nodeCurvature = new double[n];
    }

    /**
     * @param scores moved on by the tree
     * @param key decides which columns each node may look at
     */
    BoostedTree grow(double[] gradient, double[] curvature, double[] scores, long key) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        BoostedTree tree = new BoostedTree();
        List<Node> leaves = new ArrayList<>();
        Node root = new Node();
        root.number = tree.leaf();
        root.to = rows.length;
        for (int i = 0; i < rows.length; i++) {
            root.gradient += gradient[i];
            root.curvature += curvature[i];
        }
        root.histogram = histogram(root, gradient, curvature);
        look(root, key);
        leaves.add(root);
        while (leaves.size() < settings.leaves()) {
            Node chosen = null;
            for (Node leaf : leaves) {
                if (leaf.best.found()
                        && (chosen == null || leaf.best.gain() > chosen.best.gain())) {
                    chosen = leaf;
                }
            }
            if (chosen == null) {
                break;
            }
            leaves.remove(chosen);
            split(tree, chosen, leaves, gradient, curvature, key);
        }
        for (Node leaf : leaves) {
            double value =
                    -settings.rate()
                            * leaf.gradient
                            / (leaf.curvature + settings.shrinkage() + 1e-12);
            tree.value(leaf.number, value);
            for (int at = leaf.from; at < leaf.to; at++) {
                scores[rows[at]] += value;
            }
            unused.add(leaf.histogram);
        }
        return tree;
    }

    private void split(
            BoostedTree tree,
            Node parent,
            List<Node> leaves,
            double[] gradient,
            double[] curvature,
            long key) {
        tree.split(parent.number, parent.best.column(), parent.best.left());
        Node left = new Node();
        Node right = new Node();
        int middle = divide(parent, left, gradient, curvature);
        left.number = tree.leftOf(parent.number);
        left.from = parent.from;
        left.to = middle;
        right.number = tree.rightOf(parent.number);
        right.from = middle;
        right.to = parent.to;
        right.gradient = parent.gradient - left.gradient;
        right.curvature = parent.curvature - left.curvature;
        boolean leftSmaller = left.to - left.from <= right.to - right.from;
        Node small = leftSmaller ? left : right;
        Node large = leftSmaller ? right : left;
        small.histogram = histogram(small, gradient, curvature);
        large.histogram = parent.histogram;
        for (int j = 0; j < large.histogram.length; j++) {
            large.histogram[j] -= small.histogram[j];
        }
        look(left, key);
        look(right, key);
        leaves.add(left);
        leaves.add(right);
    }

    /** Brings the rows that go left to the front; returns where the others begin. */
    private int divide(Node parent, Node left, double[] gradient, double[] curvature) {
        byte[] column = bins[parent.best.column()];
        long[] set = parent.best.left();
        int front = parent.from;
        int back = 0;
        for (int at = parent.from; at < parent.to; at++) {
            int row = rows[at];
            if (BoostedTree.has(set, column[row] & 0xFF)) {
                rows[front++] = row;
                left.gradient += gradient[row];
                left.curvature += curvature[row];
            } else {
                spare[back++] = row;
            }
        }
        System.arraycopy(spare, 0, rows, front, back);
        return front;
    }

    private double[] histogram(Node node, double[] gradient, double[] curvature) {
        double[] out =
                unused.isEmpty() ? new double[3 * allBins] : unused.remove(unused.size() - 1);
        Arrays.fill(out, 0);
        int n = node.to - node.from;
        for (int at = 0; at < n; at++) {
            int row = rows[node.from + at];
            nodeGradient[at] = gradient[row];
            nodeCurvature[at] = curvature[row];
        }
        for (int k = 0; k < bins.length; k++) {
            byte[] column = bins[k];
            int offset = offsets[k];
            for (int at = 0; at < n; at++) {
                int slot = 3 * (offset + (column[rows[node.from + at]] & 0xFF));
                out[slot] += nodeGradient[at];
                out[slot + 1] += nodeCurvature[at];
                out[slot + 2]++;
            }
        }
        return out;
    }

    private void look(Node node, long key) {
        node.best = new BestSplit(settings.shrinkage(), settings.fewestRows());
        int n = node.to - node.from;
        node.best.start(node.gradient, node.curvature, n);
        if (n < 2 * settings.fewestRows()) {
            return;
        }
        long draws = SeedTree.key(key, node.number);
        for (int k = 0; k < bins.length; k++) {
            if (SeedTree.uniform(draws, k) < settings.columns()) {
                node.best.look(k, kinds.isCategory(k), node.histogram, offsets[k], sizes[k]);
            }
        }
    }
}
