package org.anamnesis.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarDayTest {
    private static final long FIRST = LocalDate.of(1850, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2150, 12, 31).toEpochDay();

    @Test
    void agreesWithTheJavaCalendarOnEveryDayOfThreeCenturies() {
        for (long day = FIRST; day <= LAST; day++) {
            var date = LocalDate.ofEpochDay(day);
            int packed =
                    date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
            assertEquals(packed, CalendarDay.packed(day));
            assertEquals(
                    day,
                    CalendarDay.epochDay(
                            date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
        }
    }

    @Test
    void goesBackYearsAsTheJavaCalendarDoes() {
        for (long day = FIRST; day <= LAST; day += 7) {
            for (int years : new int[] {0, 1, 3, 4, 17, 80, 100}) {
                assertEquals(
                        LocalDate.ofEpochDay(day).minusYears(years).toEpochDay(),
                        CalendarDay.minusYears(day, years));
            }
        }
        long leapDay = LocalDate.of(2020, 2, 29).toEpochDay();
        assertEquals(LocalDate.of(2019, 2, 28).toEpochDay(), CalendarDay.minusYears(leapDay, 1));
    }
}
