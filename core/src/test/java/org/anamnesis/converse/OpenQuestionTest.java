package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who comes back to a conversation sees what it waits for. */
class OpenQuestionTest {
    private final Anamnesis program = Anamnesis.bundled();

    private Conversation after(String... messages) {
        Conversation c = Conversation.EMPTY;
        for (String m : messages) {
            c = program.turn(c, m).after();
        }
        return c;
    }

    @Test
    void aQuestionStaysUntilItIsAnswered() {
        Step asked = program.turn(Conversation.EMPTY, "200 patients with heart disease");
        Optional<Turn.Asked> question = asked.turn().question();
        assertTrue(question.isPresent());
        assertEquals(question, program.question(asked.after()));
        assertEquals(
                question,
                program.question(after("200 patients with heart disease", "only women")),
                "what has nothing to do with it leaves it open");
        assertEquals(
                question,
                program.question(ConversationFile.read(ConversationFile.write(asked.after()))),
                "a kept conversation has it, too");
        assertEquals(
                Optional.empty(),
                program.question(after("200 patients with heart disease", "heart failure")));
        assertEquals(Optional.empty(), program.question(after("200 patients with asthma")));
        assertEquals(Optional.empty(), program.question(Conversation.EMPTY));
    }

    @Test
    void itIsToldInTheLanguageOfTheConversation() {
        Step asked = program.turn(Conversation.EMPTY, "200 Patienten mit Herzkrankheit");
        assertTrue(asked.turn().question().isPresent(), asked.turn()::reply);
        assertEquals(asked.turn().question(), program.question(asked.after()));
    }
}
