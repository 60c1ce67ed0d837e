package org.anamnesis.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Step;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.store.Talk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong stands on the lines that rest on the words which it is about, and on no other. */
class FlagsTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 adults with CKD stage 3b aged 50 to 80 | eGFR above 90 | Chronic kidney disease; chronic kidney disease stage 3b"
                        + " | not with “eGFR above 90”: ",
                "200 men with type 2 diabetes, 70 % on metformin | half pregnant | sex male | not with “half pregnant”: ",
                "300 patients with type 2 diabetes, HbA1c between 9 and 10 | mean HbA1c 7 | Hemoglobin A1c 9 to 10 %"
                        + " | Try: a mean from 9 to 10.",
                "300 patients with type 2 diabetes | HbA1c between 13 and 13.4 | Hemoglobin A1c 13 to 13.4 %"
                        + " | from here on few are left"
            })
    void aLineSaysWhatToTakeCareOf(String first, String then, String lines, String flag) {
        Conversation said = Conversation.EMPTY;
        List<TurnView> turns = new ArrayList<>();
        for (String words : List.of(first, then)) {
            Step step = PROGRAM.turn(said, words);
            said = step.after();
            Map<String, Object> told = JsonText.object(JsonText.of(JsonForm.of(step.turn())));
            turns.add(TurnView.of(turns.size(), told));
        }
        var talk = new Talk("id", "owner", "title", said, turns.size(), 0);
        var view = TalkView.of(talk, turns, PROGRAM.narrowing(said), List.of());
        List<PartView> flagged = view.parts().stream().filter(p -> !p.flags().isEmpty()).toList();
        assertEquals(
                List.of(lines.split("; ")), flagged.stream().map(p -> p.part().text()).toList());
        assertTrue(flagged.get(0).flags().get(0).contains(flag), flagged.get(0).flags().toString());
    }
}
