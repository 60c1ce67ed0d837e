package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.spec.SpecJson;
import org.junit.jupiter.api.Test;

/** Own numbers, units, forms and what is to come, in conversation. */
class OwnDialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @Test
    void eachMessageComesToWhatIsExpected() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Dialogue d : Dialogue.all("own.txt")) {
            d.right(anamnesis, wrong);
        }
        assertEquals(List.of(), wrong);
    }

    private Step after(String... messages) {
        Conversation c = Conversation.EMPTY;
        Step last = anamnesis.turn(c, messages[0]);
        for (int i = 1; i < messages.length; i++) {
            last = anamnesis.turn(last.after(), messages[i]);
        }
        return last;
    }

    @Test
    void undoBringsBackWhatWasThere() {
        String first = "500 asthma patients with serum copper mean 40 µg/dL, sd 12";
        assertEquals(
                after(first).after().spec(),
                after(first, "drop serum copper", "undo").after().spec());
    }

    @Test
    void aSpecificationReadsBackTheSame() {
        var spec =
                after(
                                "500 type 2 diabetes patients with HbA1c in mmol/mol",
                                "serum zinc 90 ± 15 µg/dL, correlated 0.4 with BMI",
                                "10 % with long COVID",
                                "make LDL lognormal")
                        .after()
                        .spec();

        assertEquals(spec, SpecJson.read(SpecJson.write(spec)));
    }

    @Test
    void theReplySaysWhoStatedItAndThatNothingGoesWithIt() {
        String reply =
                after("500 asthma patients with serum copper mean 40 µg/dL, sd 12").turn().reply();

        assertTrue(reply.contains("stated by you"), reply);
        assertTrue(reply.contains("independent of everything else"), reply);
    }

    @Test
    void whatIsToComeIsKeptWithAWarning() {
        Turn turn = after("100 asthma patients as FHIR").turn();

        assertEquals(1, turn.warnings().stream().filter(w -> w.contains("FHIR")).count());
    }

    @Test
    void whatHasNoFigureIsSaidAndNumbersAreInvited() {
        Turn turn = after("500 type 2 diabetes patients", "add ferritin and only women").turn();
        String warnings = String.join("; ", turn.warnings());

        assertTrue(
                turn.changes().stream().anyMatch(c -> c.text().equals("+ sex female")),
                turn.changes().toString());
        assertTrue(warnings.contains("Ferritin mean 90 ng/mL, sd 40"), warnings);
    }
}
