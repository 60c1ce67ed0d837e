package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of a column of made rows. */
class RowsLookTest {
    private static double sum(RowsLook.Column c) {
        return c.bars().stream().mapToDouble(RowsLook.Bar::share).sum();
    }

    @Test
    void ofNumbersBinsMeanAndEnds() {
        List<String> values = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList();
        var c = RowsLookDesk.column("x", values, false);
        assertEquals("mean 50.5, from 1 to 100", c.summary());
        assertEquals(12, c.bars().size());
        assertEquals(1, sum(c), 1e-9);
    }

    @Test
    void whatIsMissingIsTold() {
        List<String> values =
                IntStream.range(0, 100).mapToObj(i -> i % 4 == 0 ? "" : "1," + i).toList();
        var c = RowsLookDesk.column("x", values, true);
        assertTrue(c.summary().endsWith("25 % missing"), c.summary());
        assertEquals(0.75, sum(c), 1e-9);
    }

    @Test
    void ofWordsTheMostFrequentFirst() {
        var c = RowsLookDesk.column("sex", List.of("F", "M", "F", ""), false);
        assertEquals(List.of(new RowsLook.Bar("F", 0.5), new RowsLook.Bar("M", 0.25)), c.bars());
    }

    @Test
    void keysAndNothingHaveNoBars() {
        List<String> keys = IntStream.range(0, 50).mapToObj(i -> "P" + i).toList();
        assertEquals("50 different values", RowsLookDesk.column("id", keys, false).summary());
        assertEquals(List.of(), RowsLookDesk.column("id", keys, false).bars());
        assertEquals(List.of(), RowsLookDesk.column("e", Collections.nCopies(3, ""), false).bars());
        var same = RowsLookDesk.column("one", Collections.nCopies(40, "5"), false);
        assertEquals(List.of(new RowsLook.Bar("5", 1)), same.bars());
    }
}
