package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.UnitNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates behind the name of a column become numbers of days; 2019-01-01 is day 17,897. */
class DateWordsTest {
    private static TableColumn column(String name, String unit) {
        return new TableColumn(
                name,
                List.of(name, name.replace('_', ' ')),
                name,
                TableColumn.Kind.NUMBER,
                Optional.empty(),
                unit,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static final List<TableColumn> COLUMNS =
            List.of(column("dx_date", UnitNames.DATE), column("year", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dx_date after 2018-12-31                 | dx_date at least 17897
                    dx date is after 2018                    | dx date at least 17897
                    dx_date since 2019                       | dx_date at least 17897
                    dx_date on or after 01.01.2019           | dx_date at least 17897
                    dx_date >= 2019-01                       | dx_date at least 17897
                    dx_date before 2019-01-02                | dx_date at most 17897
                    dx_date until 2019-01-01, n = 50         | dx_date at most 17897, n = 50
                    women, dx_date in 2019                   | women, dx_date between 17897 and 18261
                    dx_date between 2019-01-01 and 2019-01   | dx_date between 17897 and 17927
                    dx_date = 2019-01-01                     | dx_date between 17897 and 17897
                    dx_date after 1990-06-01                 | dx_date at least 7457
                    dx_date between 1980-01-01 and 1985      | dx_date between 3652 and 5843
                    dx_date nach 31.12.2018                  | dx_date at least 17897
                    year after 2018                          | year after 2018
                    age above 60                             | age above 60
                    """)
    void datesAreReadBehindTheirColumn(String message, String numbers) {
        DateWords read = DateWords.of(message, COLUMNS, "t.csv");

        assertEquals(numbers, read.text());
        assertEquals(List.of(), read.problems());
        assertEquals(message, DateWords.unread(read.text(), read.written()));
    }

    @ParameterizedTest
    @CsvSource({
        "diagnosed after 2018-01-01",
        "mean dx_date 2018-01-01",
        "dx_date after 2018-02-30"
    })
    void aDateOfNoColumnIsAProblem(String message) {
        List<String> codes =
                DateWords.of(message, COLUMNS, "t.csv").problems().stream()
                        .map(p -> p.code())
                        .toList();

        assertEquals(List.of("sample.words.date"), codes);
    }

    @Test
    void aTableWithoutDatesSaysSo() {
        var read = DateWords.of("seen after 2018-01-01", COLUMNS.subList(1, 2), "t.csv");

        assertEquals("The table t.csv has no column of dates.", read.problems().get(0).message());
    }
}
