package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Words about what was said before: what comes back, goes too, stands for a name, is one end of a
 * limit, or is undone in part. Written by those who wrote the rules, so that they show what is read
 * and no share of what others say.
 */
class ContextDialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @Test
    void eachGoesAsItIsWritten() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Dialogue d : Dialogue.all("context.txt")) {
            d.right(anamnesis, wrong);
        }
        assertEquals(List.of(), wrong);
    }
}
