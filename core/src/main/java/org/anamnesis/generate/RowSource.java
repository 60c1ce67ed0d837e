package org.anamnesis.learn;

import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Where drawn rows come from: a model, or a model inside the rules of its table, which add derived
 * columns, blank what does not apply, and take the weight of rows that break a rule. Safe for
 * threads.
 */
public interface RowSource {
    /** The columns that are drawn, derived ones included. */
    List<Variable> variables();

    /**
     * Draws rows under conditions; shapes, weights and seeds as in {@link LearnedModel#draw}. A row
     * with a weight above 0 meets all of {@code allowed}.
     */
    void draw(
            double[][] columns,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds);

    /** The rows of a model as they are. */
    static RowSource of(LearnedModel model) {
        return new RowSource() {
            @Override
            public List<Variable> variables() {
                return model.variables();
            }

            @Override
            public void draw(
                    double[][] columns,
                    double[] weights,
                    List<Allowance> allowed,
                    long first,
                    int count,
                    SeedTree seeds) {
                model.draw(columns, weights, allowed, first, count, seeds);
            }
        };
    }
}
