package org.anamnesis.converse;

import java.util.Map;
import org.anamnesis.population.Derived;
import org.anamnesis.table.Table;

/** Columns of the people learned from, derived ones computed from those that were read already. */
final class ReferenceColumns {
    private ReferenceColumns() {}

    static double[] of(Table people, String name, Map<String, double[]> computed) {
        if (people.has(name)) {
            return people.column(name);
        }
        double[] known = computed.get(name);
        if (known != null) {
            return known;
        }
        Derived derived =
                Derived.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("no column " + name));
        double[][] parents =
                derived.parents().stream()
                        .map(p -> of(people, p, computed))
                        .toArray(double[][]::new);
        double[] out = new double[people.rows()];
        double[] row = new double[parents.length];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = parents[k][i];
            }
            out[i] = derived.formula().of(row);
        }
        computed.put(name, out);
        return out;
    }
}
