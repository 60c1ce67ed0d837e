package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.TableColumn;
import org.junit.jupiter.api.Test;

class HeaderNamesTest {
    private static TableColumn column(String name) {
        return new TableColumn(
                name,
                List.of(name, name.replace('_', ' ')),
                name,
                TableColumn.Kind.CATEGORY,
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                Map.of("0", "0", "1", "1"),
                Optional.of("1"),
                Optional.of("0"));
    }

    private static List<List<String>> names(String... headers) {
        return HeaderNames.withoutWindows(
                        List.of(headers).stream().map(HeaderNamesTest::column).toList())
                .stream()
                .map(TableColumn::names)
                .toList();
    }

    @Test
    void theTimeOfTheOnlyColumnNeedNotBeSaid() {
        assertTrue(names("readmitted_30d", "age").get(0).contains("readmitted"));
        assertTrue(names("death_1_year").get(0).contains("death"));
        assertTrue(names("relapse within 12m").get(0).contains("relapse"));
        assertEquals(List.of("vitamin_b12", "vitamin b12"), names("vitamin_b12").get(0));
    }

    @Test
    void ofTwoTimesItMust() {
        for (List<String> names : names("readmitted_30d", "readmitted_90d")) {
            assertEquals(2, names.size(), names.toString());
        }
        assertEquals(2, names("hba1c_3_months", "hba1c").get(0).size());
    }

    @Test
    void aWordOfTwoLanguagesIsRead() {
        assertEquals(List.of("erosion", "erosions"), HeaderNames.of("Erosionen"));
        assertEquals(List.of("erosion", "erosionen"), HeaderNames.of("erosions"));
    }
}
