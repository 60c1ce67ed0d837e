package org.anamnesis.interpret;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, a month or a day of the calendar in a message.
 *
 * @param first its first day
 * @param last its last day
 * @param to one past its last token
 */
record CalendarDate(LocalDate first, LocalDate last, int to) {
    private static final int EARLIEST = 1950;
    private static final int LATEST = 2100;
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String YEAR = "((?:19|20)\\d{2})(?![\\d,.]\\d|\\d)";

    private static final Pattern ISO = Pattern.compile(YEAR + "-(\\d{1,2})(?:-(\\d{1,2}))?(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?i)" + MONTH + "(?: (\\d{1,2})(?:st|nd|rd|th)?,?)? " + YEAR);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?i)(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?" + MONTH + " " + YEAR);

    /** The date that begins at a token; empty if none does. */
    static Optional<CalendarDate> at(Sentence s, int i) {
        if (i < 0 || i >= s.size()) {
            return Optional.empty();
        }
        String text = s.english();
        int start = s.at(i).start();
        if (!s.at(i).number()
                && !begins(text, start)) { // of nearly every word, for which no pattern is tried
            return Optional.empty();
        }
        try {
            return found(ISO, text, start)
                    .map(m -> of(s, m, m.group(1), m.group(2), m.group(3)))
                    .or(
                            () ->
                                    found(MONTH_FIRST, text, start)
                                            .map(m -> of(s, m, m.group(3), m.group(1), m.group(2))))
                    .or(
                            () ->
                                    found(DAY_FIRST, text, start)
                                            .map(m -> of(s, m, m.group(3), m.group(2), m.group(1))))
                    .or(() -> year(s, i));
        } catch (DateTimeException e) { // "2016-13" is no date
            return Optional.empty();
        }
    }

    /** Whether a day or the name of a month may begin there. */
    private static boolean begins(String text, int start) {
        boolean month =
                start + 3 <= text.length()
                        && MONTHS.contains(
                                text.substring(start, start + 3).toLowerCase(Locale.ROOT));
        return month || (start < text.length() && Character.isDigit(text.charAt(start)));
    }

    private static Optional<Matcher> found(Pattern p, String text, int start) {
        Matcher m = p.matcher(text).region(start, text.length());
        return m.lookingAt() ? Optional.of(m) : Optional.empty();
    }

    private static CalendarDate of(Sentence s, Matcher m, String year, String month, String day) {
        int number =
                month.matches("\\d+")
                        ? Integer.parseInt(month)
                        : MONTHS.indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
        YearMonth in = YearMonth.of(Integer.parseInt(year), number);
        int to = 0;
        while (to < s.size() && s.at(to).start() < m.end()) {
            to++;
        }
        if (day == null) {
            return new CalendarDate(in.atDay(1), in.atEndOfMonth(), to);
        }
        LocalDate date = in.atDay(Integer.parseInt(day));
        return new CalendarDate(date, date, to);
    }

    private static Optional<CalendarDate> year(Sentence s, int i) {
        double n = s.at(i).number() ? s.at(i).doubleValue() : 0;
        boolean is =
                n == Math.rint(n) && n >= EARLIEST && n <= LATEST && !s.at(i).text().contains(",");
        Year year = Year.of((int) n);
        return is
                ? Optional.of(
                        new CalendarDate(year.atDay(1), year.atMonth(12).atEndOfMonth(), i + 1))
                : Optional.empty();
    }
}
