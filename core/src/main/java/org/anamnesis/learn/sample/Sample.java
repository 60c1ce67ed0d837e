package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.Permutation;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Drawn rows and what it took to draw them.
 *
 * @param table the rows, all of weight 1, in no order
 * @param reached what each target came to, in their order
 */
public record Sample(Table table, Yield yield, List<Double> reached) {
    public Sample {
        reached = List.copyOf(reached);
    }

    /**
     * Rows of several groups in one table.
     *
     * @param groups the rows of each, all with the same columns
     * @param which a category with a level a group: one more column
     * @param everyone targets whose value of all rows together is told
     * @param seed of the order
     */
    public static Sample together(
            List<Sample> groups, Variable which, List<Target> everyone, long seed) {
        List<Variable> variables = groups.get(0).table().variables();
        int rows = groups.stream().mapToInt(g -> g.table().rows()).sum();
        double[][] columns = new double[variables.size() + 1][rows];
        var order = new Permutation(rows, seed);
        int next = 0;
        var yield = new Yield(0, 0, 0, Double.POSITIVE_INFINITY, 0);
        for (int g = 0; g < groups.size(); g++) {
            Table own = groups.get(g).table();
            for (int i = 0; i < own.rows(); i++) {
                int at = (int) order.place(next++);
                for (int k = 0; k < variables.size(); k++) {
                    columns[k][at] = own.column(k)[i];
                }
                columns[variables.size()][at] = g;
            }
            Yield one = groups.get(g).yield();
            yield =
                    new Yield(
                            yield.drawn + one.drawn,
                            yield.met + one.met,
                            yield.meanWeight + one.meanWeight, // of people in any of the groups
                            Math.min(yield.effective, one.effective),
                            yield.repeated + one.repeated);
        }
        List<Variable> all = new ArrayList<>(variables);
        all.add(which);
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        List<Double> reached = everyone.stream().map(t -> t.reached(columns, rows)).toList();
        return new Sample(new Table(all, columns, ones), yield, reached);
    }

    /**
     * How hard it was.
     *
     * @param drawn rows drawn from the source
     * @param met of these, rows that met all conditions
     * @param meanWeight mean weight of the rows drawn: the share of people, by the model, who meet
     *     the conditions
     * @param effective Kish's effective number of the rows from which was taken, after weights and
     *     targets
     * @param repeated rows of the table that stand in it a second time or more, because too few
     *     different ones met the request within the bound
     */
    public record Yield(long drawn, long met, double meanWeight, double effective, int repeated) {
        Yield plus(Yield other) {
            double weights = meanWeight * drawn + other.meanWeight * other.drawn;
            return new Yield(
                    drawn + other.drawn,
                    met + other.met,
                    weights / (drawn + other.drawn),
                    effective + other.effective,
                    repeated + other.repeated);
        }
    }
}
