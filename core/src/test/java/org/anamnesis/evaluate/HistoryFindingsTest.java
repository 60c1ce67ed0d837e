package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.anamnesis.evaluate.HistoryFindings.Between;
import org.anamnesis.evaluate.HistoryFindings.Figure;
import org.anamnesis.evaluate.HistoryFindings.Place;
import org.anamnesis.evaluate.HistoryFindings.Published;
import org.junit.jupiter.api.Test;

/** Where a figure lies beside what was published. */
class HistoryFindingsTest {
    private static final Published METFORMIN = Published.of("−1.12", -1.32, -0.92);

    private static Optional<Place> place(double value, double off, Published published) {
        var within = new Between(value - off, value + off);
        return new Figure("HbA1c", value, within, 2, "points", 100, published).place();
    }

    @Test
    void aValueInTheIntervalIsInsideHoweverWideItsOwnIs() {
        assertEquals(Optional.of(Place.INSIDE), place(-1.0, 0, METFORMIN));
        assertEquals(Optional.of(Place.INSIDE), place(-0.92, 2, METFORMIN));
    }

    @Test
    void outsideItMayBeByChanceWhereTheIntervalsMeet() {
        assertEquals(Optional.of(Place.BY_CHANCE), place(-0.85, 0.1, METFORMIN));
        assertEquals(Optional.of(Place.OUTSIDE), place(-0.85, 0.05, METFORMIN));
    }

    @Test
    void withoutAPublishedIntervalNothingIsSaid() {
        assertEquals(Optional.empty(), place(-1, 1, Published.NOTHING));
        assertEquals(Optional.empty(), place(Double.NaN, 1, METFORMIN));
    }

    @Test
    void theIntervalOfAMean() {
        assertEquals(1.96, Between.around(0, 10, 100).high(), 1e-9);
        assertEquals(-1.96, Between.around(0, 10, 100).low(), 1e-9);
        assertEquals(new Between(3, 3), Between.around(3, Double.NaN, 1));
    }
}
