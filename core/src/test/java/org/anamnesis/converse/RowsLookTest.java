package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.learn.DateFormat;
import org.junit.jupiter.api.Test;

/** What is told of a column of made rows. */
class RowsLookTest {
    private static double sum(RowsLook.Column c) {
        return c.bars().stream().mapToDouble(RowsLook.Bar::share).sum();
    }

    @Test
    void ofNumbersBinsMeanAndEnds() {
        List<String> values = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList();
        var c = ColumnLook.of("x", values, false, Optional.empty());
        assertEquals("mean 50.5, from 1 to 100", c.summary());
        assertEquals(12, c.bars().size());
        assertEquals(1, sum(c), 1e-9);
    }

    @Test
    void whatIsWholeHasWholeBins() {
        List<String> days = IntStream.rangeClosed(1, 14).mapToObj(Integer::toString).toList();
        var c = ColumnLook.of("days", days, false, Optional.empty());
        assertEquals("1 to 2", c.bars().get(0).text());
        assertEquals("13 to 14", c.bars().get(c.bars().size() - 1).text());
        assertEquals(1, sum(c), 1e-9);
    }

    @Test
    void ofDatesSpansAsTheTableWritesThem() {
        List<String> days =
                IntStream.rangeClosed(1, 24).mapToObj("%02d.01.2021"::formatted).toList();
        var c = ColumnLook.of("day", days, true, Optional.of(new DateFormat("dd.MM.yyyy")));
        assertEquals("from 01.01.2021 to 24.01.2021", c.summary());
        assertEquals("01.01.2021 to 02.01.2021", c.bars().get(0).text());
        assertEquals(12, c.bars().size());
        assertEquals(1, sum(c), 1e-9);
    }

    @Test
    void whatIsMissingIsTold() {
        List<String> values =
                IntStream.range(0, 100).mapToObj(i -> i % 4 == 0 ? "" : "1," + i).toList();
        var c = ColumnLook.of("x", values, true, Optional.empty());
        assertTrue(c.summary().endsWith("25 % missing"), c.summary());
        assertEquals(0.75, sum(c), 1e-9);
    }

    @Test
    void ofWordsTheMostFrequentFirst() {
        var c = ColumnLook.of("sex", List.of("F", "M", "F", ""), false, Optional.empty());
        assertEquals(List.of(new RowsLook.Bar("F", 0.5), new RowsLook.Bar("M", 0.25)), c.bars());
    }

    @Test
    void keysAndNothingHaveNoBars() {
        List<String> keys = IntStream.range(0, 50).mapToObj(i -> "P" + i).toList();
        assertEquals(
                "50 different values",
                ColumnLook.of("id", keys, false, Optional.empty()).summary());
        assertEquals(List.of(), ColumnLook.of("id", keys, false, Optional.empty()).bars());
        assertEquals(
                List.of(),
                ColumnLook.of("e", Collections.nCopies(3, ""), false, Optional.empty()).bars());
        var same = ColumnLook.of("one", Collections.nCopies(40, "5"), false, Optional.empty());
        assertEquals(List.of(new RowsLook.Bar("5", 1)), same.bars());
    }
}
