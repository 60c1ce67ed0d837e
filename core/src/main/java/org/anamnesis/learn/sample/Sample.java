package org.anamnesis.learn.sample;

import java.util.List;
import org.anamnesis.table.Table;

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
