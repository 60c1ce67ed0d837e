package org.anamnesis.generate;

import org.anamnesis.random.SeedTree;

/**
 * The trees of one column.
 *
 * @param missing whether the value is missing (donor 1) or not (donor 0); null if it never is
 * @param value which donor; null if it always is missing
 * @param donors what they hand on
 */
record ColumnTrees(GrownTree missing, GrownTree value, HandedOn donors) {
    /** Draws of one key: the donor, how far it moves, and whether the value is missing. */
    static final int DONOR = 0;

    static final int MOVE = 1;
    static final int MISSING = 2;

    /**
     * Draws the column of all rows of a block.
     *
     * @param codes of the columns before, by column and row
     * @param first number of the first row
     */
    void draw(double[] column, byte[][] codes, long purpose, long first) {
        int count = codes[0].length;
        sum(codes);
        for (int i = 0; i < count; i++) {
            column[i] = drawn(codes, i, SeedTree.key(purpose, first + i));
        }
    }

    /** Fills the codes of the sums of a block. */
    void sum(byte[][] codes) {
        if (missing != null) {
            missing.sum(codes);
        }
        if (value != null) {
            value.sum(codes);
        }
    }

    /** One row's value, NaN if missing. */
    double drawn(byte[][] codes, int row, long key) {
        if (value == null
                || (missing != null
                        && missing.tree().draw(codes, row, SeedTree.uniform(key, MISSING)) == 1)) {
            return Double.NaN;
        }
        int donor = value.tree().draw(codes, row, SeedTree.uniform(key, DONOR));
        return donors.moved(donor, SeedTree.uniform(key, MOVE));
    }
}
