package org.anamnesis.evaluate;

import java.util.Arrays;

/**
 * One tree over binned columns. Every inner node asks whether a row's bin is in a set, numbers and
 * categories and "missing" alike: the rows whose bin is in the set go left.
 */
final class BoostedTree {
    private static final int LEAF = -1;

    private int[] column = new int[16];
    private long[][] left = new long[16][];
    private int[] leftChild = new int[16];
    private int[] rightChild = new int[16];
    private double[] value = new double[16];
    private int nodes;

    /** Adds a leaf; returns its number. The first one is the root. */
    int leaf() {
        if (nodes == column.length) {
            int more = 2 * nodes;
            column = Arrays.copyOf(column, more);
            left = Arrays.copyOf(left, more);
            leftChild = Arrays.copyOf(leftChild, more);
            rightChild = Arrays.copyOf(rightChild, more);
            value = Arrays.copyOf(value, more);
        }
        column[nodes] = LEAF;
        return nodes++;
    }

    void value(int leaf, double score) {
        value[leaf] = score;
    }

    /**
     * Turns a leaf into a question.
     *
     * @param bins 256 bits: those that go left
     */
    void split(int leaf, int onColumn, long[] bins) {
        int yes = leaf(); // may replace the arrays, so it comes first
        int no = leaf();
        left[leaf] = bins;
        leftChild[leaf] = yes;
        rightChild[leaf] = no;
        column[leaf] = onColumn;
    }

    int leftOf(int node) {
        return leftChild[node];
    }

    int rightOf(int node) {
        return rightChild[node];
    }

    /** Adds the tree's value to the score of each row. */
    void addTo(double[] scores, byte[][] bins) {
        for (int i = 0; i < scores.length; i++) {
            int node = 0;
            while (column[node] != LEAF) {
                int bin = bins[column[node]][i] & 0xFF;
                node = has(left[node], bin) ? leftChild[node] : rightChild[node];
            }
            scores[i] += value[node];
        }
    }

    static boolean has(long[] set, int bin) {
        return ((set[bin >> 6] >>> bin) & 1) != 0;
    }

    static void put(long[] set, int bin) {
        set[bin >> 6] |= 1L << bin;
    }
}
