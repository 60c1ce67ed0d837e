package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree with the sums that it asks as if they were columns.
 *
 * @param place of the code of the first sum among the codes by column
 */
record GrownTree(Tree tree, List<AdditiveIndex> sums, int place) {
    /** Sums of one tree: one for a number or a yes/no, one for each of the most frequent levels. */
    static final int MOST = 3;

    /** Places after those of the columns: one for what is missing, then those of the value. */
    static final int PLACES = 1 + MOST;

    GrownTree {
        sums = List.copyOf(sums);
    }

    GrownTree with(Tree other) {
        return new GrownTree(other, sums, place);
    }

    void write(DataOutput out) throws IOException {
        Compact.count(out, sums.size());
        for (AdditiveIndex sum : sums) {
            sum.write(out);
        }
        KeptTree.write(tree, out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param columns of the model
     * @param donors number of donors that there are
     */
    static GrownTree read(DataInput in, int columns, int place, int donors) throws IOException {
        int n = Compact.count(in, columns + PLACES - place, "sums");
        List<AdditiveIndex> sums = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            sums.add(AdditiveIndex.read(in, columns));
        }
        return new GrownTree(KeptTree.read(in, columns + PLACES, donors), sums, place);
    }
}
