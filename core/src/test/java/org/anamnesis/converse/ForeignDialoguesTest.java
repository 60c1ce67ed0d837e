package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dialogues in German, Spanish, French and Chinese, thirty a language and half, written before
 * anything was tuned to them: {@code languages-tuned.txt} to tune on, {@code languages-apart.txt}
 * kept apart. Counted as in {@link DialoguesTest}; the floors only rise.
 */
class ForeignDialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @ParameterizedTest
    @CsvSource({"languages-tuned.txt, 118", "languages-apart.txt, 109"})
    void asManyDialoguesAsBeforeAreRight(String file, int floor) throws IOException {
        List<Dialogue> all = Dialogue.all(file);
        List<String> wrong = new ArrayList<>();
        long right =
                all.stream()
                        .filter(d -> d.right(d.played(anamnesis), wrong) == d.turns().size())
                        .count();

        assertEquals(120, all.size());
        assertTrue(right >= floor, right + " right, " + wrong.size() + " wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "zh"})
    void everyLanguageHasSixtyAThirdOfThemLong(String language) throws IOException {
        List<Dialogue> own =
                Stream.concat(
                                Dialogue.all("languages-tuned.txt").stream(),
                                Dialogue.all("languages-apart.txt").stream())
                        .filter(d -> d.title().startsWith("# " + language))
                        .toList();

        assertEquals(60, own.size());
        assertTrue(own.stream().filter(d -> d.turns().size() > 1).count() >= 20);
    }
}
