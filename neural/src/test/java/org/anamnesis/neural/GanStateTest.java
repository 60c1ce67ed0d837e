package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When the play of generator and critic ends, and with which parameters. */
class GanStateTest {
    private static final int ASIDE = 80;
    private static final int PATIENCE = 3;

    private final GanState state = new GanState(new float[] {1, 2}, new float[] {0}, ASIDE);
    private final Draws draws = new Draws(3);

    /** What 80 rows aside say, each with an error of 1, of rows that are so far away. */
    private void look(double away) {
        state.improved(new float[] {1, -1}, 0.1);
        double[] parts = new double[ASIDE];
        for (int i = 0; i < ASIDE; i++) {
            parts[i] = away + draws.normal();
        }
        state.look(parts);
    }

    @Test
    void whatRowsAsideCannotTellApartDoesNotEndThePlay() {
        for (int k = 0; k < 12; k++) {
            look(1);
        }

        assertFalse(state.over(PATIENCE));
        assertArrayEquals(state.average.values(), state.result(), "the last parameters");
    }

    @Test
    void whatSurelyMovesAwayEndsItAtTheNearest() {
        look(5);
        look(1);
        float[] nearest = state.average.values().clone();
        look(4);
        assertFalse(state.over(PATIENCE), "one look is not enough");
        look(4);
        look(4);

        assertTrue(state.over(PATIENCE));
        assertArrayEquals(nearest, state.result());
    }

    @Test
    void withoutRowsAsideThePlayGoesOn() {
        var alone = new GanState(new float[] {1}, new float[] {0}, 0);
        for (int k = 0; k < 12; k++) {
            alone.look(new double[0]);
        }

        assertFalse(alone.over(PATIENCE));
        assertArrayEquals(alone.average.values(), alone.result());
    }
}
