package org.anamnesis.learn;

import java.util.HashSet;
import java.util.Set;
import org.anamnesis.table.Variable;

/** Answers behind which a person has no further row: death, an event that ends a study. */
final class Endings {
    /**
     * Persons who must all end with it. If it were as frequent as elsewhere before the last of two
     * rows, that would be seen once in 2^20 tables.
     */
    private static final int PERSONS = 20;

    private Endings() {}

    /**
     * @param values of the column by row, person by person
     * @param starts see {@link Histories}
     * @return levels of a category that stand in the last row of a person alone
     */
    static Set<Integer> of(Variable variable, double[] values, int[] starts) {
        int levels = variable.levels().size();
        if (!variable.isCategory()) {
            return Set.of();
        }
        int[] last = new int[levels];
        boolean[] before = new boolean[levels];
        for (int p = 0; p + 1 < starts.length; p++) {
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                if (!Double.isNaN(values[i])) {
                    boolean ends = i + 1 == starts[p + 1];
                    before[(int) values[i]] |= !ends;
                    last[(int) values[i]] += ends && i > starts[p] ? 1 : 0;
                }
            }
        }
        Set<Integer> ending = new HashSet<>();
        for (int l = 0; l < levels; l++) {
            if (!before[l] && last[l] >= PERSONS) {
                ending.add(l);
            }
        }
        return ending.size() == levels ? Set.of() : ending;
    }
}
