package org.anamnesis.learn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a date, with or without the time of day: {@code yyyy}, {@code yy}, {@code MM} or
 * {@code M}, {@code dd} or {@code d}, {@code MMM} (English, three letters), {@code HH}, {@code mm},
 * {@code ss}; zeros in the place of the last of these where times are no finer; whatever else
 * stands in the pattern stands in the cell.
 *
 * <p>A month of a year without a day is its first. A value is days since 1970-01-01, the time of
 * day as a fraction. Years of two digits are those from 1930 to 2029, as spreadsheets read them.
 */
public record DateFormat(String pattern) {
    private static final Pattern PART = Pattern.compile("y+|M+|d+|H+|m+|s+");
    private static final List<String> PARTS =
            List.of("yyyy", "yy", "MMM", "MM", "M", "dd", "d", "HH", "mm", "ss");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final double SECONDS = 86_400;

    /** First year that two digits may mean. */
    private static final int CENTURY = 1930;

    /** Years of records; what lies outside is no date ("00012021"). */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2200;

    public DateFormat {
        parts(pattern);
    }

    /** The format, or empty if it is none that gives a day. */
    static Optional<DateFormat> of(String pattern) {
        try {
            return Optional.of(new DateFormat(pattern));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static List<String> parts(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher m = PART.matcher(pattern.replace("T", " ").replace("Z", " "));
        while (m.find()) {
            found.add(m.group());
        }
        boolean known = PARTS.containsAll(found);
        String letters = String.join("", found);
        boolean day =
                found.stream().filter(p -> p.startsWith("y")).count() == 1
                        && found.stream().filter(p -> p.startsWith("M")).count() == 1;
        long days = found.stream().filter(p -> p.startsWith("d")).count();
        day &= days == 1 || (days == 0 && found.size() == 2 && !found.contains("yy"));
        boolean strange =
                pattern.replaceAll("[TZ]", "").chars().filter(Character::isLetter).count()
                        != letters.length();
        if (!known || !day || strange || found.stream().distinct().count() != found.size()) {
            throw new IllegalArgumentException("no format of a date: " + pattern);
        }
        return found;
    }

    /** Whether the time of day is written. */
    boolean timed() {
        return pattern.contains("HH");
    }

    /** Days since 1970-01-01, NaN if the text is no such date. */
    public double days(String text) {
        int year = 0;
        int month = 0;
        int day = pattern.indexOf('d') < 0 ? 1 : 0;
        int seconds = 0;
        int at = 0;
        int p = 0;
        while (p < pattern.length()) {
            char c = pattern.charAt(p);
            int length = run(p);
            if ("yMdHms".indexOf(c) < 0) {
                if (at >= text.length() || text.charAt(at) != c) {
                    return Double.NaN;
                }
                at++;
                p++;
                continue;
            }
            if (c == 'M' && length == 3) {
                month = month(text, at);
                at += 3;
            } else {
                int end = digits(text, at, length == 1 ? 2 : length);
                boolean exact = length == 1 ? end > at : end - at == length;
                if (!exact) {
                    return Double.NaN;
                }
                int n = Integer.parseInt(text, at, end, 10);
                at = end;
                switch (c) {
                    case 'y' -> year = length == 2 ? century(n) : n;
                    case 'M' -> month = n;
                    case 'd' -> day = n;
                    case 'H' -> seconds += n < 24 ? n * 3600 : 1_000_000;
                    case 'm' -> seconds += n < 60 ? n * 60 : 1_000_000;
                    default -> seconds += n < 60 ? n : 1_000_000;
                }
            }
            p += length;
        }
        boolean ends = at == text.length() || fraction(text, at);
        return ends && seconds < SECONDS ? day(year, month, day) + seconds / SECONDS : Double.NaN;
    }

    private static double day(int year, int month, int day) {
        boolean possible =
                year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1;
        return possible && day <= java.time.YearMonth.of(year, month).lengthOfMonth()
                ? LocalDate.of(year, month, day).toEpochDay()
                : Double.NaN;
    }

    private static int century(int twoDigits) {
        int year = CENTURY / 100 * 100 + twoDigits;
        return year < CENTURY ? year + 100 : year;
    }

    /** Fractions of a second are read over. */
    private boolean fraction(String text, int at) {
        return pattern.endsWith("ss") && text.substring(at).matches("\\.\\d{1,9}");
    }

    private static int month(String text, int at) {
        return at + 3 > text.length()
                ? 0
                : 1 + MONTHS.indexOf(text.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }

    private static int digits(String text, int at, int most) {
        int end = at;
        while (end < text.length()
                && end - at < most
                && text.charAt(end) >= '0'
                && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Length of the run of one letter that begins here. */
    private int run(int p) {
        int end = p;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(p)) {
            end++;
        }
        return end - p;
    }

    /**
     * The date in this format, rounded to the last part of the time that is written.
     *
     * @throws DateTimeException if the day lies outside of the calendar
     */
    public String write(double days) {
        long least = pattern.contains("ss") ? 1 : pattern.contains("mm") ? 60 : 3600;
        long all = Math.round(days * SECONDS / least) * least;
        long whole = timed() ? Math.floorDiv(all, (long) SECONDS) : Math.round(days);
        long second = timed() ? Math.floorMod(all, (long) SECONDS) : 0;
        LocalDate date = LocalDate.ofEpochDay(whole);
        var out = new StringBuilder();
        for (int p = 0; p < pattern.length(); ) {
            char c = pattern.charAt(p);
            int length = run(p);
            switch (c) {
                case 'y' -> pad(out, length == 2 ? date.getYear() % 100 : date.getYear(), length);
                case 'M' -> {
                    if (length == 3) {
                        String m = MONTHS.get(date.getMonthValue() - 1);
                        out.append(Character.toUpperCase(m.charAt(0))).append(m, 1, 3);
                    } else {
                        pad(out, date.getMonthValue(), length);
                    }
                }
                case 'd' -> pad(out, date.getDayOfMonth(), length);
                case 'H' -> pad(out, second / 3600, length);
                case 'm' -> pad(out, second / 60 % 60, length);
                case 's' -> pad(out, second % 60, length);
                default -> out.append(String.valueOf(c).repeat(length));
            }
            p += length;
        }
        return out.toString();
    }

    private static void pad(StringBuilder out, long n, int length) {
        String digits = Long.toString(n);
        out.append("0".repeat(Math.max(0, length - digits.length()))).append(digits);
    }
}
