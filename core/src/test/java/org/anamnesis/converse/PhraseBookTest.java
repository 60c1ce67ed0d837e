package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of the page comes to what the page says, with no word left over. */
class PhraseBookTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    static Stream<PhraseBook.Example> examples() {
        return PhraseBook.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleComesToWhatItSays(PhraseBook.Example example) {
        Turn turn = PhraseBook.turn(PROGRAM, example);

        assertEquals(example.kind(), turn.kind(), turn.reply());
        assertEquals(List.of(), turn.notUsed());
        boolean changes = turn.kind() == Turn.Kind.CHANGED;
        assertTrue(!changes || !turn.changes().isEmpty(), turn.reply());
    }

    /** Write it anew with {@code ANAMNESIS_WRITE_PAGES=1} in the environment. */
    @Test
    void thePageIsThatOfTheProgram() throws IOException {
        Path page = Path.of("../docs/guide/talking.md");
        String made = PhraseBook.page(PROGRAM);
        if (System.getenv("ANAMNESIS_WRITE_PAGES") != null) {
            Files.writeString(page, made, StandardCharsets.UTF_8);
        }
        assertEquals(made, Files.readString(page, StandardCharsets.UTF_8));
    }
}
