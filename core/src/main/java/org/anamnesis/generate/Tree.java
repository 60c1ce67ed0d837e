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
        int node = 0;
        while (column[node] >= 0) {
            boolean left = (goesLeft[node] >>> codes[column[node]][row] & 1) != 0;
            node = first[node] + (left ? 0 : 1);
        }
        int low = first[node];
        int high = end[node] - 1;
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

    /** Number of leaves. */
    int leaves() {
        int n = 0;
        for (int c : column) {
            n += c < 0 ? 1 : 0;
        }
        return n;
    }
}
