package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorTest {
    private static String lines(String header, String line, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> line.replace("#", Integer.toString(20 + i)))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', ' '})
    void whatStandsBetweenTheCellsIsFound(char separator) throws IOException {
        String all = lines("age,sex,bmi", "#,f,27.1", 60).replace(',', separator);
        assertEquals(separator, Separator.of(all));
    }

    /** Spaces stand in texts too: they separate only if nothing else does, and in every line. */
    @Test
    void spacesComeLast() throws IOException {
        assertEquals(',', Separator.of(lines("age,ward name", "#,ward A", 60)));
        String text =
                lines("what she said", "I am # years", 30) + lines("", "I am # years old", 30);
        assertEquals(',', Separator.of(text));
        assertEquals(',', Separator.of(lines("age", "#", 60)));
    }
}
