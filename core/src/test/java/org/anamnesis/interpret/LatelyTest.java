package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatelyTest {
    @Test
    void keepsWhatWasUsedLastAndMakesTheRestAnew() {
        List<Integer> made = new ArrayList<>();
        var doubles =
                new Lately<Integer, Integer>(
                        n -> {
                            made.add(n);
                            return 2 * n;
                        });
        for (int n = 0; n < 40; n++) {
            assertEquals(2 * n, doubles.of(n));
            assertEquals(0, doubles.of(0), "used again and again, it stays");
        }
        assertEquals(40, made.size());
        assertEquals(2, doubles.of(1), "long ago, so it is made once more");
        assertEquals(41, made.size());
    }
}
