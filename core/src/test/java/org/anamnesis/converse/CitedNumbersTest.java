package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers of an answer lead to the source that states them, and only they. */
class CitedNumbersTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    private static CitedNumbers.Told told(String... messages) {
        Conversation said = Conversation.EMPTY;
        Turn last = null;
        for (String m : messages) {
            Step step = PROGRAM.turn(said, m);
            said = step.after();
            last = step.turn();
        }
        return CitedNumbers.of(last.reply().lines().toList(), last.typed(), last.language());
    }

    /** Title of the source to which a number leads; empty if it leads nowhere. */
    private static String source(CitedNumbers.Told told, String number) {
        return told.lines().stream()
                .flatMap(List::stream)
                .filter(p -> p.cited() && p.text().equals(number))
                .map(p -> told.sources().get(p.source()).title())
                .findFirst()
                .orElse("");
    }

    @Test
    void aPublishedMeanLeadsToWhoPublishedItAndTheCensusToItself() {
        var told = told("what is the mean BMI in type 2 diabetes?");
        String text = told.lines().get(0).get(0).text();
        assertTrue(text.startsWith("Mean body mass index"), text);
        for (String number : List.of("33.08", "3,355", "7.539", "0.2047", "23", "47.4")) {
            assertTrue(source(told, number).startsWith("National Health"), number);
        }
        assertTrue(source(told, "32.98").startsWith("synthetic census"), told.toString());
        assertEquals("", source(told, "21075"), "part of a title");
        assertEquals("", source(told, "2011"), "a year");
        assertEquals(2, told.sources().size());
        assertTrue(told.sources().get(0).url().startsWith("https://"), told.toString());
    }

    @Test
    void inOtherLanguagesNumbersAreFoundAsTheyAreWritten() {
        var told = told("was ist der mittlere BMI bei Typ-2-Diabetes?");
        assertTrue(source(told, "33,08").startsWith("National Health"), told.toString());
        assertTrue(source(told, "3.355").startsWith("National Health"), told.toString());
    }

    @Test
    void eachOfSeveralSourcesIsNamedForItsOwn() {
        var told = told("what is the prevalence of hypertension in women?");
        assertTrue(source(told, "44.6").contains("Data Brief 511"), told.toString());
        assertTrue(source(told, "46.35").startsWith("National Health"), told.toString());
        assertTrue(source(told, "43.91").startsWith("synthetic census"), told.toString());
    }

    @Test
    void bothSidesOfAContrastAndOfAWhatIfAreCited() {
        var contrast = told("500 type 2 diabetes patients", "compare BMI in men and women");
        assertTrue(source(contrast, "34.21").startsWith("National Health"), contrast.toString());
        assertTrue(source(contrast, "34.29").startsWith("synthetic census"), contrast.toString());
        var whatIf = told("500 type 2 diabetes patients", "what if 60 % female");
        assertTrue(source(whatIf, "48.83").startsWith("synthetic census"), whatIf.toString());
        assertTrue(source(whatIf, "11.17").startsWith("synthetic census"), whatIf.toString());
    }

    /** The user's own numbers have no source. */
    @Test
    void whatTheUserAskedIsNotCited() {
        var told = told("500 type 2 diabetes patients", "mean HbA1c 9, 60 % female");
        assertEquals(List.of(), told.sources());
        assertTrue(told.lines().stream().flatMap(List::stream).noneMatch(CitedNumbers.Part::cited));
    }

    @Test
    void aNumberThatTwoSourcesStateIsLeftAlone() {
        Map<String, Object> typed =
                Map.of(
                        "sides",
                        List.of(
                                Map.of("figure", 12.5, "source_title", "A"),
                                Map.of("figure", 12.5, "source_title", "B"),
                                Map.of("figure", 13, "source_title", "B")));
        var told = CitedNumbers.of(List.of("12.5 against 12.5, not 13"), typed, "en");
        assertEquals("", source(told, "12.5"));
        assertEquals("B", source(told, "13"));
        assertEquals(List.of(new CitedNumbers.Cite("B", "", "")), told.sources());
    }

    @Test
    void whatStandsInAWordOrAnAddressIsNoNumber() {
        Map<String, Object> typed = Map.of("figure", 25, "source_title", "A");
        var told =
                CitedNumbers.of(
                        List.of("25 %", "25-hydroxy vitamin D, B25 <https://x.org/25>, 25.5, 125"),
                        typed,
                        "en");
        assertTrue(told.lines().get(0).get(0).cited());
        assertFalse(told.lines().get(1).stream().anyMatch(CitedNumbers.Part::cited));
    }
}
