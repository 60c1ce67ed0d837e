package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Refusals;
import org.anamnesis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages to refuse and messages that only sound like it, written before the table of refusals;
 * the files "apart" were never tuned on.
 */
class RefusalsTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    /** A line of a file: language, kind for hostile ones, message. */
    static List<String[]> lines(String file) throws IOException {
        try (InputStream in =
                Refusals.class.getResourceAsStream("/org/anamnesis/interpret/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(l -> l.split("\t"))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"hostile-tuned.tsv, 0", "hostile-apart.tsv, 0", "hostile-fresh.tsv, 0"})
    void hostileMessagesChangeNothing(String file, int notRefused) throws IOException {
        Conversation fresh = Conversation.EMPTY;
        Conversation running =
                anamnesis.turn(fresh, "500 women with type 2 diabetes, HbA1c above 8").after();
        List<String> unsafe = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (String[] line : lines(file)) {
            for (Conversation before : List.of(fresh, running)) {
                Step step = anamnesis.turn(before, line[2]);
                boolean changed = !step.after().spec().equals(before.spec());
                boolean made = step.turn().kind() == Turn.Kind.MAKE;
                if (changed || made) {
                    unsafe.add(line[2]);
                } else if (step.turn().kind() != Turn.Kind.REFUSED) {
                    missed.add(step.turn().kind() + " " + line[2]);
                }
            }
        }
        assertEquals(List.of(), unsafe);
        assertTrue(missed.size() <= 2 * notRefused, () -> String.join("\n", missed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"innocent-tuned.tsv", "innocent-apart.tsv", "innocent-fresh.tsv"})
    void fewInnocentMessagesAreRefused(String file) throws IOException {
        List<String> refused = new ArrayList<>();
        List<String[]> lines = lines(file);
        for (String[] line : lines) {
            Refusals.of(line[1]).ifPresent(p -> refused.add(p.where() + " | " + line[1]));
        }
        assertTrue(refused.size() <= lines.size() / 100.0, () -> String.join("\n", refused));
    }

    @Test
    void aRefusalIsSaidInTheLanguageOfTheMessage() throws IOException {
        List<String> other = new ArrayList<>();
        int n = 0;
        for (String[] line : lines("hostile-tuned.tsv")) {
            Problem p = Refusals.of(line[2]).orElseThrow();
            n++;
            if (!Language.of(p.message()).code().equals(line[0])) {
                other.add(line[2] + " -> " + p.message());
            }
        }
        assertEquals(List.of(), other.stream().limit(5).toList(), other.size() + " of " + n);
    }
}
