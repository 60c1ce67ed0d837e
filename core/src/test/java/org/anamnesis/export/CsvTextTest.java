package org.anamnesis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd()",
                "+1",
                "-1",
                "@SUM(A1)",
                "  =1+1",
                "\t=1+1",
                "\r=1",
                "\u0000=1",
                "＝1+1",
                "\u202e=1"
            })
    void whatASpreadsheetWouldRunIsMadeText(String formula) {
        String cell = CsvText.cell(formula);
        assertEquals('\'', cell.charAt(cell.charAt(0) == '"' ? 1 : 0), cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0007',
            value = {
                "plain~plain",
                "a,b~\"a,b\"",
                "say \"no\"~\"say \"\"no\"\"\"",
                "%~%",
                "/min~/min",
                "1-2~1-2",
                "Größe µmol/L~Größe µmol/L"
            })
    void theRestFollowsRfc4180(String text, String cell) {
        assertEquals(cell, CsvText.cell(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a\n\u0007b", "a\u2028 b", "a \u0085b"})
    void linesStayLines(String text) {
        assertEquals("a b", CsvText.cell(text));
    }

    /** Right of the middle is below 0: a place in an image is a number for whoever reads it. */
    @Test
    void whatWasMeasuredStaysANumber() {
        assertEquals(
                "nodule,-66.2,'-2+3,'=1,8\n",
                CsvText.measured(List.of("nodule", "-66.2", "-2+3", "=1", "8")));
    }
}
