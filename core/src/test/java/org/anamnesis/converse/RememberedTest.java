package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<String> read = new ArrayList<>();
    private final Reader reader =
            new Remembered(
                    (message, current) -> {
                        read.add(message + " " + current.count());
                        return new Reading.Question(message);
                    });

    @Test
    void theSameWordsAfterTheSameAreReadOnce() {
        CohortSpec other = CohortSpec.DEFAULT.withCount(7);
        Reading first = reader.read("only women", CohortSpec.DEFAULT);
        assertSame(first, reader.read("only women", CohortSpec.DEFAULT));
        reader.read("only women", other);
        reader.read("only women", other, Language.DE);
        reader.read("only men", other);

        assertEquals(
                List.of(
                        "only women " + CohortSpec.DEFAULT.count(),
                        "only women 7",
                        "only women 7",
                        "only men 7"),
                read);
    }

    @Test
    void whatWasReadLongAgoIsReadAgain() {
        for (int i = 0; i < 100; i++) {
            reader.read("message " + i, CohortSpec.DEFAULT);
        }
        reader.read("message 0", CohortSpec.DEFAULT);
        assertEquals(101, read.size());
    }
}
