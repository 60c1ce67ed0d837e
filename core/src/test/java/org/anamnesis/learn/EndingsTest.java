package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class EndingsTest {
    /** Three rows each; answer 1 in the last row of so many persons, 0 in all other rows. */
    private static Set<Integer> found(Variable variable, int ended) {
        double[] values = new double[300];
        for (int p = 0; p < ended; p++) {
            values[3 * p + 2] = 1;
        }
        int[] starts = IntStream.rangeClosed(0, 100).map(p -> 3 * p).toArray();
        return Endings.of(variable, values, starts);
    }

    /** A third of all rows are last ones: twelve of an answer are so by chance once in 3^12. */
    @Test
    void whatIsNeverFollowedEndsUnlessChanceExplainsIt() {
        Variable state = Variable.category("state", List.of("open", "left"));
        assertEquals(Set.of(1), found(state, 13));
        assertEquals(Set.of(), found(state, 12));
    }

    @Test
    void ofDeathItIsKnown() {
        assertEquals(Set.of(1), found(Variable.category("to", List.of("home", "died")), 5));
        assertEquals(Set.of(1), found(Variable.category("verstorben", List.of("nein", "ja")), 5));
        assertEquals(Set.of(), found(Variable.category("to", List.of("home", "rehab")), 5));
        // the twin: a table in which somebody has a row behind it
        double[] values = new double[300];
        IntStream.range(0, 9).forEach(p -> values[3 * p + (p == 0 ? 1 : 2)] = 1);
        assertEquals(
                Set.of(),
                Endings.of(
                        Variable.category("to", List.of("home", "died")),
                        values,
                        IntStream.rangeClosed(0, 100).map(p -> 3 * p).toArray()));
    }
}
