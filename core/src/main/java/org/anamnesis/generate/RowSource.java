package org.anamnesis.generate;

import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Where drawn rows come from: a model, or a model inside the rules of its table, which add derived
 * columns, blank what does not apply, and take the weight of rows that break a rule. Safe for
 * threads.
 */
public interface RowSource {
    /** The p columns that are drawn, derived ones included. */
    List<Variable> variables();

    /**
     * Draws rows under conditions. A row with a weight above 0 meets all of {@code allowed}.
     *
     * <p>A row's weight says how much it counts: the chance that a free draw which came this far
     * meets the conditions. An engine that meets a range by construction draws within it and
     * multiplies by the share of what it left out; one that cannot gives a row that breaks a
     * condition the weight 0. Rows with weight 0 are thrown away, the others are taken in
     * proportion to their weights, and so follow what the model learned given the conditions.
     * Without conditions all weights of a model are 1.
     *
     * @param columns p arrays of at least {@code count} values to fill, see {@link
     *     org.anamnesis.table.Table}
     * @param weights at least {@code count} to fill, in [0, 1]
     * @param allowed p conditions
     * @param first number of the first row; row k depends on {@code first + k} and the seeds alone
     */
    void draw(
            double[][] columns,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds);
}
