package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Numbers without a sign or a name: what they are of must be what was meant, and what nobody can
 * tell changes nothing. Written by those who wrote the rules.
 */
class NumberDialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @Test
    void eachGoesAsItIsWritten() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Dialogue d : Dialogue.all("numbers.txt")) {
            d.right(anamnesis, wrong);
        }
        assertEquals(List.of(), wrong);
    }
}
