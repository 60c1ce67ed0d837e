package org.anamnesis.generate;

/**
 * A grown tree: inner nodes ask for one code of one column, leaves hold donors with their weights.
 *
 * <p>Flat arrays, so that drawing allocates nothing and stays in cache.
 */
final class Tree {
    /** Column asked at a node, or −1 at a leaf. */
    private final int[] column;

    /** Codes that go left. */
    private final long[] goesLeft;

    /** Left child at an inner node (the right one is next), first donor at a leaf. */
    private final int[] first;

    /** One past the last donor at a leaf. */
    private final int[] end;

    private final int[] donors;

    /** Running sum of donors' weights within their leaf, from just after its first donor. */
    private final double[] cumulative;

    Tree(int[] column, long[] goesLeft, int[] first, int[] end, int[] donors, double[] cumulative) {
        this.column = column;
        this.goesLeft = goesLeft;
        this.first = first;
        this.end = end;
        this.donors = donors;
        this.cumulative = cumulative;
    }

    /**
     * Draws a donor for one person.
     *
     * @param codes codes by column and row
     * @param row whose codes to follow
     * @param u uniform on [0, 1): which donor of the leaf, by weight
     */
    int draw(byte[][] codes, int row, double u) {
        int leaf = leaf(codes, row);
        int low = first[leaf];
        int high = end[leaf] - 1;
        double at = u * cumulative[high];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return donors[low];
    }

    /** The leaf to which a row's codes lead. */
    int leaf(byte[][] codes, int row) {
        int node = 0;
        while (column[node] >= 0) {
            boolean left = (goesLeft[node] >>> codes[column[node]][row] & 1) != 0;
            node = first[node] + (left ? 0 : 1);
        }
        return node;
    }

    int nodes() {
        return column.length;
    }

    /** Column asked at a node, or −1 at a leaf. */
    int column(int node) {
        return column[node];
    }

    /** Codes that go left at an inner node. */
    long goesLeft(int node) {
        return goesLeft[node];
    }

    /** Left child of an inner node, or first place of a leaf's donors. */
    int first(int node) {
        return first[node];
    }

    /** One past the last place of a leaf's donors. */
    int end(int leaf) {
        return end[leaf];
    }

    int donor(int place) {
        return donors[place];
    }

    /** Weight of the donor at a place of a leaf. */
    double weight(int leaf, int place) {
        return place == first[leaf] ? cumulative[place] : cumulative[place] - cumulative[place - 1];
    }

    /** Weight of all donors of a leaf. */
    double weight(int leaf) {
        return cumulative[end[leaf] - 1];
    }
}
