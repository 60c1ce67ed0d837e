package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrengthTest {
    /** A loss with its least value at {@code least}, the steeper the more rows. */
    private static double found(double rows, double least) {
        return Strength.of(s -> rows * Math.pow(s - least, 2));
    }

    @Test
    void manyRowsHaveTheirWayAndFewHardly() {
        assertEquals(1.2, found(10_000, 1.2), 0.01);
        assertEquals(0.85, found(10_000, 0.85), 0.01);
        assertEquals(1, found(0.1, 1.5), 0.02);
        double some = found(20, 1.3);
        assertTrue(some > 1.1 && some < 1.3, "found " + some);
    }

    @Test
    void noLossLeadsFarAway() {
        assertEquals(1.6, found(1e6, 5), 0.02);
        assertEquals(0.7, found(1e6, 0), 0.02);
    }

    /** Heads say more of what is known, and what nobody speaks for stays. */
    @Test
    void headsSayMoreAndColumnsStaySpread() {
        double[][] none = {{}, {}};
        OrderedNet net = new OrderedNet(new int[] {3, 2}, none, 4);
        double[][] shares = {{0.2, 0.5, 0.3}, {0.9, 0.1}};
        float[] start = net.start(shares, Draws.of(1, "start", 0));
        float[] rest = net.rest(start);
        float[] same = net.strengthened(start, rest, 1);
        for (int k = 0; k < start.length; k++) {
            assertEquals(start[k], same[k], 1e-6);
        }
        int[][] batch = {{0, 1, 2, 1}, {0, 0, 1, 0}};
        var step = new OrderedStep(net, new PlainKernel());
        int[] order = {0, 1};
        double asTheyAre = step.loss(net.strengthened(start, rest, 0), batch, order);
        double said = 0;
        for (int i = 0; i < 4; i++) {
            said -= Math.log(shares[0][batch[0][i]]) + Math.log(shares[1][batch[1][i]]);
        }
        assertEquals(said / 4, asTheyAre, 1e-5);
    }
}
