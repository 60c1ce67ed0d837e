package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lists of observations that grow and shrink, and wishes for a part of the patients, which are
 * refused rather than asked of everyone. Written by those who wrote the rules.
 */
class ListDialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @Test
    void eachGoesAsItIsWritten() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Dialogue d : Dialogue.all("lists.txt")) {
            d.right(anamnesis, wrong);
        }
        assertEquals(List.of(), wrong);
    }
}
