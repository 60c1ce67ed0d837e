package org.anamnesis.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
    private static final List<String> WORDS =
            List.of(
                    "",
                    "a",
                    "ab",
                    "ba",
                    "asthma",
                    "astma",
                    "ashtma",
                    "hypertension",
                    "hypotension",
                    "hyperlipidemia",
                    "heart failure",
                    "failure heart");

    @Test
    void swapsCountOne() {
        assertEquals(1, EditDistance.between("asthma", "ashtma"));
        assertEquals(2, EditDistance.between("hypertension", "hypotension"));
    }

    @Test
    void beyondWhatMattersItIsOnlyKnownToBeBeyond() {
        for (String a : WORDS) {
            for (String b : WORDS) {
                int exact = EditDistance.between(a, b);
                for (int most = 0; most <= 14; most++) {
                    int told = EditDistance.between(a, b, most);
                    assertTrue(exact <= most ? told == exact : told > most, a + ", " + b);
                }
            }
        }
    }
}
