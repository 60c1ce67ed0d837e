package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who died is an answer of the table's own column, whatever language either speaks. */
class DeathWordsTest {
    private static TableColumn column(String name, Optional<String> yes, String... answers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String a : answers) {
            all.put(a, a);
        }
        return new TableColumn(
                name,
                List.of(name, name.replace('_', ' ')),
                name,
                TableColumn.Kind.CATEGORY,
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                all,
                yes,
                yes.map(y -> answers[0]));
    }

    private static final TableColumn WARD = column("ward", Optional.empty(), "ICU", "surgery");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    100 patients who died                   | 100 patients exitus = ja
                    survivors only, ward = ICU              | exitus = nein, ward = ICU
                    20 % died, women                        | 20 % exitus = ja, women
                    none died                               | exitus = nein
                    patients who did not die                | patients exitus = nein
                    no deaths in hospital                   | exitus = nein
                    cardiovascular death in 40 %            | exitus = ja in 40 %
                    Patienten, die verstorben sind          | Patienten, exitus = ja
                    keine Toten, über 60                    | exitus = nein, über 60
                    Überlebende der Station ICU             | exitus = nein der Station ICU
                    die Hälfte gestorben                    | die Hälfte exitus = ja
                    women over 60                           | women over 60
                    """)
    void whoDiedIsAnAnswer(String message, String asked) {
        TableColumn exitus = column("exitus", Optional.of("ja"), "nein", "ja");
        DeathWords read = DeathWords.of(message, List.of(WARD, exitus));
        assertEquals(asked, read.text());
        assertEquals(message, DateWords.unread(read.text(), read.written()));
    }

    @Test
    void oneAnswerOfSeveralMayBeDeath() {
        TableColumn to = column("sent_to", Optional.empty(), "home", "rehab", "dead");
        List<TableColumn> columns = List.of(WARD, to);
        assertEquals("sent_to = dead", DeathWords.of("who died", columns).text());
        assertEquals("not sent_to = dead", DeathWords.of("survivors", columns).text());
        // as the table spells it, it is read as it is
        assertEquals("sent_to = dead", DeathWords.of("sent_to = dead", columns).text());
    }

    /** The twins: no column of it, and two. */
    @Test
    void withoutOneColumnOfItNothingIsTouched() {
        TableColumn died = column("died", Optional.of("1"), "0", "1");
        TableColumn later = column("death_1y", Optional.of("1"), "0", "1");
        assertEquals("who died", DeathWords.of("who died", List.of(WARD)).text());
        assertEquals("who died", DeathWords.of("who died", List.of(died, later)).text());
    }
}
