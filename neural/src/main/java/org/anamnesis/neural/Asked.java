package org.anamnesis.neural;

import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;

/** The conditions of a draw that ask for something. */
final class Asked {
    /** Their columns, rising. */
    final int[] columns;

    private final List<Allowance> allowed;

    Asked(List<Allowance> allowed) {
        this.allowed = List.copyOf(allowed);
        this.columns =
                IntStream.range(0, allowed.size())
                        .filter(j -> !(allowed.get(j) instanceof Allowance.Any))
                        .toArray();
    }

    /**
     * Whether a row meets them all.
     *
     * @param values by column and row
     */
    boolean met(double[][] values, int row) {
        for (int j : columns) {
            if (!allowed.get(j).allows(values[j][row])) {
                return false;
            }
        }
        return true;
    }
}
