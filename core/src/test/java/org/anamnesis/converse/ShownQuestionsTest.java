package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for an answer is part of what is asked at present: files are made of it. */
class ShownQuestionsTest {
    private static String last(String... messages) {
        List<Turn> turns = Anamnesis.bundled().interpret(List.of(messages)).turns();
        return turns.get(turns.size() - 1).reply();
    }

    @Test
    void anOpenQuestionIsShownWithItsUsualReading() {
        String shown = last("100 elderly people with hypertension", "half women", "show");
        assertTrue(shown.contains("unless you say otherwise"), shown);
        assertTrue(shown.contains("65 years and older"), shown);
    }

    /** The twin: an answer settles it. */
    @Test
    void anAnswerSettlesIt() {
        String shown = last("100 elderly people with hypertension", "75 and older", "show");
        assertFalse(shown.contains("unless you say otherwise"), shown);
        assertTrue(shown.contains("age 75 and older"), shown);
    }
}
