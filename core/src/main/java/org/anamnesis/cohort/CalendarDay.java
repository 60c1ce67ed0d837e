package org.anamnesis.cohort;

/**
 * Calendar arithmetic on days since 1970-01-01 (proleptic Gregorian) without allocating: a cohort
 * holds one or more dates a patient, and nothing on that path makes objects. Agrees with {@link
 * java.time.LocalDate}.
 *
 * <p>Method: years that begin in March, in eras of 400 years = 146097 days (Richards 2013,
 * Explanatory Supplement to the Astronomical Almanac, 3rd ed., section 15.11).
 */
public final class CalendarDay {
    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_FROM_0000_03_01_TO_1970 = 719_468;

    private CalendarDay() {}

    /** Year · 10000 + month · 100 + day of month; years 0 to 9999 only. */
    public static int packed(long epochDay) {
        long z = epochDay + DAYS_FROM_0000_03_01_TO_1970;
        long era = Math.floorDiv(z, DAYS_PER_ERA);
        int dayOfEra = (int) (z - era * DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        return year * 10_000 + month * 100 + day;
    }

    /** Days since 1970-01-01 of a date that exists. */
    public static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400);
        int yearOfEra = (int) (y - era * 400);
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_0000_03_01_TO_1970;
    }

    /** The same date so many years earlier; 29 February becomes 28 February where there is none. */
    public static long minusYears(long epochDay, int years) {
        int date = packed(epochDay);
        int year = date / 10_000 - years;
        int month = date / 100 % 100;
        int day = date % 100;
        boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return epochDay(year, month, month == 2 && day == 29 && !leap ? 28 : day);
    }
}
