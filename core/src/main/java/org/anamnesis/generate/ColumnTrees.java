package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;

/** The trees of one column. */
final class ColumnTrees {
    /** Draws of one key: the donor, how far it moves, and whether the value is missing. */
    static final int DONOR = 0;

    static final int MOVE = 1;
    static final int MISSING = 2;

    private final GrownTree missing;
    private final GrownTree value;
    private final HandedOn donors;
    private final SumCodes sums;
    private final int[] places;

    /**
     * @param missing whether the value is missing (donor 1) or not (donor 0); null if it never is
     * @param value which donor; null if it always is missing
     * @param donors what they hand on
     */
    ColumnTrees(GrownTree missing, GrownTree value, HandedOn donors) {
        this.missing = missing;
        this.value = value;
        this.donors = donors;
        List<AdditiveIndex> all = new ArrayList<>();
        List<Integer> where = new ArrayList<>();
        for (GrownTree tree : Arrays.asList(missing, value)) {
            for (int k = 0; tree != null && k < tree.sums().size(); k++) {
                all.add(tree.sums().get(k));
                where.add(tree.place() + k);
            }
        }
        this.sums = SumCodes.of(all);
        this.places = where.stream().mapToInt(k -> k).toArray();
    }

    /** Null if the value never is missing. */
    GrownTree missing() {
        return missing;
    }

    /** Null if the value always is missing. */
    GrownTree value() {
        return value;
    }

    HandedOn donors() {
        return donors;
    }

    /**
     * Draws the column of all rows of a block.
     *
     * @param codes of the columns before, by column and row
     * @param first number of the first row
     */
    void draw(double[] column, byte[][] codes, long purpose, long first) {
        int count = codes[0].length;
        sum(codes);
        if (value == null) {
            Arrays.fill(column, 0, count, Double.NaN);
            return;
        }
        int[] leaves = new int[count];
        int[] gaps = new int[missing == null ? 0 : count];
        value.tree().leaves(codes, count, leaves);
        if (missing != null) {
            missing.tree().leaves(codes, count, gaps);
        }
        for (int i = 0; i < count; i++) {
            long key = SeedTree.key(purpose, first + i);
            boolean gap =
                    missing != null
                            && missing.tree().donor(gaps[i], SeedTree.uniform(key, MISSING)) == 1;
            column[i] = gap ? Double.NaN : handed(leaves[i], key);
        }
    }

    private double handed(int leaf, long key) {
        int donor = value.tree().donor(leaf, SeedTree.uniform(key, DONOR));
        return donors.moved(donor, SeedTree.uniform(key, MOVE));
    }

    /** Fills the codes of the sums of a block. */
    void sum(byte[][] codes) {
        sums.code(codes, IntStream.of(places).mapToObj(k -> codes[k]).toArray(byte[][]::new));
    }
}
