package org.anamnesis.generate;

/** The leaves of a tree under a condition on what they hand on. For one block, not for threads. */
final class AllowedLeaves {
    private final Tree tree;
    private final Admission admission;

    /** Running sums of allowed weight by place of a leaf, made when it is first met. */
    private final double[][] sums;

    AllowedLeaves(Tree tree, Admission admission) {
        this.tree = tree;
        this.admission = admission;
        this.sums = new double[tree.nodes()][];
    }

    /** Share of a leaf's weight that is let through. */
    double share(int leaf) {
        double[] own = of(leaf);
        return Math.min(1, own[own.length - 1] / tree.weight(leaf));
    }

    /** A donor of a leaf by its weight that is let through; only if there is any. */
    int draw(int leaf, double u) {
        double[] own = of(leaf);
        double at = u * own[own.length - 1];
        int low = 0;
        int high = own.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return tree.donor(tree.first(leaf) + low);
    }

    private double[] of(int leaf) {
        if (sums[leaf] == null) {
            int first = tree.first(leaf);
            double[] own = new double[tree.end(leaf) - first];
            double sum = 0;
            for (int k = 0; k < own.length; k++) {
                sum += tree.weight(leaf, first + k) * admission.share(tree.donor(first + k));
                own[k] = sum;
            }
            sums[leaf] = own;
        }
        return sums[leaf];
    }
}
