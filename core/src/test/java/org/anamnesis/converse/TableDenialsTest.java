package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not wanted, how many are, and what would be if: of a learned table's own columns. */
class TableDenialsTest extends TalkedAbout {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody had a fall",
                "no one with a fall",
                "none of them should have a fall",
                "exclude those with fall",
                "drop the fall patients",
                "drop those who had a fall",
                "fall: no",
                "fall none, women",
                "fall patients excluded",
                "niemand hat fall",
                "nadie con fall"
            })
    void aDenialIsNeverReadAsItsOpposite(String words) {
        Turn turn = last("300 rows", words);
        assertEquals(Turn.Kind.CHANGED, turn.kind(), turn.reply());
        assertTrue(changes(turn).contains("+ fall no"), changes(turn).toString());
        assertEquals(List.of(), turn.notUsed());
    }

    /** The twin: the same column wanted. */
    @ParameterizedTest
    @ValueSource(strings = {"everybody had a fall", "only those with fall", "fall: yes"})
    void whatIsWantedStays(String words) {
        assertTrue(changes(last("300 rows", words)).contains("+ fall yes"));
    }

    @Test
    void neitherNorDeniesBoth() {
        assertEquals(
                List.of("+ fall no", "+ not type 2 diabetes mellitus"),
                changes(last("300 rows", "neither fall nor dm")).stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "a third with fall, 33.33 % with fall yes",
        "one in five with fall, 20 % with fall yes",
        "two thirds in the ICU, 66.67 % with ward ICU",
        "3 out of 10 without fall, 30 % with fall no",
        "fall should be 12 %, 12 % with fall yes"
    })
    void sharesAreSaidInWords(String words, String share) {
        assertEquals(List.of("+ " + share), changes(last("300 rows", words)));
    }

    /** "Most" is no number: the rows without it would be others than those asked. */
    @ParameterizedTest
    @ValueSource(strings = {"most with fall", "hardly any not quite fall"})
    void whatWouldMakeOtherRowsIsNotLeftOut(String words) {
        Turn turn = last("300 rows", words);
        assertTrue(
                turn.kind() == Turn.Kind.PROBLEM || changes(turn).contains("+ fall no"),
                turn.reply());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what if nobody had a fall?",
                "was wäre, wenn niemand fall hätte?",
                "et si personne n'avait fall ?"
            })
    void aWhatIfKeepsTheRowsBesideIt(String words) {
        Turn turn = last("300 rows", words);
        assertTrue(changes(turn).contains("+ fall no"), changes(turn).toString());
        assertTrue(turn.reply().contains("people.csv"), turn.reply());
        assertTrue(turn.reply().matches("(?s).*fall yes.*0 %.*"), turn.reply());
        assertEquals(
                List.of("- fall no"),
                changes(last("300 rows", words, "drop the what-if")).stream()
                        .filter(c -> c.startsWith("-"))
                        .toList());
    }

    @Test
    void ofAWhatIfBothAreMade() throws IOException {
        Conversation first = program.turn(Conversation.EMPTY, "200 rows").after();
        Conversation said = program.turn(first, "what if everybody had a fall?").after();
        RowsMade made =
                program.sample(
                        new RowsRequest(
                                model,
                                Optional.empty(),
                                Optional.of(said),
                                OptionalLong.empty(),
                                Optional.empty(),
                                List.of(),
                                OptionalLong.empty(),
                                folder.resolve("variant.csv")),
                        Progress.silent());
        List<String> variant = Files.readAllLines(folder.resolve("variant.csv"));
        List<String> baseline = Files.readAllLines(folder.resolve("variant-baseline.csv"));
        assertEquals(201, variant.size());
        assertEquals(201, baseline.size());
        assertTrue(variant.subList(1, 201).stream().allMatch(l -> l.endsWith(";yes")));
        assertFalse(baseline.subList(1, 201).stream().allMatch(l -> l.endsWith(";yes")));
        assertTrue(
                made.notes().stream().anyMatch(n -> n.contains("variant-baseline.csv")),
                made.notes().toString());
    }
}
