package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
    /**
     * Of two figures that say the same the mean is no surer than one; of independent ones it is.
     */
    @Test
    void theMeanOfCorrelatedFiguresIsLessSure() {
        List<Estimate> two = List.of(Estimate.of(0.5, 0.03, 0, 1), Estimate.of(0.6, 0.03, 0, 1));
        double z = Estimate.Z;
        assertEquals(0.55, Estimate.mean(two, 0.4, 0, 1).value(), 1e-12);
        assertEquals(0.55 + z * 0.03 / Math.sqrt(2), Estimate.mean(two, 0, 1).high(), 1e-12);
        assertEquals(0.55 + z * 0.03, Estimate.mean(two, 1, 0, 1).high(), 1e-12);
        assertEquals(0.55 + z * 0.03 * Math.sqrt(0.7), Estimate.mean(two, 0.4, 0, 1).high(), 1e-12);
    }
}
