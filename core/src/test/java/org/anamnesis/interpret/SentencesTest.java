package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users type, and what is made of it, line by line in sentences.tsv. */
class SentencesTest {
    private final Reader reader = new RuleReader();

    static Stream<String> lines() throws IOException {
        try (InputStream in = SentencesTest.class.getResourceAsStream("sentences.tsv")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aSentenceIsReadAsExpected(String line) {
        String[] parts = line.split("\t", -1);

        assertEquals(parts[1], Notation.of(reader.read(parts[0], CohortSpec.DEFAULT)), parts[0]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void capitalsOfWholeWordsAndSpacesDoNotMatter(String line) {
        String[] parts = line.split("\t", -1);
        String spaced = "  " + parts[0].replace(" ", "   ") + "\n";

        assertEquals(
                parts[1].replace(" ", ""),
                Notation.of(reader.read(spaced, CohortSpec.DEFAULT)).replace(" ", ""));
    }

    @Test
    void thereAreEnoughSentences() throws IOException {
        assertTrue(lines().count() >= 120);
    }
}
