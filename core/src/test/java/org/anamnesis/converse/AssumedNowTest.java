package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** "What did you assume?" */
class AssumedNowTest {
    private static final String SEED = "No seed was given: 1.";
    private final Anamnesis anamnesis = Anamnesis.bundled();

    private String asked(String... messages) {
        Conversation c = Conversation.EMPTY;
        Turn last = null;
        for (String message : messages) {
            Step step = anamnesis.turn(c, message);
            c = step.after();
            last = step.turn();
        }
        return last.reply();
    }

    @Test
    void whatPlanningDecidesAndSettingsThatNobodyNamedAreTold() {
        String told =
                asked(
                        "50 women with osteoporosis, 30% on a bisphosphonate",
                        "what did you assume?");
        assertTrue(told.contains("the people learned from are a proxy"), told);
        for (String setting : List.of(SEED, "No engine was named: trees.", "No format was named")) {
            assertTrue(told.contains(setting), told);
        }
    }

    @Test
    void whatWasNamedIsNoAssumption() {
        String told = asked("50 women with COPD, seed 3", "what did you assume?");
        assertFalse(told.contains(SEED), told);
        assertTrue(told.contains("No engine was named"), told);
    }

    @Test
    void beforeAnythingIsAskedNothingIsAssumed() {
        assertEquals("Nothing was assumed so far.", asked("what did you assume?").strip());
    }
}
