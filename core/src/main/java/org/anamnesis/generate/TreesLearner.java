package org.anamnesis.generate;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Sequential conditional trees of a table that is not kept: the usual engine.
 *
 * <p>Column after column, each drawn from the leaf of a tree over the columns before it, like
 * {@link TreesEngine}; the order is chosen by {@link ColumnOrder}. What fewer than five people
 * share is not handed on: see {@link Knots} for numbers; a level of fewer is never drawn.
 */
public final class TreesLearner implements Learner {
    static final String NAME = "trees";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        Kept kept = Kept.of(people);
        int p = people.variables().size();
        int[] order = ColumnOrder.of(kept);
        var size = TreeSize.kept(kept.rows().length, training.smoothing(), training.effort());
        var grower =
                new ColumnGrower(kept.codes(), kept.bins(), people.weights(), kept.scores(), size);
        TreeColumn[] columns = new TreeColumn[p];
        var done = new AtomicInteger();
        IntStream.range(0, p)
                .parallel()
                .forEach(
                        at -> {
                            int k = order[at];
                            boolean on = training.watch().heard(heard(done, p), share(done, p));
                            int[] before = Arrays.copyOf(order, on ? at : 0);
                            columns[k] = column(kept, k, grower, before, training.smoothing());
                            done.incrementAndGet();
                        });
        return new LearnedTrees(people.variables(), columns, order);
    }

    private static String heard(AtomicInteger done, int all) {
        return "%d of %d columns".formatted(done.get(), all);
    }

    private static double share(AtomicInteger done, int all) {
        return (double) done.get() / all;
    }

    /** The trees of a column over the columns before it. */
    static TreeColumn column(Kept kept, int k, ColumnGrower grower, int[] before, int smoothing) {
        Variable variable = kept.variables().get(k);
        var column = kept.column(k);
        GrownTree missing = grower.missing(column, kept.answered(k), before);
        int[] ofMissing = {0, 1};
        GrownTree keptMissing =
                missing == null ? null : missing.with(KeptTree.of(missing.tree(), ofMissing));
        GrownTree value = grower.value(column, kept.answered(k), before);
        if (value == null) {
            return TreeColumn.of(variable, kept.bins()[k], keptMissing, null, null);
        }
        if (variable.isCategory()) {
            double[] levels = column.ranks().distinct();
            int[] of = Arrays.stream(levels).mapToInt(level -> (int) level).toArray();
            return TreeColumn.of(
                    variable,
                    kept.bins()[k],
                    keptMissing,
                    value.with(KeptTree.of(value.tree(), of)),
                    null);
        }
        Knots.Made knots = Knots.of(column.ranks(), variable.decimals(), smoothing);
        GrownTree keptValue = value.with(KeptTree.of(value.tree(), knots.of()));
        return TreeColumn.of(variable, kept.bins()[k], keptMissing, keptValue, knots.knots());
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        return LearnedTrees.read(variables, in);
    }
}
