package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * German, Spanish, French and Chinese requests, line by line. languages-tuned.tsv grew with the
 * rules; languages-apart.tsv was kept apart, and of it only the number of lines that are read as
 * expected is held.
 */
class LanguagesTest {
    /** A line of a file. */
    record Line(Language language, String sentence, String expected) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private final Reader reader = new RuleReader();

    static List<Line> lines(String file) throws IOException {
        try (InputStream in = LanguagesTest.class.getResourceAsStream(file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.split("\t", -1))
                    .map(p -> new Line(language(p[0]), p[1], p[2]))
                    .toList();
        }
    }

    private static Language language(String code) {
        return Language.valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Stream<Line> tuned() throws IOException {
        return lines("languages-tuned.tsv").stream();
    }

    static Stream<Line> all() throws IOException {
        return Stream.concat(tuned(), lines("languages-apart.tsv").stream());
    }

    private String read(String sentence) {
        return Notation.of(reader.read(sentence, CohortSpec.DEFAULT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tuned")
    void aSentenceIsReadAsExpected(Line line) {
        assertEquals(line.expected(), read(line.sentence()), () -> english(line.sentence()));
    }

    private static String english(String sentence) {
        return Wording.of(sentence).english();
    }

    @ParameterizedTest
    @CsvSource({"DE,67", "ES,67", "FR,67", "ZH,67"})
    void sentencesKeptApartAreReadAsExpected(Language language, int atLeast) throws IOException {
        List<Line> apart =
                lines("languages-apart.tsv").stream()
                        .filter(l -> l.language() == language)
                        .toList();
        long right = apart.stream().filter(l -> read(l.sentence()).equals(l.expected())).count();

        assertTrue(right >= atLeast, right + " of " + apart.size());
    }

    @ParameterizedTest
    @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void thereAreEnoughSentences(Language language) throws IOException {
        assertTrue(all().filter(l -> l.language() == language).count() >= 60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void everyLanguageIsRecognised(Line line) {
        assertEquals(line.language(), Language.of(line.sentence()), line.sentence());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void quotesAreTheUsersOwnWords(Line line) {
        for (String quote : quotes(reader.read(line.sentence(), CohortSpec.DEFAULT))) {
            assertTrue(line.sentence().contains(quote), quote);
        }
    }

    static List<String> quotes(Reading reading) {
        List<String> quotes = new ArrayList<>();
        if (reading instanceof Reading.Understood u) {
            u.edits().forEach(e -> quotes.add(e.quote()));
            quotes.addAll(u.ignored());
        } else if (reading instanceof Reading.Question q) {
            quotes.add(q.text());
        } else if (reading instanceof Reading.NotUnderstood n) {
            n.problems().stream().map(Problem::where).forEach(quotes::add);
        }
        return quotes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.anamnesis.interpret.SentencesTest#lines")
    void englishIsEnglish(String line) {
        assertEquals(Language.EN, Language.of(line.split("\t", -1)[0]), line);
    }
}
