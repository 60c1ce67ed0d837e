package org.anamnesis.generate;

import java.util.Map;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.PlannedOverwrite.Lever;

/** Changes one parent of a computed value until the value is as wanted, by bisection. */
final class Levers {
    private static final int HALVINGS = 40;

    private final Lever lever;
    private final int[] parents;
    private final int pulled;

    Levers(Lever lever, Map<String, Integer> position) {
        this.lever = lever;
        parents = lever.derived().parents().stream().mapToInt(position::get).toArray();
        pulled = lever.derived().parents().indexOf(lever.parent());
    }

    /** Sets the parent in a row; the nearest end if no parent's value reaches what is wanted. */
    void pull(double[][] work, int row, double wanted) {
        double[] values = new double[parents.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = work[parents[k]][row];
        }
        // the computed value is rounded: the middle of all that give the wanted one
        double x = (edge(values, wanted, true) + edge(values, wanted, false)) / 2;
        work[parents[pulled]][row] = Formula.round(x, lever.decimals());
    }

    /** Where the computed value becomes the wanted one, or where it leaves it. */
    private double edge(double[] values, double wanted, boolean first) {
        double low = lever.low();
        double high = lever.high();
        boolean rising = at(values, high) > at(values, low);
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            double value = at(values, middle);
            boolean before = first ? value < wanted : value <= wanted;
            if (before == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double at(double[] values, double x) {
        values[pulled] = x;
        return lever.derived().formula().of(values);
    }
}
