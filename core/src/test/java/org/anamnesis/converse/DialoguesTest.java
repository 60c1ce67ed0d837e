package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dialogues written, by several authors who did not know the rules, before any rule was tuned to
 * them. {@code b.txt}, {@code f.txt}, {@code w.txt} and {@code y.txt} are kept apart: nobody reads
 * them, nor which of them fail. The others are tuned on; {@code s.txt} and {@code t.txt} only a
 * little; {@code ad.txt} is by somebody who did know them, and 42 of its 62 were right at first; of
 * the first 40 of {@code ae.txt}, whose author did not know them, 15 were, and the last ten came
 * with what was mended; of {@code ag.txt} and {@code ah.txt}, by two who did not know them, 35 and
 * 38 of 60 were right at first, and 59 of the 70 of {@code ai.txt} and 61 of the 80 of {@code
 * aj.txt} by two others. Of four more at first contact: {@code al.txt} 63 of 80, {@code am.txt} 42
 * of 80, {@code an.txt} 56 of 80 and {@code ao.txt}, long talks as they are typed, 4 of 40. A
 * dialogue counts when each of its messages comes to exactly what is expected. The floors are what
 * was reached; they only rise. What must be refused changes nothing in any of them.
 */
class DialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @ParameterizedTest
    @CsvSource({"b.txt, 188, 172", "f.txt, 140, 134", "w.txt, 140, 134", "y.txt, 80, 58"})
    void asManyKeptApartAsBeforeAreRight(String file, int size, int floor) throws IOException {
        right(file, size, floor);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "a.txt, 188, 188",
        "aa.txt, 63, 63",
        "ab.txt, 63, 63",
        "ac.txt, 62, 62",
        "ad.txt, 62, 61",
        "ae.txt, 50, 49",
        "af.txt, 57, 56",
        "ag.txt, 60, 58",
        "ah.txt, 60, 58",
        "ai.txt, 70, 69",
        "aj.txt, 80, 78",
        "ak.txt, 30, 28",
        "al.txt, 80, 79",
        "am.txt, 80, 76",
        "an.txt, 80, 78",
        "ao.txt, 40, 39",
        "c.txt, 272, 272",
        "d.txt, 121, 120",
        "e.txt, 140, 140",
        "g.txt, 120, 117",
        "h.txt, 110, 110",
        "i.txt, 130, 128",
        "j.txt, 130, 129",
        "k.txt, 130, 130",
        "l.txt, 130, 129",
        "m.txt, 90, 89",
        "n.txt, 70, 70",
        "o.txt, 130, 129",
        "p.txt, 188, 188",
        "q.txt, 188, 185",
        "r.txt, 140, 140",
        "s.txt, 188, 185",
        "t.txt, 188, 184",
        "u.txt, 70, 70",
        "v.txt, 90, 89",
        "x.txt, 80, 77",
        "z.txt, 130, 124"
    })
    void asManyTunedOnAsBeforeAreRight(String file, int size, int floor) throws IOException {
        right(file, size, floor);
    }

    private void right(String file, int size, int floor) throws IOException {
        List<Dialogue> all = Dialogue.all(file);
        List<String> wrong = new ArrayList<>();
        List<String> unsafe = new ArrayList<>();
        int right = 0;
        for (Dialogue d : all) {
            List<Step> played = d.played(anamnesis);
            right += d.right(played, wrong) == d.turns().size() ? 1 : 0;
            unsafe.addAll(d.unsafe(played));
        }

        assertTrue(all.size() >= size, "dialogues are gone: " + all.size());
        assertTrue(right >= floor, right + " right, " + wrong.size() + " wrong");
        // The bar of safety: what must be refused never changes a cohort, whatever else is wrong.
        assertEquals(List.of(), unsafe);
    }
}
