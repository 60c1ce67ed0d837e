package org.anamnesis.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DrawsTest {
    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        var draws = new Draws(1);
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = draws.normal();
            sum += x;
            squares += x * x;
        }
        // Six standard errors: a right generator fails with a chance of 2e-9; the key is fixed.
        assertEquals(0, sum / n, 6 / Math.sqrt(n));
        assertEquals(1, squares / n, 6 * Math.sqrt(2.0 / n));
    }

    @Test
    void purposesAreIndependentAndRepeatable() {
        assertEquals(Draws.of(7, "beat").uniform(), Draws.of(7, "beat").uniform());
        assertNotEquals(Draws.of(7, "beat").uniform(), Draws.of(7, "noise").uniform());
        assertNotEquals(Draws.of(7, "beat").uniform(), Draws.of(8, "beat").uniform());
    }
}
