package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.TableColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range of ages in a table that holds them in bands. */
class AgeBandsTest {
    private static TableColumn column(String... answers) {
        Map<String, String> all = new LinkedHashMap<>();
        List.of(answers).forEach(a -> all.put(a, a));
        return new TableColumn(
                "age",
                List.of("age"),
                "age",
                TableColumn.Kind.CATEGORY,
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                all,
                Optional.empty(),
                Optional.empty());
    }

    /** An end within a band gives none: 55 parts [50-60). */
    @ParameterizedTest
    @CsvSource({"61,120,[60-70) [70-80)", "0,59,[50-60)", "60,69,[60-70)", "55,120,''", "0,64,''"})
    void bandsOfARange(int low, int high, String bands) {
        TableColumn c = column("[50-60)", "[60-70)", "[70-80)");

        assertEquals(bands, String.join(" ", AgeBands.within(c, low, high)));
    }

    @ParameterizedTest
    @CsvSource({"70,120,70-79 80+", "0,79,70-79"})
    void openBandsHaveNoEnd(int low, int high, String bands) {
        assertEquals(bands, String.join(" ", AgeBands.within(column("70-79", "80+"), low, high)));
    }
}
