package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * What trees have learned of one column.
 *
 * @param bins codes of its values in trees of later columns
 * @param trees how it is drawn
 */
record TreeColumn(Variable variable, Bins bins, ColumnTrees trees) {
    private static final HandedOn LEVELS = (level, u) -> level;

    /**
     * @param knots of a number; null for a category or a column that is always missing
     */
    static TreeColumn of(
            Variable variable, Bins bins, GrownTree missing, GrownTree value, Knots knots) {
        var trees = new ColumnTrees(missing, value, knots == null ? LEVELS : knots);
        return new TreeColumn(variable, bins, trees);
    }

    /**
     * Draws the column of a block, see {@link LearnedModel#draw}.
     *
     * @param codes of all columns by row; those of columns before this one are filled, its own are
     *     filled here
     */
    void draw(
            int own,
            double[] column,
            double[] weights,
            Allowance allowed,
            byte[][] codes,
            long purpose,
            long first) {
        if (allowed instanceof Allowance.Any) {
            trees.draw(column, codes, purpose, first);
        } else {
            drawAllowed(column, weights, allowed, codes, purpose, first);
        }
        for (int i = 0; i < codes[own].length; i++) {
            codes[own][i] = bins.code(column[i]);
        }
    }

    private void drawAllowed(
            double[] column,
            double[] weights,
            Allowance allowed,
            byte[][] codes,
            long purpose,
            long first) {
        trees.sum(codes);
        boolean absent = allowed.allows(Double.NaN);
        Admission admission = trees.value() == null || absent ? null : admission(allowed);
        var leaves = admission == null ? null : new AllowedLeaves(trees.value().tree(), admission);
        for (int i = 0; i < codes[0].length; i++) {
            column[i] = Double.NaN;
            double missing = weights[i] == 0 ? 0 : missing(codes, i);
            if (absent || weights[i] == 0 || missing == 1) {
                weights[i] *= absent ? missing : 0;
                continue;
            }
            long key = SeedTree.key(purpose, first + i);
            double u = SeedTree.uniform(key, ColumnTrees.DONOR);
            double v = SeedTree.uniform(key, ColumnTrees.MOVE);
            weights[i] *= 1 - missing;
            if (leaves == null) {
                column[i] = trees.donors().moved(trees.value().tree().draw(codes, i, u), v);
                continue;
            }
            int leaf = trees.value().tree().leaf(codes, i);
            double share = leaves.share(leaf);
            weights[i] *= share;
            if (share > 0) {
                int donor = leaves.draw(leaf, u);
                double moved = trees.donors().moved(donor, admission.move(donor, v));
                column[i] = admission.within(moved);
            }
        }
    }

    /** Null if every present value may come out. */
    private Admission admission(Allowance allowed) {
        if (allowed instanceof Allowance.Range range) {
            if (trees.donors() instanceof Knots knots) {
                return knots.admission(range);
            }
            throw new IllegalArgumentException("a range of the category " + variable.name());
        }
        if (allowed instanceof Allowance.Levels levels) {
            if (!variable.isCategory()) {
                throw new IllegalArgumentException("levels of the number " + variable.name());
            }
            return Admission.of(levels, variable.levels().size());
        }
        return null;
    }

    /** Chance of a row to have no value. */
    private double missing(byte[][] codes, int row) {
        if (trees.value() == null) {
            return 1;
        }
        if (trees.missing() == null) {
            return 0;
        }
        Tree tree = trees.missing().tree();
        int leaf = tree.leaf(codes, row);
        int last = tree.end(leaf) - 1;
        return tree.donor(last) == 1 ? tree.weight(leaf, last) / tree.weight(leaf) : 0;
    }

    void write(DataOutput out) throws IOException {
        bins.write(out);
        out.writeBoolean(trees.missing() != null);
        if (trees.missing() != null) {
            trees.missing().write(out);
        }
        out.writeBoolean(trees.value() != null);
        if (trees.value() != null) {
            if (trees.donors() instanceof Knots knots) {
                knots.write(out);
            }
            trees.value().write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param columns number of columns of the model
     */
    static TreeColumn read(Variable variable, int columns, DataInput in) throws IOException {
        Bins bins = Bins.read(variable, in);
        GrownTree missing = in.readBoolean() ? GrownTree.read(in, columns, columns, 2) : null;
        if (!in.readBoolean()) {
            return of(variable, bins, missing, null, null);
        }
        Knots knots = variable.isCategory() ? null : Knots.read(in, variable.decimals());
        int donors = knots == null ? variable.levels().size() : knots.count();
        return of(variable, bins, missing, GrownTree.read(in, columns, columns + 1, donors), knots);
    }
}
