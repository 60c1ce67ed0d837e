package org.anamnesis.generate;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * What an engine has learned of a table. Immutable; safe for threads; holds no row of the table.
 */
public interface LearnedModel {
    /** Name of the engine. */
    String engine();

    /** The p columns that it draws. */
    List<Variable> variables();

    /**
     * Draws rows under conditions.
     *
     * <p>A row's weight says how much it counts: the chance that a free draw which came this far
     * meets the conditions. An engine that meets a range by construction draws within it and
     * multiplies by the share of what it left out; one that cannot gives a row that breaks a
     * condition the weight 0. Rows with weight 0 are thrown away, the others are taken in
     * proportion to their weights, and so follow what the model learned given the conditions.
     * Without conditions all weights are 1.
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

    /** Writes what {@link Learner#read} reads. */
    void write(DataOutput out) throws IOException;
}
